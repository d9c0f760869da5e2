package rescue.dispatch.shell.relay;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.WatchPlaces;
import rescue.dispatch.flow.WatchRoutes;
import rescue.dispatch.port.ChangeBell;

/** Rung when the roads of this node have changed: passes it on, has the routes that were given looked at again, then who is cut off. */
public final class RoadsWatch implements ChangeBell {

    /** When a look could not be written down because the database was away. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RoadsWatch.class);

    private final WatchRoutes routes;
    private final WatchPlaces places;
    private final ChangeBell next;

    /**
     * A watch over routes and places.
     *
     * @param next rung too: what was entered is told at once, and not when everything has been looked at
     */
    public RoadsWatch(WatchRoutes routes, WatchPlaces places, ChangeBell next) {
        this.routes = routes;
        this.places = places;
        this.next = next;
    }

    /** Looks now, and again for as long as the server runs; a look at roads that have not changed costs nothing. */
    public void start(Vertx vertx) {
        vertx.setPeriodic(AGAIN.toMillis(), timer -> look());
        look();
    }

    @Override
    public void ring() {
        next.ring();
        look();
    }

    private void look() {
        routes.look()
                .onFailure(failure -> LOG.warn("routes could not be looked at again: {}", failure.getMessage()))
                .transform(crewsFirst -> places.look())
                .onSuccess(done -> next.ring())
                .onFailure(failure -> LOG.warn("nobody looked who is cut off: {}", failure.getMessage()));
    }
}
