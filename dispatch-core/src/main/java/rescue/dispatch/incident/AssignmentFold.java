package rescue.dispatch.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.DestinationAsk;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.IncidentEvent.DestinationChangeAsked;
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
                null,
                event.plan(),
                event.carries(),
                Map.of());
    }

    static Assignment recorded(Assignment before, UnitStatusRecorded event) {
        Draft draft = new Draft(before);
        draft.status = event.status();
        draft.milestones = before.milestonesWith(event.status(), event.pressedAt());
        if (event.status().compareTo(AssignmentStatus.ON_SCENE) >= 0) {
            draft.routes.remove(Leg.SCENE); // driven
        }
        if (event.status().compareTo(AssignmentStatus.AT_DESTINATION) >= 0) {
            draft.destinationAsked = null; // too late for another
            draft.routes.remove(Leg.HOSPITAL);
        }
        if (draft.hold != null) {
            draft.hold = draft.hold.in(HoldLifecycle.after(draft.hold.state(), event.status()));
        }
        return draft.done();
    }

    /** The answer of a hospital that is the destination no longer is kept in the timeline and changes nothing else. */
    static Assignment answered(Assignment before, PreArrivalAnswered event) {
        if (!event.hospitalId().equals(before.hospitalId())) {
            return before;
        }
        Draft draft = new Draft(before);
        draft.answered(event.answer(), event.reason(), event.at());
        if (draft.hold != null) {
            draft.hold = draft.hold.in(HoldLifecycle.after(draft.hold.state(), event.answer()));
        }
        if (event.answer() == PreArrivalAnswer.DECLINE) {
            draft.hospitalId = null;
            draft.hospitalName = null;
            draft.routes.remove(Leg.HOSPITAL);
            draft.declinedBy.add(event.hospitalId());
        }
        return draft.done();
    }

    static Assignment diverted(Assignment before, DestinationChanged event) {
        Draft draft = new Draft(before);
        draft.hospitalId = event.hospitalId();
        draft.hospitalName = event.hospitalName();
        draft.hold = event.hold();
        draft.answered(null, null, null);
        draft.destinationAsked = null;
        draft.plan = event.plan();
        draft.routes.remove(Leg.HOSPITAL);
        return draft.done();
    }

    /** The newest question takes the place of the one before. */
    static Assignment asked(Assignment before, DestinationChangeAsked event) {
        Draft draft = new Draft(before);
        draft.destinationAsked = new DestinationAsk(event.askedAt(), event.reason(), event.hospitalId());
        return draft.done();
    }

    static Assignment destinationKept(Assignment before) {
        Draft draft = new Draft(before);
        draft.destinationAsked = null;
        return draft.done();
    }

    /** The newest word on a leg takes the place of the one before. */
    static Assignment routed(Assignment before, Leg leg, RouteNotice notice) {
        Draft draft = new Draft(before);
        draft.routes.put(leg, notice);
        return draft.done();
    }

    static Assignment holdExpired(Assignment before) {
        Draft draft = new Draft(before);
        if (draft.hold != null && draft.hold.isActive()) { // arrived too: it may have been given away before
            draft.hold = draft.hold.in(HoldState.EXPIRED);
        }
        return draft.done();
    }

    /** The parts that events change, between two assignments. */
    private static final class Draft {
        private final Assignment before;
        private final Set<String> declinedBy;
        private AssignmentStatus status;
        private Map<AssignmentStatus, Instant> milestones;
        private @Nullable String hospitalId;
        private @Nullable String hospitalName;
        private @Nullable Hold hold;
        private @Nullable PreArrivalAnswer answer;
        private @Nullable String answerReason;
        private @Nullable Instant answeredAt;
        private @Nullable DestinationAsk destinationAsked;
        private Plan plan;
        private final Map<Leg, RouteNotice> routes;

        private Draft(Assignment before) {
            this.before = before;
            declinedBy = new HashSet<>(before.declinedBy());
            status = before.status();
            milestones = before.milestones();
            hospitalId = before.hospitalId();
            hospitalName = before.hospitalName();
            hold = before.hold();
            answer = before.answer();
            answerReason = before.answerReason();
            answeredAt = before.answeredAt();
            destinationAsked = before.destinationAsked();
            plan = before.plan();
            routes = new HashMap<>(before.routes());
        }

        private void answered(@Nullable PreArrivalAnswer newAnswer, @Nullable String reason, @Nullable Instant at) {
            answer = newAnswer;
            answerReason = reason;
            answeredAt = at;
        }

        private Assignment done() {
            return new Assignment(
                    before.id(),
                    before.unitId(),
                    before.callSign(),
                    before.vehicle(),
                    status,
                    milestones,
                    hospitalId,
                    hospitalName,
                    hold,
                    answer,
                    answerReason,
                    answeredAt,
                    declinedBy,
                    destinationAsked,
                    plan,
                    before.carries(),
                    routes);
        }
    }
}
