package rescue.dispatch.shell.postgres;

import io.vertx.pgclient.PgException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that the schema enforces, by the names of their constraints. */
enum Violation {
    UNIT_HAS_ASSIGNMENT,
    PRESS_REPEATED,
    KEY_USED,
    /** That incident has a photo under that id of its sender. */
    PHOTO_SENT_BEFORE,
    /** An incident's next event was written by somebody else. */
    VERSION_TAKEN,
    OTHER;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Map<String, Violation> BY_CONSTRAINT = Map.of(
            "one_unit_one_assignment", UNIT_HAS_ASSIGNMENT,
            "press_pkey", PRESS_REPEATED,
            "alert_receipt_pkey", KEY_USED,
            "photo_sent_once", PHOTO_SENT_BEFORE,
            "incident_event_pkey", VERSION_TAKEN);

    static Violation of(PgException failure) {
        String constraint = failure.getConstraint();
        if (constraint == null || !UNIQUE_VIOLATION.equals(failure.getSqlState())) {
            return OTHER;
        }
        return BY_CONSTRAINT.getOrDefault(constraint, OTHER);
    }

    static boolean is(@Nullable Throwable failure, Violation violation) {
        return failure instanceof PgException pg && of(pg) == violation;
    }
}
