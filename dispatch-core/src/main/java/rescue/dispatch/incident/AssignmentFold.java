package rescue.dispatch.incident;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;

/** What each event makes of one assignment, and of the bed that is held for it. */
final class AssignmentFold {

    private AssignmentFold() {}

    static Assignment assigned(UnitAssigned event) {
        return new Assignment(
                event.assignmentId(),
                event.unitId(),
                event.callSign(),
                event.vehicle(),
                AssignmentStatus.NOTIFIED,
                Map.of(AssignmentStatus.NOTIFIED, event.at()),
                event.hospitalId(),
                event.hospitalName(),
                event.hold(),
                null,
                null,
                null,
                Set.of(),
                event.plan());
    }

    static Assignment recorded(Assignment before, UnitStatusRecorded event) {
        Hold hold = before.hold();
        return new Assignment(
                before.id(),
                before.unitId(),
                before.callSign(),
                before.vehicle(),
                event.status(),
                before.milestonesWith(event.status(), event.pressedAt()),
                before.hospitalId(),
                before.hospitalName(),
                hold == null ? null : hold.in(HoldLifecycle.after(hold.state(), event.status())),
                before.answer(),
                before.answerReason(),
                before.answeredAt(),
                before.declinedBy(),
                before.plan());
    }

    /** The answer of a hospital that is the destination no longer is kept in the timeline and changes nothing else. */
    static Assignment answered(Assignment before, PreArrivalAnswered event) {
        if (!event.hospitalId().equals(before.hospitalId())) {
            return before;
        }
        boolean declined = event.answer() == PreArrivalAnswer.DECLINE;
        Hold hold = before.hold();
        return new Assignment(
                before.id(),
                before.unitId(),
                before.callSign(),
                before.vehicle(),
                before.status(),
                before.milestones(),
                declined ? null : before.hospitalId(),
                declined ? null : before.hospitalName(),
                hold == null ? null : hold.in(HoldLifecycle.after(hold.state(), event.answer())),
                event.answer(),
                event.reason(),
                event.at(),
                declined ? with(before.declinedBy(), event.hospitalId()) : before.declinedBy(),
                before.plan());
    }

    static Assignment diverted(Assignment before, DestinationChanged event) {
        return new Assignment(
                before.id(),
                before.unitId(),
                before.callSign(),
                before.vehicle(),
                before.status(),
                before.milestones(),
                event.hospitalId(),
                event.hospitalName(),
                event.hold(),
                null,
                null,
                null,
                before.declinedBy(),
                event.plan());
    }

    static Assignment holdExpired(Assignment before) {
        Hold hold = before.hold();
        return new Assignment(
                before.id(),
                before.unitId(),
                before.callSign(),
                before.vehicle(),
                before.status(),
                before.milestones(),
                before.hospitalId(),
                before.hospitalName(),
                hold == null || !hold.canExpire() ? hold : hold.in(HoldState.EXPIRED),
                before.answer(),
                before.answerReason(),
                before.answeredAt(),
                before.declinedBy(),
                before.plan());
    }

    private static Set<String> with(Set<String> some, String oneMore) {
        Set<String> more = new HashSet<>(some);
        more.add(oneMore);
        return more;
    }
}
