package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;

/**
 * What became of an alert, by its tracking code. When its incident was merged into another, help goes on there: whoever
 * reported must not read that the case is over.
 */
public final class TrackAlert {

    /** An incident merged into one that was merged into one …; a limit so that a ring does not hang. */
    private static final int MERGES_MAX = 8;

    private final IncidentLog log;

    public TrackAlert(IncidentLog log) {
        this.log = log;
    }

    public Future<Optional<Incident>> find(String trackingCode) {
        return log.findByTrackingCode(trackingCode).compose(found -> follow(found, MERGES_MAX));
    }

    private Future<Optional<Incident>> follow(Optional<Incident> found, int mergesLeft) {
        Optional<UUID> into = found.map(Incident::mergedInto);
        return into.isPresent() && mergesLeft > 0
                ? log.find(into.get()).compose(next -> follow(next, mergesLeft - 1))
                : Future.succeededFuture(found);
    }
}
