package rescue.dispatch.shell.spool;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.Receipt;
import rescue.dispatch.port.WaitedCodes;
import rescue.dispatch.shell.postgres.DatabaseAway;

/**
 * Enters what waits on the disk once the database is back, oldest first. An alert leaves the disk only after it is in the
 * log; whatever is interrupted in between is entered again under the same key, to no effect.
 */
public final class SpoolReplay {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A node that died may share our folder; nobody else enters what it left. */
    private static final int ORPHANS_EVERY = 10;

    /** Side by side; the rest of the connections are for those who report now. */
    private static final int AT_ONCE = 6;

    /** As patient as with a caller: an attempt that hangs is made again. */
    private static final Duration ENTER_WITHIN = Duration.ofSeconds(10);

    /** By then it is the alert and not the weather. */
    private static final int TRIES_MAX = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);

    private final Vertx vertx;
    private final AlertSpool spool;
    private final ReceiveAlert receive;
    private final WaitedCodes codes;
    private final BooleanSupplier databaseIsAway;
    private final ParkedAlerts parked;
    private final Map<UUID, Integer> tries = new HashMap<>();
    private boolean busy;
    private int looks;

    /** Nothing is entered before {@link #start}. */
    public SpoolReplay(
            Vertx vertx,
            AlertSpool spool,
            ReceiveAlert receive,
            WaitedCodes codes,
            BooleanSupplier databaseIsAway,
            ParkedAlerts parked) {
        this.vertx = vertx;
        this.spool = spool;
        this.receive = receive;
        this.codes = codes;
        this.databaseIsAway = databaseIsAway;
        this.parked = parked;
    }

    public void start() {
        vertx.setPeriodic(LOOK_EVERY.toMillis(), timer -> look());
        look();
    }

    private void look() {
        if (busy) {
            return;
        }
        busy = true;
        round().onFailure(failure -> LOG.warn("alerts still wait: {}", failure.getMessage()))
                .onComplete(done -> busy = false);
    }

    private Future<Void> round() {
        Future<Void> looked = looks++ % ORPHANS_EVERY == 0
                ? spool.lookForOrphans().compose(done -> parked.recount())
                : Future.succeededFuture();
        return looked.compose(done -> databaseIsAway.getAsBoolean() ? Future.succeededFuture() : enterAll());
    }

    private Future<Void> enterAll() {
        List<WaitingAlert> next = spool.listOldest(AT_ONCE);
        if (next.isEmpty()) {
            return Future.succeededFuture();
        }
        return Future.join(next.stream().map(this::enter).toList()).compose(entered -> enterAll());
    }

    private Future<Void> enter(WaitingAlert alert) {
        return enter(alert, alert.key())
                .timeout(ENTER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .compose(receipt ->
                        codes.follow(alert.trackingCode(), receipt.alertId(), receipt.incidentId(), alert.receivedAt()))
                .recover(failure -> parkIfHopeless(alert, failure))
                .compose(done -> {
                    tries.remove(alert.id());
                    return spool.done(alert);
                });
    }

    private Future<Receipt> enter(WaitingAlert alert, IdempotencyKey key) {
        return receive.receive(key, alert.told(), alert.by(), alert.id(), alert.receivedAt())
                .compose(outcome -> outcome.fold(
                        done -> Future.succeededFuture(done.receipt()), refused -> enter(alert, ownKey(alert))));
    }

    /** The key was used for something else at another node meanwhile; this one was acknowledged too, and is entered too. */
    private static IdempotencyKey ownKey(WaitingAlert alert) {
        return new IdempotencyKey("waited " + alert.id(), alert.key().bodyHash());
    }

    private Future<Void> parkIfHopeless(WaitingAlert alert, Throwable failure) {
        if (DatabaseAway.isMeantBy(failure)) {
            return Future.failedFuture(failure);
        }
        int tried = tries.merge(alert.id(), 1, Integer::sum);
        LOG.error("alert {} could not be entered, try {} of {}", alert.id(), tried, TRIES_MAX, failure);
        return tried < TRIES_MAX
                ? Future.failedFuture(failure)
                : parked.park(alert, String.valueOf(failure.getMessage()));
    }
}
