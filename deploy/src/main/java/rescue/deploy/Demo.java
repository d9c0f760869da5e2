package rescue.deploy;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.deploy.drill.Drill;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.shell.postgres.PgAccountRegister;
import rescue.dispatch.shell.postgres.PgAccountRegister.NewAccount;
import rescue.dispatch.shell.postgres.PgAccounts;

/**
 * The demonstration accounts, one a role, one a unit, one a hospital, whose password is their name. They are made in demo
 * mode only, and any other mode refuses to start while one of them can still log in.
 */
final class Demo {

    private Demo() {}

    /** Makes those that are missing; tells how many. */
    static Future<Integer> makeAccounts(PgAccountRegister register, List<String> unitIds, List<String> hospitalIds) {
        return register.addMissing(accounts(unitIds, hospitalIds));
    }

    /** The desk of a drill, whose acts the timeline tells from those of whoever works along. */
    static Future<Integer> makeDrillAccount(PgAccountRegister register) {
        return register.addMissing(List.of(account(Drill.DESK_ACCOUNT, Role.OPERATOR, null, null)));
    }

    /** The names of those that can still log in with their name as password. */
    static Future<List<String>> listOpenAccounts(PgAccounts accounts, List<String> unitIds, List<String> hospitalIds) {
        List<String> names = accounts(unitIds, hospitalIds).stream()
                .map(NewAccount::password)
                .toList();
        // To try a password on an account that is not there costs as much as on one that is: seconds, at every start.
        return accounts.register()
                .listEnabled(names)
                .compose(enabled -> tryEach(
                        accounts,
                        names.stream()
                                .filter(name -> enabled.contains(name.toLowerCase(Locale.ROOT)))
                                .toList()));
    }

    private static Future<List<String>> tryEach(PgAccounts accounts, List<String> names) {
        List<String> open = new ArrayList<>();
        Future<Void> all = Future.succeededFuture();
        for (String name : names) {
            // One after the other, each as from an address of its own: otherwise the guard against guessing stops us.
            all = all.compose(before -> accounts.login(name, name, "at start, " + name))
                    .map(outcome -> outcome.fold(in -> open.add(name), wrong -> false, later -> open.add(name)))
                    .mapEmpty();
        }
        return all.map(done -> open);
    }

    private static List<NewAccount> accounts(List<String> unitIds, List<String> hospitalIds) {
        Stream<NewAccount> roles = Stream.of(Role.OPERATOR, Role.SUPERVISOR, Role.COMMITTEE, Role.ADMIN)
                .map(role -> account(role.name().toLowerCase(Locale.ROOT), role, null, null));
        Stream<NewAccount> crews = unitIds.stream().map(id -> account("crew-" + id, Role.CREW, id, null));
        Stream<NewAccount> hospitals =
                hospitalIds.stream().map(id -> account("hospital-" + id, Role.HOSPITAL, null, id));
        return Stream.of(roles, crews, hospitals).flatMap(each -> each).toList();
    }

    private static NewAccount account(String name, Role role, @Nullable String unitId, @Nullable String hospitalId) {
        return new NewAccount(new Principal(name.toLowerCase(Locale.ROOT), role, unitId, hospitalId), name);
    }
}
