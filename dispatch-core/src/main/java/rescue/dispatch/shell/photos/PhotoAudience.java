package rescue.dispatch.shell.photos;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.account.Principal;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;

/** Who may see the photos of an incident: they show people at their worst. */
final class PhotoAudience {

    private PhotoAudience() {}

    /**
     * The desk; a crew that is out for the incident, or was until a day ago; a hospital that a patient of it was, or is,
     * to be brought to.
     */
    static boolean maySee(Principal caller, Incident incident, Instant now) {
        return switch (caller.role()) {
            case OPERATOR, SUPERVISOR -> true;
            case CREW ->
                incident.assignments().stream()
                        .anyMatch(assignment ->
                                assignment.unitId().equals(caller.unitId()) && assignment.takesRecords(now));
            case HOSPITAL ->
                caller.hospitalId() != null
                        && incident.timeline().stream()
                                .anyMatch(entry -> Objects.equals(destination(entry.event()), caller.hospitalId()));
            case COMMITTEE, SECTOR, ADMIN -> false;
        };
    }

    private static @Nullable String destination(IncidentEvent event) {
        if (event instanceof UnitAssigned assigned) {
            return assigned.hospitalId();
        }
        return event instanceof DestinationChanged changed ? changed.hospitalId() : null;
    }
}
