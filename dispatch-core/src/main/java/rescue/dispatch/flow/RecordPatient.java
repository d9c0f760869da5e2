package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.PriorityRule;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.decision.Need;
import rescue.dispatch.decision.NeedAssessment;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.PatientRecorded;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/**
 * A crew hands in a patient's card, as it found him. What the cards imply for urgency and needs follows by rule, and only
 * upwards: a card tells of one patient, not that there is no other.
 */
public final class RecordPatient {

    /**
     * One card.
     *
     * @param patient with the id of his card; the same id again corrects it
     * @param seq counted by the device, 0 or more, never used twice
     * @param recordedAt by the device's clock
     */
    public record Card(UUID assignmentId, Patient patient, String deviceId, long seq, Instant recordedAt, String by) {}

    private final OncePerPress presses;
    private final InstantSource clock;

    public RecordPatient(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.presses = new OncePerPress(log, bell);
        this.clock = clock;
    }

    public Future<Outcome<Incident>> record(Card card) {
        return presses.write(
                new OncePerPress.Sender(card.assignmentId(), card.deviceId(), card.seq()),
                was -> was instanceof PatientRecorded before && before.patient().equals(card.patient()),
                incident -> decide(incident, card));
    }

    private Outcome<IncidentEvent> decide(Incident incident, Card card) {
        Instant now = clock.instant();
        Assignment assignment = incident.findAssignment(card.assignmentId()).orElseThrow();
        if (!assignment.takesRecords(now)) {
            return Outcome.refused(RefusalCode.ASSIGNMENT_LONG_OVER, assignment.callSign());
        }
        PatientRecorded asBefore = recorded(card, incident.priority(), incident.needs(), now);
        List<Patient> patients = incident.patientsWith(asBefore);
        Priority implied = PriorityRule.of(patients);
        Priority priority = implied.compareTo(incident.priority()) < 0 ? implied : incident.priority();
        Need needs = NeedAssessment.of(incident.firstAlert().kind(), priority, patients, incident.injured());
        return Outcome.done(recorded(card, priority, needs, now));
    }

    private static PatientRecorded recorded(Card card, Priority priority, Need needs, Instant now) {
        return new PatientRecorded(
                card.assignmentId(),
                card.patient(),
                priority,
                needs,
                card.recordedAt().isAfter(now) ? now : card.recordedAt(), // a tablet's clock may run ahead
                card.deviceId(),
                card.seq(),
                now,
                card.by());
    }
}
