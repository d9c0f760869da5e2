package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.port.ChangeBell;
import rescue.dispatch.port.IncidentLog;

/** The hospital says yes, yes if, or no. A no gives the bed back and leaves the unit without a destination. */
public final class AnswerPreArrival {

    private final IncidentChange change;
    private final InstantSource clock;

    public AnswerPreArrival(IncidentLog log, InstantSource clock, ChangeBell bell) {
        this.change = new IncidentChange(log, bell);
        this.clock = clock;
    }

    /**
     * The incident as it stands after the answer.
     *
     * @param reason needed for a decline and for "accept if"
     */
    public Future<Outcome<Incident>> answer(
            String hospitalId, UUID assignmentId, PreArrivalAnswer answer, @Nullable String reason, String by) {
        return change.byAssignment(
                assignmentId,
                incident ->
                        decide(incident.findAssignment(assignmentId).orElseThrow(), hospitalId, answer, reason, by));
    }

    /**
     * What an answer comes to that must write nothing, as nobody is on the way there: why it is refused, or the incident when
     * it only says once more what was said.
     */
    public Future<Outcome<Incident>> refuse(
            String hospitalId, UUID assignmentId, PreArrivalAnswer answer, @Nullable String reason, String by) {
        return change.byAssignment(
                assignmentId,
                incident -> decide(incident.findAssignment(assignmentId).orElseThrow(), hospitalId, answer, reason, by)
                        .fold(
                                event -> event.isEmpty()
                                        ? Outcome.done(event)
                                        : Outcome.refused(RefusalCode.NOT_YOUR_PATIENT),
                                Outcome.Refused::as));
    }

    private Outcome<Optional<IncidentEvent>> decide(
            Assignment assignment, String hospitalId, PreArrivalAnswer answer, @Nullable String reason, String by) {
        if (answer.lacksReason(reason)) {
            return Outcome.refused(RefusalCode.REASON_MISSING);
        }
        if (!hospitalId.equals(assignment.hospitalId())) {
            boolean pressedTwice = answer == PreArrivalAnswer.DECLINE
                    && assignment.declinedBy().contains(hospitalId);
            return pressedTwice ? Outcome.done(Optional.empty()) : Outcome.refused(RefusalCode.NOT_YOUR_PATIENT);
        }
        if (!assignment.isActive() || assignment.status().compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            return Outcome.refused(RefusalCode.NOT_NOW, assignment.status(), "", "");
        }
        if (answer == assignment.answer()) {
            return Outcome.done(Optional.empty());
        }
        return Outcome.done(
                Optional.of(new PreArrivalAnswered(assignment.id(), hospitalId, answer, reason, clock.instant(), by)));
    }
}
