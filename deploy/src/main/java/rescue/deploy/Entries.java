package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rescue.deploy.province.HospitalRow;
import rescue.deploy.province.ProvinceFolder;
import rescue.deploy.province.UnitRow;
import rescue.dispatch.shell.postgres.PgAccounts;
import rescue.dispatch.shell.postgres.PgRegisters;
import rescue.hospital.postgres.PgSmsNumbers;
import rescue.hospital.protocol.sms.SmsNumbers;

/** What the tables hold before the first question: the registers of the province, its accounts, room for positions. */
final class Entries {

    /** Positions are kept in a table for each day; these many days are prepared ahead. */
    private static final int AVL_DAYS = 3;

    private static final Duration AVL_DAYS_EVERY = Duration.ofHours(12);

    private final Configuration configuration;
    private final Progress progress;
    private final Vertx vertx;
    private final Optional<ProvinceFolder> province;

    Entries(Configuration configuration, Progress progress, Vertx vertx, Optional<ProvinceFolder> province) {
        this.configuration = configuration;
        this.progress = progress;
        this.vertx = vertx;
        this.province = province;
    }

    /** Enters everything; the same again changes nothing. */
    Future<Void> enter(Pool pool, PgAccounts accounts) {
        return enterProvince(pool, accounts).compose(entered -> keepAvlDays(pool));
    }

    private Future<Void> enterProvince(Pool pool, PgAccounts accounts) {
        if (province.isEmpty()) {
            progress.say("NO REGISTERS: no stations.csv in " + configuration.dataDir()
                    + ", and the default fleet does not belong on another map; alerts are taken, nobody can be sent");
            return settleAccounts(accounts, List.of(), List.of());
        }
        List<String> unitIds = province.get().units().stream().map(UnitRow::id).toList();
        List<String> hospitalIds =
                province.get().hospitals().stream().map(HospitalRow::id).toList();
        return Registers.enter(new PgRegisters(pool), province.get(), configuration.zone())
                .onSuccess(done ->
                        progress.say("registers: " + unitIds.size() + " units, " + hospitalIds.size() + " hospitals"))
                .compose(done -> enterSmsNumbers(pool, province.get()))
                .compose(done -> settleAccounts(accounts, unitIds, hospitalIds));
    }

    /** The file is the whole truth: a telephone that is no longer in it speaks no more. */
    private static Future<Void> enterSmsNumbers(Pool pool, ProvinceFolder province) {
        if (!province.hasSmsNumbers()) {
            return Future.succeededFuture();
        }
        return new PgSmsNumbers(pool)
                .replaceAll(province.smsNumbers().stream()
                        .map(row -> new SmsNumbers.Registered(row.phone(), row.hospitalId(), row.who()))
                        .toList());
    }

    /** Now, and again long before the days prepared are over. */
    private Future<Void> keepAvlDays(Pool pool) {
        var registers = new PgRegisters(pool);
        return registers
                .prepareAvlDays(AVL_DAYS)
                .onSuccess(prepared -> vertx.setPeriodic(
                        AVL_DAYS_EVERY.toMillis(),
                        timer -> registers
                                .prepareAvlDays(AVL_DAYS)
                                .onFailure(failure -> progress.say(
                                        "no tables for the coming days' positions: " + failure.getMessage()))));
    }

    private Future<Void> settleAccounts(PgAccounts accounts, List<String> unitIds, List<String> hospitalIds) {
        if (configuration.drill().isPresent()) {
            return Demo.makeAccounts(accounts.register(), unitIds, hospitalIds)
                    .compose(done -> Demo.makeDrillAccount(accounts.register()))
                    .mapEmpty();
        }
        return configuration.mode() == Configuration.Mode.DEMO
                ? Demo.makeAccounts(accounts.register(), unitIds, hospitalIds).mapEmpty()
                : Demo.listOpenAccounts(accounts, unitIds, hospitalIds)
                        .compose(open -> open.isEmpty()
                                ? Future.succeededFuture()
                                : Future.failedFuture("demonstration accounts can still log in with their name as"
                                        + " password; change the passwords of, or remove: "
                                        + String.join(", ", open)));
    }
}
