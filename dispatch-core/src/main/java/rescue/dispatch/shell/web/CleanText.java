package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Texts without the null character, which JSON may carry and PostgreSQL cannot keep. It says nothing to anybody, so it is
 * left out rather than refused: an alert is not lost for it.
 */
public final class CleanText {

    private static final String NULL_CHARACTER = "\0";

    private CleanText() {}

    static JsonObject of(JsonObject object) {
        JsonObject clean = new JsonObject();
        object.forEach(entry -> clean.put(of(entry.getKey()), of(entry.getValue())));
        return clean;
    }

    static JsonArray of(JsonArray array) {
        JsonArray clean = new JsonArray();
        array.forEach(value -> clean.add(of(value)));
        return clean;
    }

    public static String of(String text) {
        return text.replace(NULL_CHARACTER, "");
    }

    private static @Nullable Object of(@Nullable Object value) {
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof JsonObject object) {
            return of(object);
        }
        return value instanceof JsonArray array ? of(array) : value;
    }
}
