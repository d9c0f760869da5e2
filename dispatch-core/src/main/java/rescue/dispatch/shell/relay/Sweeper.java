package rescue.dispatch.shell.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.CloseRoad;
import rescue.dispatch.flow.ExpireHolds;

/** What time alone changes: bed holds that run out, road closures that end. Safe to run on every node. */
public final class Sweeper {

    /** A bed is free by the database's clock at once; only the telling may be this late. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Vertx vertx;
    private final ExpireHolds expireHolds;
    private final CloseRoad closeRoad;
    private boolean sweeping;

    public Sweeper(Vertx vertx, ExpireHolds expireHolds, CloseRoad closeRoad) {
        this.vertx = vertx;
        this.expireHolds = expireHolds;
        this.closeRoad = closeRoad;
    }

    public void start() {
        vertx.setPeriodic(EVERY.toMillis(), timer -> sweep());
    }

    private void sweep() {
        if (sweeping) {
            return;
        }
        sweeping = true;
        Future.join(expireHolds.sweep(), closeRoad.refreshIfChanged())
                .onFailure(failure -> LOG.warn("could not sweep: {}", failure.getMessage()))
                .onComplete(done -> sweeping = false);
    }
}
