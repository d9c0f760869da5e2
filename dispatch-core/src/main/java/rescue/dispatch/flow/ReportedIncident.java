package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.IncidentLog;

/** The incident that a tracking code leads to: where a report was merged into another, to that one. */
public final class ReportedIncident {

    /** Merges are made by hand, one at a time; a longer chain is no chain of reports any more. */
    private static final int MERGES_FOLLOWED = 10;

    private final IncidentLog log;

    public ReportedIncident(IncidentLog log) {
        this.log = log;
    }

    /** Empty for a code that nobody was given. */
    public Future<Optional<Incident>> find(String trackingCode) {
        return log.findByTrackingCode(trackingCode).compose(found -> follow(found, MERGES_FOLLOWED));
    }

    private Future<Optional<Incident>> follow(Optional<Incident> found, int mergesLeft) {
        Optional<UUID> into = found.map(Incident::mergedInto);
        return into.isEmpty() || mergesLeft == 0
                ? Future.succeededFuture(found)
                : log.find(into.get()).compose(next -> follow(next, mergesLeft - 1));
    }
}
