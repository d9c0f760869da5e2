package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/** The end of an incident: only when no unit is out for it any more. */
public final class CloseIncident {

    private final IncidentChange change;
    private final InstantSource clock;

    public CloseIncident(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    public Future<Outcome<Incident>> close(UUID incidentId, Disposition disposition, @Nullable String note, String by) {
        return change.byId(incidentId, incident -> decide(incident, disposition, note, by));
    }

    private Outcome<Optional<IncidentEvent>> decide(
            Incident incident, Disposition disposition, @Nullable String note, String by) {
        if (!incident.isOpen()) {
            return Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status());
        }
        List<String> stillOut =
                incident.activeAssignments().stream().map(Assignment::callSign).toList();
        return stillOut.isEmpty()
                ? Outcome.done(Optional.of(new IncidentClosed(disposition, note, clock.instant(), by)))
                : Outcome.refused(RefusalCode.ASSIGNMENTS_ACTIVE, String.join(", ", stillOut));
    }
}
