package rescue.dispatch.shell.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import rescue.dispatch.flow.Outcome;
import rescue.dispatch.flow.RefusalCode;

/** From a use case's "no" to the answer that says it: every code once, so that a new one does not compile unanswered. */
public final class Refusals {

    private Refusals() {}

    /** To be thrown, or failed with. What only the route knows, such as the next best, it adds itself. */
    public static ApiFailure failure(Outcome.Refused<?> refused) {
        List<String> args = refused.args();
        ApiFailure failure = new ApiFailure(code(refused.code()), args.toArray());
        return switch (refused.code()) {
            case NOT_NOW -> failure.with("allowed", allowed(args));
            case UNIT_TAKEN -> failure.with("takenBy", new JsonObject().put("incidentNumber", args.get(1)));
            case ROAD_UNKNOWN -> failure.at("/road");
            case KM_BEYOND_END, KM_BACKWARDS -> failure.at("/toKm");
            case OUTSIDE_MAP, NO_ROAD_THERE -> failure.at("/line");
            case NO_SUCH_ROADS -> failure.at("/roadClasses");
            case LINE_EMPTY, LINE_TOO_LONG -> failure.at("/line/coordinates");
            case EFFECT_NEEDS_STRETCH, EFFECT_FIGURES_BROKEN -> failure.at("/effect");
            case UNTIL_IN_THE_PAST, UNTIL_BEFORE_FROM, NEVER_IN_FORCE -> failure.at("/until");
            case CAPACITY_STALE -> failure.with("newest", newest(args));
            case REPORT_UNKNOWN, REPORT_CORRECTED -> failure.at("/corrects");
            case REASON_MISSING -> failure.at("/reason");
            case SECOND_PERSON_MISSING -> failure.at("/agreedBy");
            case TRANSFER_TO_ITSELF -> failure.at("/toHospitalId");
            case TEXT_MISSING -> failure.at("/" + args.get(0));
            case MERGE_INTO_ITSELF -> failure.at("/into");
            case PHOTO_NOT_READABLE, PHOTO_OTHER_FORMAT, PHOTO_INCOMPLETE, PHOTO_TOO_LARGE -> failure.at("/image");
            default -> failure;
        };
    }

    /** The value, or the refusal as the failure of the future. */
    public static <T> Future<T> orFail(Outcome<T> outcome) {
        return outcome.fold(Future::succeededFuture, refused -> Future.failedFuture(failure(refused)));
    }

    private static JsonArray allowed(List<String> args) {
        JsonArray allowed = new JsonArray();
        for (String status : args.get(1).split(", ")) {
            if (!status.isEmpty()) {
                allowed.add(status);
            }
        }
        return allowed;
    }

    private static JsonObject newest(List<String> args) {
        return new JsonObject()
                .put("by", args.get(0))
                .put("at", args.get(1))
                .put("id", Long.valueOf(args.get(2)))
                .put("source", args.get(3).isEmpty() ? null : args.get(3));
    }

    private static ProblemCode code(RefusalCode code) {
        return switch (code) {
            case INCIDENT_UNKNOWN -> ProblemCode.INCIDENT_UNKNOWN;
            case ASSIGNMENT_UNKNOWN -> ProblemCode.ASSIGNMENT_UNKNOWN;
            case UNIT_UNKNOWN -> ProblemCode.UNIT_UNKNOWN;
            case HOSPITAL_UNKNOWN -> ProblemCode.HOSPITAL_UNKNOWN;
            case ROAD_CLOSURE_UNKNOWN -> ProblemCode.ROAD_CLOSURE_UNKNOWN;
            case HANDOVER_UNKNOWN -> ProblemCode.HANDOVER_UNKNOWN;
            case TRACKING_CODE_UNKNOWN -> ProblemCode.TRACKING_CODE_UNKNOWN;
            case INCIDENT_NOT_OPEN -> ProblemCode.INCIDENT_NOT_OPEN;
            case INCIDENT_NOT_CLOSED -> ProblemCode.INCIDENT_NOT_CLOSED;
            case STALE -> ProblemCode.STALE;
            case UNIT_TAKEN -> ProblemCode.UNIT_TAKEN;
            case UNIT_NOT_ELIGIBLE -> ProblemCode.UNIT_NOT_ELIGIBLE;
            case HOSPITAL_NOT_ELIGIBLE -> ProblemCode.HOSPITAL_NOT_ELIGIBLE;
            case NO_BED -> ProblemCode.NO_BED;
            case KEY_REUSED -> ProblemCode.KEY_REUSED;
            case NOT_NOW -> ProblemCode.NOT_NOW;
            case PRESS_REUSED -> ProblemCode.PRESS_REUSED;
            case ASSIGNMENT_LONG_OVER -> ProblemCode.ASSIGNMENT_LONG_OVER;
            case ALERT_CLOSED -> ProblemCode.ALERT_CLOSED;
            case PHOTO_NOT_READABLE -> ProblemCode.PHOTO_NOT_READABLE;
            case PHOTO_OTHER_FORMAT -> ProblemCode.PHOTO_OTHER_FORMAT;
            case PHOTO_INCOMPLETE -> ProblemCode.PHOTO_INCOMPLETE;
            case PHOTO_TOO_LARGE -> ProblemCode.PHOTO_TOO_LARGE;
            case TOO_MANY_PHOTOS -> ProblemCode.TOO_MANY_PHOTOS;
            case ASSIGNMENTS_ACTIVE -> ProblemCode.ASSIGNMENTS_ACTIVE;
            case CAPACITY_STALE -> ProblemCode.CAPACITY_STALE;
            case REPORT_UNKNOWN -> ProblemCode.REPORT_UNKNOWN;
            case REPORT_CORRECTED -> ProblemCode.REPORT_CORRECTED;
            case CORRECTION_EMPTY -> ProblemCode.CORRECTION_EMPTY;
            case REPORT_KEY_REUSED -> ProblemCode.REPORT_KEY_REUSED;
            case NOT_YOUR_PATIENT -> ProblemCode.NOT_YOUR_PATIENT;
            case TRANSFER_UNKNOWN -> ProblemCode.TRANSFER_UNKNOWN;
            case TRANSFER_TO_ITSELF -> ProblemCode.TRANSFER_TO_ITSELF;
            case TRANSFER_NOT_ACCEPTED -> ProblemCode.TRANSFER_NOT_ACCEPTED;
            case TRANSFER_UNDER_WAY -> ProblemCode.TRANSFER_UNDER_WAY;
            case SECOND_PERSON_MISSING -> ProblemCode.SECOND_PERSON_MISSING;
            case REASON_MISSING -> ProblemCode.REASON_MISSING;
            case TEXT_MISSING -> ProblemCode.TEXT_MISSING;
            case MERGE_INTO_ITSELF -> ProblemCode.MERGE_INTO_ITSELF;
            case NOT_MERGED -> ProblemCode.NOT_MERGED;
            case PLACE_MISSING -> ProblemCode.PLACE_MISSING;
            case NO_DESTINATION -> ProblemCode.NO_DESTINATION;
            case ROAD_UNKNOWN -> ProblemCode.ROAD_UNKNOWN;
            case KM_BEYOND_END -> ProblemCode.KM_BEYOND_END;
            case KM_BACKWARDS -> ProblemCode.KM_BACKWARDS;
            case OUTSIDE_MAP -> ProblemCode.OUTSIDE_MAP;
            case NO_ROAD_THERE -> ProblemCode.NO_ROAD_THERE;
            case NO_SUCH_ROADS -> ProblemCode.NO_SUCH_ROADS;
            case LINE_EMPTY -> ProblemCode.LINE_EMPTY;
            case LINE_TOO_LONG -> ProblemCode.LINE_TOO_LONG;
            case EFFECT_NEEDS_STRETCH -> ProblemCode.EFFECT_NEEDS_STRETCH;
            case EFFECT_FIGURES_BROKEN -> ProblemCode.EFFECT_FIGURES_BROKEN;
            case UNTIL_IN_THE_PAST -> ProblemCode.UNTIL_IN_THE_PAST;
            case UNTIL_BEFORE_FROM -> ProblemCode.UNTIL_BEFORE_FROM;
            case NEVER_IN_FORCE -> ProblemCode.NEVER_IN_FORCE;
            case TOO_MANY_ROAD_CLOSURES -> ProblemCode.TOO_MANY_ROAD_CLOSURES;
            case TRY_AGAIN -> ProblemCode.TRY_AGAIN;
        };
    }
}
