package rescue.dispatch.shell.spool;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.ReceiveAlert;
import rescue.dispatch.flow.ReceiveAlert.Told;
import rescue.dispatch.flow.RefusalCode;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.shell.postgres.DatabaseAway;

/**
 * Where alerts come in: into the log, or, while the database is away, onto this node's disk. Either way whoever reports is
 * answered once his alert is safe, and his key makes one alert of it however often and wherever he sends it.
 */
public final class AlertDoor {

    /**
     * An alert waits no longer than this for a database that neither works nor fails; entering one takes milliseconds. What
     * became of the attempt does not matter: the same key is entered again from the disk.
     */
    private static final Duration ENTER_WITHIN = Duration.ofSeconds(4);

    private final ReceiveAlert receive;
    private final AlertSpool spool;
    private final WaitingBoard board;
    private final BooleanSupplier databaseIsAway;
    private final Ids ids;
    private final InstantSource clock;

    /** How an alert was taken. */
    public sealed interface Taken {

        /** It is in the log. */
        record Entered(ReceiveAlert.Taken taken) implements Taken {
            @Override
            public <T> T fold(Function<Entered, T> entered, Function<Waiting, T> waiting) {
                return entered.apply(this);
            }
        }

        /** It is on this node's disk, and will be in the log when the database is back. */
        record Waiting(UUID alertId, String trackingCode, Instant receivedAt, Set<PlaceFlag> flags) implements Taken {
            @Override
            public <T> T fold(Function<Entered, T> entered, Function<Waiting, T> waiting) {
                return waiting.apply(this);
            }
        }

        <T> T fold(Function<Entered, T> entered, Function<Waiting, T> waiting);
    }

    /**
     * A door.
     *
     * @param databaseIsAway as far as is known: then nobody is kept waiting while it is tried once more
     */
    public AlertDoor(
            ReceiveAlert receive,
            AlertSpool spool,
            WaitingBoard board,
            BooleanSupplier databaseIsAway,
            Ids ids,
            InstantSource clock) {
        this.board = board;
        this.receive = receive;
        this.spool = spool;
        this.databaseIsAway = databaseIsAway;
        this.ids = ids;
        this.clock = clock;
    }

    /** Completes once the alert is durable. */
    public Future<Outcome<Taken>> take(IdempotencyKey key, Told told, String by) {
        Optional<WaitingAlert> before = spool.find(key.key());
        if (before.isPresent() && !before.get().key().equals(key)) {
            return Future.succeededFuture(Outcome.refused(RefusalCode.KEY_REUSED));
        }
        WaitingAlert alert = before.orElseGet(
                () -> new WaitingAlert(ids.next(), ids.trackingCode(), key, told, by, clock.instant()));
        return databaseIsAway.getAsBoolean() ? keep(alert) : enter(alert);
    }

    private Future<Outcome<Taken>> enter(WaitingAlert alert) {
        return receive.receive(alert.key(), alert.told(), alert.by(), alert.id(), alert.receivedAt())
                .timeout(ENTER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .map(outcome -> outcome.<Outcome<Taken>>fold(
                        done -> Outcome.done(new Taken.Entered(done)), Outcome.Refused::as))
                .recover(failure -> DatabaseAway.isMeantBy(failure) ? keep(alert) : Future.failedFuture(failure));
    }

    private Future<Outcome<Taken>> keep(WaitingAlert alert) {
        return spool.keep(alert)
                .map(kept -> kept.key().equals(alert.key())
                        ? Outcome.done(waiting(kept))
                        : Outcome.refused(RefusalCode.KEY_REUSED));
    }

    private Taken.Waiting waiting(WaitingAlert kept) {
        return new Taken.Waiting(
                kept.id(),
                kept.trackingCode(),
                kept.receivedAt(),
                receive.flags(kept.told().place()));
    }

    /**
     * What the log says of a tracking code; and where it says nothing, or cannot be asked, that the alert waits on a node's
     * disk, if it does.
     */
    public <T> Future<Optional<T>> orWaiting(
            String code, Future<Optional<T>> inTheLog, Function<Taken.Waiting, T> answer) {
        return inTheLog.transform(asked -> {
            boolean nothingKnown = asked.failed()
                    ? DatabaseAway.isMeantBy(asked.cause())
                    : asked.result().isEmpty();
            Optional<T> here = nothingKnown
                    ? spool.findByTrackingCode(code)
                            .map(this::waiting)
                            .or(() -> board.findByTrackingCode(code))
                            .map(answer)
                    : Optional.empty();
            return here.isPresent() ? Future.succeededFuture(here) : inTheLog;
        });
    }
}
