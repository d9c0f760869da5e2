package rescue.dispatch.flow;

/** Every expected "no" of the use cases, in one list. The web maps each to one status and one sentence. */
public enum RefusalCode {
    INCIDENT_UNKNOWN,
    ASSIGNMENT_UNKNOWN,
    UNIT_UNKNOWN,
    HOSPITAL_UNKNOWN,
    ROAD_CLOSURE_UNKNOWN,
    HANDOVER_UNKNOWN,
    TRACKING_CODE_UNKNOWN,
    /** Args: the status it has. */
    INCIDENT_NOT_OPEN,
    /** Args: the status it has. */
    INCIDENT_NOT_CLOSED,
    /** Somebody changed it first. Args: the version it has now. */
    STALE,
    /** Args: call sign, the incident's number that has it. */
    UNIT_TAKEN,
    /** Args: call sign, the rule's code. */
    UNIT_NOT_ELIGIBLE,
    /** Args: hospital, the rule's code. */
    HOSPITAL_NOT_ELIGIBLE,
    /** Args: hospital. */
    NO_BED,
    /** The idempotency key was used for another body. */
    KEY_REUSED,
    /** Args: the status now, the statuses allowed. */
    NOT_NOW,
    /** That device has used this number for another press. Args: what was pressed then. */
    PRESS_REUSED,
    /** It ended longer ago than a late tablet explains. Args: the call sign. */
    ASSIGNMENT_LONG_OVER,
    /** Whoever reported it has more to say, and it is over. */
    ALERT_CLOSED,
    PHOTO_NOT_READABLE,
    PHOTO_OTHER_FORMAT,
    PHOTO_INCOMPLETE,
    PHOTO_TOO_LARGE,
    /** Args: the most. */
    TOO_MANY_PHOTOS,
    /** Args: the call signs that are still out. */
    ASSIGNMENTS_ACTIVE,
    /** Somebody has reported since. Args: who, when, the report's number, on which way; empty where none is known. */
    CAPACITY_STALE,
    /** What is to be corrected is not in that hospital's history. */
    REPORT_UNKNOWN,
    /** Args: the report that corrected it. */
    REPORT_CORRECTED,
    /** A correction that says nothing. */
    CORRECTION_EMPTY,
    /** The idempotency key was used for another report. */
    REPORT_KEY_REUSED,
    /** The patient is not coming to that hospital. */
    NOT_YOUR_PATIENT,
    /** No such transfer, or none of that hospital. */
    TRANSFER_UNKNOWN,
    TRANSFER_TO_ITSELF,
    /** Args: the hospital that has not accepted, or the one it goes to. */
    TRANSFER_NOT_ACCEPTED,
    /** A unit is on it. Args: the hospital it goes to. */
    TRANSFER_UNDER_WAY,
    /** A full ward takes one more only when somebody else agrees. Args: the hospital. */
    SECOND_PERSON_MISSING,
    REASON_MISSING,
    /** A note that says nothing. Args: the field that should say it. */
    TEXT_MISSING,
    MERGE_INTO_ITSELF,
    NOT_MERGED,
    /** Nobody has put the place on the map yet. */
    PLACE_MISSING,
    NO_DESTINATION,
    /** Args: the road, similar roads. */
    ROAD_UNKNOWN,
    /** Args: the road, its first post, its last post. */
    KM_BEYOND_END,
    KM_BACKWARDS,
    OUTSIDE_MAP,
    NO_ROAD_THERE,
    /** The map knows no ford, or no road of that class. */
    NO_SUCH_ROADS,
    LINE_EMPTY,
    /** Args: the most points. */
    LINE_TOO_LONG,
    /** A wait is for one stretch, not for every road of a class. */
    EFFECT_NEEDS_STRETCH,
    /** A factor, a wait, a weight or a width that means nothing. */
    EFFECT_FIGURES_BROKEN,
    UNTIL_IN_THE_PAST,
    UNTIL_BEFORE_FROM,
    /** Its season or hours never come before its end. */
    NEVER_IN_FORCE,
    /** Args: the most. */
    TOO_MANY_ROAD_CLOSURES,
    /** Contended more often than we try again. */
    TRY_AGAIN
}
