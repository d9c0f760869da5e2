package rescue.dispatch.shell.web;

import java.util.Locale;

/**
 * Every refusal, and its HTTP status: the only table of it. The code that clients see is the name in lower case with
 * hyphens; its sentence is the phrase of that key.
 */
public enum ProblemCode {
    // the request itself
    JSON_BROKEN(400),
    REQUEST_INVALID(400),
    STATUS_UNKNOWN(400),
    UNAUTHENTICATED(401),
    CREDENTIALS_WRONG(401),
    FORBIDDEN(403),
    ROUTE_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    BODY_TOO_LARGE(413),
    VERSION_MISSING(428),
    LOGIN_THROTTLED(429),
    ASKED_TOO_OFTEN(429),

    // nothing there
    INCIDENT_UNKNOWN(404),
    ASSIGNMENT_UNKNOWN(404),
    UNIT_UNKNOWN(404),
    HOSPITAL_UNKNOWN(404),
    ROAD_CLOSURE_UNKNOWN(404),
    TRACKING_CODE_UNKNOWN(404),
    ROUTE_NONE(404),

    // somebody or something was first
    STALE(412),
    /** The same word for the loser of a race for an assignment, whose status is 409 by contract. */
    ASSIGNMENT_STALE(409, "stale"),
    KEY_REUSED(409),
    UNIT_TAKEN(409),
    UNIT_UNFIT(409),
    NO_BED(409),
    NOT_NOW(409),
    INCIDENT_CLOSED(409),
    INCIDENT_MERGED(409),
    INCIDENT_BUSY(409),
    MERGE_IMPOSSIBLE(409),
    PRE_ARRIVAL_ANSWERED(409),
    ANSWER_TOO_LATE(409),
    UNIT_ON_ASSIGNMENT(409),

    // understood, but it means nothing on these roads
    EXTENT_MISSING(422),
    EXTENT_UNMATCHED(422),
    ROAD_UNKNOWN(422),
    KM_BEYOND_END(422),
    NULL_ISLAND(422),
    INVALID_COORDINATES(422),
    OUTSIDE_MAP(422),
    FAR_FROM_ROAD(422),
    PLUS_CODE_INVALID(422),
    PLACE_MISSING(422),
    REASON_MISSING(422),
    UNTIL_PASSED(422),

    // our side
    INTERNAL(500),
    NOT_OFFERED_HERE(501),
    /** Never to be taken for "nobody is available": nothing is known until the database is back. */
    DATABASE_AWAY(503),
    BUSY(503);

    private final int status;
    private final String code;

    ProblemCode(int status) {
        this.status = status;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ProblemCode(int status, String code) {
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** As clients see it; never changes once published. */
    public String code() {
        return code;
    }
}
