package rescue.dispatch.assignment;

import rescue.dispatch.unit.UnitStatus;

/** How far an assignment has come. Each but the first is a press of the crew's one button; NEMSIS eTimes names. */
public enum AssignmentStatus {
    /** eTimes.03: the unit was told. */
    NOTIFIED(UnitStatus.DISPATCHED),
    /** eTimes.04: the crew has read the order. */
    ACKNOWLEDGED(UnitStatus.DISPATCHED),
    /** eTimes.05. */
    EN_ROUTE(UnitStatus.EN_ROUTE),
    /** eTimes.06. */
    ON_SCENE(UnitStatus.ON_SCENE),
    /** eTimes.07. */
    AT_PATIENT(UnitStatus.ON_SCENE),
    /** eTimes.09. */
    LEFT_SCENE(UnitStatus.TRANSPORTING),
    /** eTimes.11. */
    AT_DESTINATION(UnitStatus.AT_HOSPITAL),
    /** eTimes.12: the patient is in other hands. */
    HANDED_OVER(UnitStatus.AT_HOSPITAL),
    /** eTimes.13: the unit is free again. */
    IN_SERVICE(UnitStatus.AVAILABLE),
    /** eTimes.14: stood down. */
    CANCELLED(UnitStatus.AVAILABLE);

    private final UnitStatus unitStatus;

    AssignmentStatus(UnitStatus unitStatus) {
        this.unitStatus = unitStatus;
    }

    /** What the unit is doing while its assignment is here. */
    public UnitStatus unitStatus() {
        return unitStatus;
    }

    /** Whether the unit is free again. */
    public boolean isOver() {
        return this == IN_SERVICE || this == CANCELLED;
    }
}
