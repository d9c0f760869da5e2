package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal on its way to the one place that answers it: thrown, or the failure of a future. No stack trace, as
 * it is no bug.
 */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Object> args;
    private final transient JsonObject members = new JsonObject();
    private transient @Nullable String pointer;
    private transient @Nullable Duration retryAfter;

    /**
     * A refusal.
     *
     * @param args what the code's sentence needs, in the order of its placeholders
     */
    public ApiFailure(ProblemCode code, Object... args) {
        super(code.code(), null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    /** A further member of the problem document: who has it, what is allowed, what is the next best. */
    public ApiFailure with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Which field is to blame, as a JSON Pointer into the body. */
    public ApiFailure at(String jsonPointer) {
        pointer = jsonPointer;
        return this;
    }

    /** When it is worth trying again. */
    public ApiFailure retryAfter(Duration duration) {
        retryAfter = duration;
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    List<Object> args() {
        return args;
    }

    JsonObject members() {
        return members;
    }

    public @Nullable String pointer() {
        return pointer;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
