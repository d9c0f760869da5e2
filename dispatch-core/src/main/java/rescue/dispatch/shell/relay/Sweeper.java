package rescue.dispatch.shell.relay;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.ExpireHolds;

/** What time alone changes: bed holds that run out. Told by one node at a time. */
public final class Sweeper {

    /** A bed is free by the database's clock at once; only the telling may be this late. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Vertx vertx;
    private final ExpireHolds expireHolds;
    private final BooleanSupplier itIsUs;
    private boolean sweeping;

    /**
     * A sweeper that does not run yet.
     *
     * @param itIsUs whether this node sweeps; what it writes is fenced all the same
     */
    public Sweeper(Vertx vertx, ExpireHolds expireHolds, BooleanSupplier itIsUs) {
        this.itIsUs = itIsUs;
        this.vertx = vertx;
        this.expireHolds = expireHolds;
    }

    public void start() {
        vertx.setPeriodic(EVERY.toMillis(), timer -> sweep());
    }

    private void sweep() {
        if (sweeping || !itIsUs.getAsBoolean()) {
            return;
        }
        sweeping = true;
        expireHolds
                .sweep()
                .onFailure(failure -> LOG.warn("could not sweep: {}", failure.getMessage()))
                .onComplete(done -> sweeping = false);
    }
}
