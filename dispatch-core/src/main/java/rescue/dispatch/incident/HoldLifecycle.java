package rescue.dispatch.incident;

import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;

/** What the crew's progress and the hospital's answer make of the bed that is held. A hold that is over stays over. */
public final class HoldLifecycle {

    private HoldLifecycle() {}

    /** The hold's state after the assignment has reached {@code reached}. */
    public static HoldState after(HoldState before, AssignmentStatus reached) {
        return switch (before) {
            case FIRM, CONFIRMED, ARRIVED -> whenReached(before, reached);
            case OCCUPIED, RELEASED, REFUSED, EXPIRED -> before;
        };
    }

    /** The hold's state after the hospital's {@code answer}: a yes after the arrival is not a step back. */
    public static HoldState after(HoldState before, PreArrivalAnswer answer) {
        return switch (before) {
            case FIRM, CONFIRMED -> answer == PreArrivalAnswer.DECLINE ? HoldState.REFUSED : HoldState.CONFIRMED;
            case ARRIVED -> answer == PreArrivalAnswer.DECLINE ? HoldState.REFUSED : HoldState.ARRIVED;
            case OCCUPIED, RELEASED, REFUSED, EXPIRED -> before;
        };
    }

    private static HoldState whenReached(HoldState before, AssignmentStatus reached) {
        return switch (reached) {
            case NOTIFIED, ACKNOWLEDGED, EN_ROUTE, ON_SCENE, AT_PATIENT, LEFT_SCENE -> before;
            case AT_DESTINATION -> HoldState.ARRIVED;
            case HANDED_OVER -> HoldState.OCCUPIED;
            case IN_SERVICE, CANCELLED -> HoldState.RELEASED;
        };
    }
}
