package rescue.dispatch.shell.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import rescue.dispatch.shell.web.AddressThrottle;

/**
 * Slows an address down that sends very many, and refuses none: behind one address of a mobile network stands a whole
 * village, and the report that is one too many may be the one that is true.
 */
final class Patience {

    /** A village that sees its hillside come down. */
    private static final int BURST = 40;

    /** More than a desk can read from one place. */
    private static final double PER_SECOND = 1;

    /** Long enough to make a flood tedious, short enough that a browser and a person still wait. */
    private static final Duration WAIT = Duration.ofSeconds(3);

    /** So many stand in the line; each costs some kilobytes. */
    private static final int WAITING_MAX = 200;

    /** How a report came to its turn. */
    enum Turn {
        AT_ONCE,
        /** Many came from that address: taken, and marked so. */
        AFTER_A_WAIT,
        /** The line is full: the sender is told to call, and when to come again. */
        LATER
    }

    private final AddressThrottle throttle;
    private final Duration wait;
    private final int waitingMax;
    private final AtomicInteger waiting = new AtomicInteger();

    Patience(InstantSource clock) {
        this(clock, BURST, PER_SECOND, WAIT, WAITING_MAX);
    }

    Patience(InstantSource clock, int burst, double perSecond, Duration wait, int waitingMax) {
        this.throttle = new AddressThrottle(clock, burst, perSecond);
        this.wait = wait;
        this.waitingMax = waitingMax;
    }

    Future<Turn> turn(Vertx vertx, String address) {
        if (throttle.waitFor(address).isEmpty()) {
            return Future.succeededFuture(Turn.AT_ONCE);
        }
        if (waiting.incrementAndGet() > waitingMax) {
            waiting.decrementAndGet();
            return Future.succeededFuture(Turn.LATER);
        }
        return vertx.timer(wait.toMillis(), TimeUnit.MILLISECONDS)
                .map(Turn.AFTER_A_WAIT)
                .onComplete(done -> waiting.decrementAndGet());
    }
}
