package rescue.dispatch.shell.web;

import java.util.Locale;

/**
 * Every refusal, and its HTTP status: the only table of it. The code that clients see is the name in lower case with
 * hyphens, unless given; its sentence is the phrase of {@link #phrase}.
 */
public enum ProblemCode {
    // the request itself
    ADDRESS_BROKEN(400),
    JSON_BROKEN(400),
    FORM_BROKEN(400),
    REQUEST_INVALID(400),
    STATUS_UNKNOWN(400),
    UNAUTHENTICATED(401),
    CREDENTIALS_WRONG(401),
    FORBIDDEN(403),
    ROUTE_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    BODY_TOO_LARGE(413),
    ENCODING_NOT_READ(415),
    VERSION_MISSING(428),
    LOGIN_THROTTLED(429),
    ASKED_TOO_OFTEN(429),

    // nothing there
    INCIDENT_UNKNOWN(404),
    ASSIGNMENT_UNKNOWN(404),
    UNIT_UNKNOWN(404),
    HOSPITAL_UNKNOWN(404),
    TRANSFER_UNKNOWN(404),
    ROAD_CLOSURE_UNKNOWN(404),
    HANDOVER_UNKNOWN(404),
    ROADS_VERSION_UNKNOWN(404),
    TRACKING_CODE_UNKNOWN(404),
    PHOTO_UNKNOWN(404),

    // somebody or something was first, or it is not the time for it
    STALE(412),
    /** Beaten more often than we try again; "stale" to clients, as by contract the loser of such a race hears that word. */
    TRY_AGAIN(409, "stale"),
    KEY_REUSED(409),
    PRESS_REUSED(409),
    UNIT_TAKEN(409),
    UNIT_NOT_ELIGIBLE(409),
    HOSPITAL_NOT_ELIGIBLE(409),
    NO_BED(409),
    UNIT_ON_ASSIGNMENT(409),
    NOT_NOW(409),
    INCIDENT_NOT_OPEN(409),
    INCIDENT_NOT_CLOSED(409),
    ASSIGNMENT_LONG_OVER(409),
    ALERT_CLOSED(409),
    TOO_MANY_PHOTOS(409),
    ASSIGNMENTS_ACTIVE(409),
    /** Of a report of capacity; "stale" to clients, as for everything that was written on something older. */
    CAPACITY_STALE(409, "stale"),
    REPORT_CORRECTED(409),
    REPORT_KEY_REUSED(409, "key-reused"),
    NOT_YOUR_PATIENT(409),
    SECOND_PERSON_MISSING(409),
    TRANSFER_NOT_ACCEPTED(409),
    TRANSFER_UNDER_WAY(409),
    NOT_MERGED(409),
    PLACE_MISSING(409),
    NO_DESTINATION(409),

    // understood, but it means nothing here
    EXTENT_MISSING(422),
    INVALID_COORDINATES(422),
    ROAD_UNKNOWN(422),
    KM_BEYOND_END(422),
    KM_BACKWARDS(422),
    OUTSIDE_MAP(422),
    NO_ROAD_THERE(422),
    NO_SUCH_ROADS(422),
    LINE_EMPTY(422),
    LINE_TOO_LONG(422),
    EFFECT_NEEDS_STRETCH(422),
    EFFECT_FIGURES_BROKEN(422),
    SEASON_BROKEN(422),
    HOURS_BROKEN(422),
    UNTIL_IN_THE_PAST(422),
    UNTIL_BEFORE_FROM(422),
    NEVER_IN_FORCE(422),
    TOO_MANY_ROAD_CLOSURES(409),
    REASON_MISSING(422),
    TRANSFER_TO_ITSELF(422),
    PHOTO_NOT_READABLE(422),
    PHOTO_OTHER_FORMAT(422),
    PHOTO_INCOMPLETE(422),
    PHOTO_TOO_LARGE(422),
    TEXT_MISSING(422),
    REPORT_UNKNOWN(422),
    CORRECTION_EMPTY(422),
    MERGE_INTO_ITSELF(422),

    // what hospitals' machines send
    XML_BROKEN(400),
    XML_DOCTYPE(400),
    XML_ENTITY(400),
    XML_TOO_MUCH(400),
    HAVE_MISSING(422),
    HAVE_BEDS_AMBIGUOUS(422),
    HAVE_NOT_AVAILABLE(422),
    FHIR_FORM(422),
    FHIR_TYPE_UNKNOWN(404),
    FHIR_NOT_THERE(404),
    WEBHOOK_ADDRESS(422),
    WEBHOOK_UNKNOWN(404),
    SMS_INCOMPLETE(400),
    SMS_NOT_UNDERSTOOD(422),
    SMS_NUMBER_MISSING(422),
    CODE_UNKNOWN(422),
    COUNT_NOT_WHOLE(422),
    COUNT_NEGATIVE(422),
    COUNT_TOO_MANY(422),
    COUNT_OVER_ALL(422),
    COUNTS_CONTRADICT(422),
    REPORT_EMPTY(422),
    REPORT_TIME_BROKEN(422),
    REPORT_FROM_FUTURE(422),
    REPORT_TOO_OLD(422),
    HOSPITAL_NOT_YOURS(403),
    HOSPITAL_AMBIGUOUS(422),

    // our side
    INTERNAL(500),
    NOT_OFFERED_HERE(501),
    /** More large bodies at once than the memory has room for. */
    UPLOADS_BUSY(503),
    /** Neither the database nor this node's disk can take the alert: nobody may be told that it is safe. */
    ALERT_NOT_KEPT(503),
    /** Never to be taken for "nobody is available": nothing is known until the database is back. */
    DATABASE_AWAY(503);

    private final int status;
    private final String code;

    ProblemCode(int status) {
        this.status = status;
        this.code = phrase();
    }

    ProblemCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** The key of its sentence. */
    public String phrase() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As clients see it; never changes once published. */
    public String code() {
        return code;
    }
}
