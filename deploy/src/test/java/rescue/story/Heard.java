package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpHeaders;
import java.util.List;

/** What the server answered. */
public record Heard(int status, HttpHeaders headers, String text) {

    /** The body, when the status is the one that the story expects. */
    public JsonObject expect(int expected) {
        assertEquals(expected, status, text);
        return text.isEmpty() ? new JsonObject() : json();
    }

    public JsonObject json() {
        return new JsonObject(text);
    }

    /** The stable code of a refusal. */
    public String code() {
        return json().getString("code", "");
    }

    public String type() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** A header, or nothing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** A list within a body, as the objects that it holds. */
    public static List<JsonObject> all(JsonObject body, String name) {
        return body.getJsonArray(name, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
