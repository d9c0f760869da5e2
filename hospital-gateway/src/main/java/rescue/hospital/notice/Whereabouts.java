package rescue.hospital.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.incident.TimelineEntry;

/**
 * What has become of one unit, as one hospital sees it: it comes, it has come, or it goes elsewhere. Read off the log.
 *
 * @param at since when that is so
 * @param reason why this hospital declined
 */
record Whereabouts(State state, Instant at, @Nullable String reason) {

    enum State {
        /** On its way here, or here and not yet handed over. */
        COMING,
        /** The patient was handed over here. */
        HANDED_OVER,
        /** Declined here, and without a destination since. */
        DECLINED,
        /** It goes to another hospital. */
        DIVERTED,
        /** The unit was called off. */
        STOOD_DOWN,
        /** Treated on the scene, or nobody was there. */
        NOT_TRANSPORTED;

        /** Whether a hospital that expects it must be told that it does not come. */
        boolean isGone() {
            return this != COMING && this != HANDED_OVER;
        }
    }

    /** Empty when that hospital was never its destination. */
    static Optional<Whereabouts> of(Incident incident, UUID assignmentId, String hospitalId) {
        Whereabouts last = null;
        for (TimelineEntry entry : incident.timeline()) {
            Whereabouts next = after(entry.event(), assignmentId, hospitalId, last);
            last = next == null ? last : next;
        }
        return Optional.ofNullable(last);
    }

    /** Null when that event changes nothing of it. */
    private static @Nullable Whereabouts after(
            IncidentEvent event, UUID assignmentId, String hospitalId, @Nullable Whereabouts before) {
        if (event instanceof UnitAssigned sent && sent.assignmentId().equals(assignmentId)) {
            return hospitalId.equals(sent.hospitalId()) ? new Whereabouts(State.COMING, sent.at(), null) : null;
        }
        if (event instanceof DestinationChanged changed
                && changed.assignmentId().equals(assignmentId)) {
            return heads(changed, hospitalId, before);
        }
        if (before == null) {
            return null;
        }
        if (event instanceof PreArrivalAnswered answered
                && answered.assignmentId().equals(assignmentId)) {
            boolean no = answered.answer() == PreArrivalAnswer.DECLINE
                    && hospitalId.equals(answered.hospitalId())
                    && before.state == State.COMING;
            return no ? new Whereabouts(State.DECLINED, answered.at(), answered.reason()) : null;
        }
        if (event instanceof UnitStatusRecorded pressed
                && pressed.assignmentId().equals(assignmentId)) {
            return reaches(pressed, before);
        }
        return null;
    }

    /** From one other hospital to the next is no news here. */
    private static @Nullable Whereabouts heads(
            DestinationChanged changed, String hospitalId, @Nullable Whereabouts before) {
        if (hospitalId.equals(changed.hospitalId())) {
            return new Whereabouts(State.COMING, changed.at(), null);
        }
        return before == null || before.state == State.DIVERTED
                ? null
                : new Whereabouts(State.DIVERTED, changed.at(), null);
    }

    private static @Nullable Whereabouts reaches(UnitStatusRecorded pressed, Whereabouts before) {
        boolean elsewhere = before.state == State.DIVERTED || before.state == State.HANDED_OVER;
        State state = switch (pressed.status()) {
            case CANCELLED -> State.STOOD_DOWN;
            case HANDED_OVER -> State.HANDED_OVER;
            case IN_SERVICE -> State.NOT_TRANSPORTED;
            default -> before.state;
        };
        return elsewhere || state == before.state ? null : new Whereabouts(state, pressed.at(), null);
    }
}
