package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.decision.Recommendation;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.SoftHolds;
import rescue.dispatch.port.UnitBoard;

/**
 * Who should go, and where to. Looks, decides, writes nothing.
 *
 * <p>When a unit of this incident has lost its destination (the hospital declined), the question is only where that
 * unit goes: it is the one candidate, from where it is now.
 *
 * <p>A bed that another desk is choosing at this moment counts as taken.
 */
public final class RecommendDispatch {

    private final IncidentLog log;
    private final SoftHolds choosing;
    private final DecisionLook look;

    public RecommendDispatch(
            IncidentLog log,
            UnitBoard units,
            HospitalBoard hospitals,
            SoftHolds choosing,
            RoadNetwork roads,
            InstantSource clock) {
        this.log = log;
        this.choosing = choosing;
        this.look = new DecisionLook(units, hospitals, roads, clock);
    }

    public Future<Outcome<Recommendation>> recommend(UUID incidentId) {
        return log.find(incidentId)
                .compose(found -> found.map(this::recommendFor)
                        .orElseGet(() ->
                                Future.succeededFuture(Outcome.refused(RefusalCode.INCIDENT_UNKNOWN, incidentId))));
    }

    Future<Outcome<Recommendation>> recommendFor(Incident incident) {
        Assignment waiting = incident.assignments().stream()
                .filter(assignment ->
                        assignment.needsDestination() && incident.needs().bed() != null)
                .findFirst()
                .orElse(null);
        return look.at(incident, waiting, choosing.list())
                .map(seen -> seen.fold(done -> Outcome.done(done.recommend()), refused -> refused.as()));
    }
}
