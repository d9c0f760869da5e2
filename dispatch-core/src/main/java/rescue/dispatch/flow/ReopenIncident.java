package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentReopened;
import rescue.dispatch.incident.IncidentStatus;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/** It was not over after all. The incident is in the queue again; units and beds have to be asked for anew. */
public final class ReopenIncident {

    private final IncidentChange change;
    private final InstantSource clock;

    public ReopenIncident(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    public Future<Outcome<Incident>> reopen(UUID incidentId, String reason, String by) {
        return change.byId(incidentId, incident -> decide(incident, reason, by));
    }

    /** One that was merged is not over: it is un-merged. */
    private Outcome<Optional<IncidentEvent>> decide(Incident incident, String reason, String by) {
        if (reason.isBlank()) {
            return Outcome.refused(RefusalCode.REASON_MISSING);
        }
        return incident.status() == IncidentStatus.CLOSED
                ? Outcome.done(Optional.of(new IncidentReopened(reason, clock.instant(), by)))
                : Outcome.refused(RefusalCode.INCIDENT_NOT_CLOSED, incident.status());
    }
}
