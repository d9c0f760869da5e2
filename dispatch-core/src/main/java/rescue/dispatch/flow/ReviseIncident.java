package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.PriorityRule;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.NeedAssessment;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.unit.Capability;

/**
 * Somebody knows better: the place, the patients, how urgent it is, what it needs. What the patients imply for urgency
 * and needs follows by rule, unless the same change says otherwise.
 */
public final class ReviseIncident {

    /** What is new; null for what stays. */
    public record Revision(
            @Nullable Priority priority,
            @Nullable ToldPlace place,
            @Nullable List<Patient> patients,
            @Nullable List<Capability> capabilities,
            @Nullable List<Service> services) {}

    private final IncidentChange change;
    private final Placing placing;
    private final InstantSource clock;

    public ReviseIncident(IncidentLog log, Placing placing, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.placing = placing;
        this.clock = clock;
    }

    /**
     * The incident as it stands after the revision.
     *
     * @param seenVersion the version that the operator was looking at; any other is refused as stale
     */
    public Future<Outcome<Incident>> revise(UUID incidentId, long seenVersion, Revision revision, String by) {
        return change.byId(incidentId, incident -> decide(incident, seenVersion, revision, by));
    }

    private Outcome<Optional<IncidentEvent>> decide(Incident incident, long seenVersion, Revision revision, String by) {
        if (incident.version() != seenVersion) {
            return Outcome.refused(RefusalCode.STALE, incident.version());
        }
        if (!incident.isOpen()) {
            return Outcome.refused(RefusalCode.INCIDENT_NOT_OPEN, incident.status());
        }
        List<Patient> patients = revision.patients();
        Priority priority = revision.priority();
        if (priority == null && patients != null && !patients.isEmpty()) {
            priority = PriorityRule.of(patients);
        }
        Placement placement = revision.place() == null ? null : placing.place(revision.place());
        return Outcome.done(Optional.of(new IncidentRevised(
                priority,
                revision.place(),
                placement,
                patients,
                needs(incident, revision, priority == null ? incident.priority() : priority),
                clock.instant(),
                by)));
    }

    /**
     * Patients say what is needed; a new priority alone can only ask for more, and never undoes the operator's word. Whoever
     * names priority and needs together says all of it anew, as one does who takes a change back: then the bed follows by rule.
     */
    private static @Nullable Need needs(Incident incident, Revision revision, Priority priority) {
        List<Patient> patients = revision.patients();
        boolean asked = revision.capabilities() != null || revision.services() != null;
        if (patients == null && revision.priority() == null && !asked) {
            return null;
        }
        AlertKind kind = incident.firstAlert().kind();
        Need implied = incident.needs();
        boolean saysAll = revision.priority() != null && revision.capabilities() != null && revision.services() != null;
        if (patients == null && saysAll) {
            implied = NeedAssessment.of(kind, priority, incident.patients(), incident.injured());
        } else if (patients != null) {
            implied = NeedAssessment.of(kind, priority, patients, incident.injured());
        } else if (revision.priority() != null) {
            implied = implied.and(NeedAssessment.of(kind, priority, incident.patients(), incident.injured()));
        }
        return new Need(
                revision.capabilities() == null ? implied.capabilities() : Set.copyOf(revision.capabilities()),
                revision.services() == null ? implied.services() : Set.copyOf(revision.services()),
                implied.bed());
    }
}
