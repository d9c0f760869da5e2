package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentAcknowledged;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/**
 * Somebody at the desk has taken notice of an incident. The first one counts; to everybody else, and for an incident that is
 * over, it is answered and nothing is written: the alarm that he wanted to end has ended.
 */
public final class AcknowledgeIncident {

    private final IncidentChange change;
    private final InstantSource clock;

    public AcknowledgeIncident(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    /** The incident as it stands afterwards, with whoever was first. */
    public Future<Outcome<Incident>> acknowledge(UUID incidentId, String by) {
        return change.byId(incidentId, incident -> Outcome.done(decide(incident, by)));
    }

    private Optional<IncidentEvent> decide(Incident incident, String by) {
        return incident.isOpen() && incident.acknowledged() == null
                ? Optional.of(new IncidentAcknowledged(clock.instant(), by))
                : Optional.empty();
    }
}
