package rescue.dispatch.shell.relay;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.ExpireHolds;

/** What time alone changes: bed holds that run out. Safe to run on every node. */
public final class Sweeper {

    /** A bed is free by the database's clock at once; only the telling may be this late. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Vertx vertx;
    private final ExpireHolds expireHolds;
    private boolean sweeping;

    public Sweeper(Vertx vertx, ExpireHolds expireHolds) {
        this.vertx = vertx;
        this.expireHolds = expireHolds;
    }

    public void start() {
        vertx.setPeriodic(EVERY.toMillis(), timer -> sweep());
    }

    private void sweep() {
        if (sweeping) {
            return;
        }
        sweeping = true;
        expireHolds
                .sweep()
                .onFailure(failure -> LOG.warn("could not sweep: {}", failure.getMessage()))
                .onComplete(done -> sweeping = false);
    }
}
