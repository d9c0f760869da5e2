package rescue.dispatch.shell.relay;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.shell.postgres.PgFeed;

/**
 * Numbers the changes and lets the tellers have them, one after another. Rung after every write; polls all the same, so
 * that a lost ring costs half a second and nothing else. Any node may run it: one at a time does the numbering.
 *
 * <p>Rounds have a thread of their own: in a storm each of their steps would otherwise wait behind every request there is,
 * and the screens would fall a minute behind.
 */
public final class LogRelay implements ChangeBell {

    /** What a screen may be late when a ring is lost, or another node wrote. */
    private static final Duration POLL = Duration.ofMillis(500);

    /** Between two rounds, so that a storm is told in batches: forty rounds a second, nobody sees the difference. */
    private static final Duration BREATH = Duration.ofMillis(25);

    private static final Logger LOG = LoggerFactory.getLogger(LogRelay.class);

    /** Somebody who is told of numbered changes; looks for himself how far he has come. */
    @FunctionalInterface
    public interface Teller {

        /** Completes when everything numbered so far has been told, or will be tried again. */
        Future<Void> tell();

        /** The same, done by one node at a time. */
        static Teller onlyWhen(BooleanSupplier itIsUs, Teller teller) {
            return () -> itIsUs.getAsBoolean() ? teller.tell() : Future.succeededFuture();
        }
    }

    private final Vertx vertx;
    private final PgFeed feed;
    private final List<Teller> tellers;
    private final Future<Context> own;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean rungAgain = new AtomicBoolean();

    public LogRelay(Vertx vertx, PgFeed feed, List<Teller> tellers) {
        this.vertx = vertx;
        this.feed = feed;
        this.tellers = List.copyOf(tellers);
        Promise<Context> there = Promise.promise();
        this.own = there.future();
        vertx.deployVerticle(context -> {
                    there.complete(context);
                    return Future.succeededFuture();
                })
                .onFailure(there::tryFail);
    }

    public void start() {
        vertx.setPeriodic(POLL.toMillis(), timer -> ring());
        ring();
    }

    /** Rounds never overlap; a ring during one is one more round after it. */
    @Override
    public void ring() {
        rungAgain.set(true);
        if (running.compareAndSet(false, true)) {
            own.onSuccess(thread -> thread.runOnContext(go -> round()));
        }
    }

    private void round() {
        rungAgain.set(false);
        feed.number()
                .compose(numbered -> tellAll().map(numbered))
                .onFailure(failure -> LOG.warn("changes wait to be told: {}", failure.getMessage()))
                .onComplete(done -> {
                    boolean more = done.succeeded() && PgFeed.isFull(done.result());
                    if (more) {
                        round();
                    } else {
                        vertx.setTimer(BREATH.toMillis(), timer -> rest(done.succeeded()));
                    }
                });
    }

    /** After a failure the next poll tries again, not the next ring: a database that is away is not asked in a loop. */
    private void rest(boolean succeeded) {
        running.set(false);
        if (succeeded && rungAgain.get()) {
            ring();
        }
    }

    private Future<Void> tellAll() {
        Future<Void> told = Future.succeededFuture();
        for (Teller teller : tellers) {
            told = told.compose(before -> teller.tell())
                    .onFailure(failure -> LOG.warn("somebody could not be told: {}", failure.getMessage()))
                    .otherwiseEmpty();
        }
        return told;
    }
}
