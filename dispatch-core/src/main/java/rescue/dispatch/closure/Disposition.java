package rescue.dispatch.closure;

/** How an incident ended. */
public enum Disposition {
    TRANSPORTED,
    TREATED_ON_SCENE,
    REFUSED_CARE,
    DECEASED,
    NO_PATIENT,
    FALSE_ALARM,
    CANCELLED,
    TRANSFERRED
}
