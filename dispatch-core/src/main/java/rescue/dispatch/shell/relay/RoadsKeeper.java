package rescue.dispatch.shell.relay;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.FollowRoads;

/**
 * Sees to it that the roads follow: when another node rings, at the very instant at which a road closure begins or ends,
 * and every few seconds in case a ring was lost. The one place where nodes hear of each other's road closures.
 */
public final class RoadsKeeper {

    /** What a lost ring may cost. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Timers of longer are set anew when they are due. */
    private static final Duration LONGEST_TIMER = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(RoadsKeeper.class);

    private final Vertx vertx;
    private final FollowRoads follow;
    private long timer = -1;

    public RoadsKeeper(Vertx vertx, FollowRoads follow) {
        this.vertx = vertx;
        this.follow = follow;
    }

    public void start() {
        vertx.setPeriodic(EVERY.toMillis(), tick -> look());
        look();
    }

    /** To be called from anywhere, as often as one likes: looks that wait are one. */
    public void look() {
        follow.refresh()
                .onFailure(failure -> LOG.warn("the roads could not follow: {}", failure.getMessage()))
                .onSuccess(now -> follow.untilNextChange().ifPresent(this::wakeAfter));
    }

    /** One timer at a time, for the next change that is known. */
    private synchronized void wakeAfter(Duration wait) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        Duration next = wait.compareTo(LONGEST_TIMER) < 0 ? wait : LONGEST_TIMER;
        timer = vertx.setTimer(next.toMillis() + 1, due -> look()); // one more: millis are rounded down
    }
}
