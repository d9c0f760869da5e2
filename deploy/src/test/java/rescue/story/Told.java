package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** What a live line must have brought, and what it must not. */
final class Told {

    private Told() {}

    /** Every change there was, numbered without a gap, and each version of the incident once and in order. */
    static void everythingOnce(LiveLine line, String incidentId, long lastVersion) {
        line.await("the last change", change -> isAbout(change, incidentId) && lastVersion == version(change));
        List<JsonObject> changes = line.changes();
        assertEquals(
                LongStream.rangeClosed(line.began() + 1, line.began() + changes.size())
                        .boxed()
                        .toList(),
                changes.stream().map(change -> change.getLong("seq")).toList(),
                "numbered without a gap");
        assertEquals(
                LongStream.rangeClosed(1, lastVersion).boxed().toList(),
                changes.stream()
                        .filter(change -> isAbout(change, incidentId))
                        .map(Told::version)
                        .toList(),
                "every change of the incident, in order");
    }

    /** Something, and nothing about anybody else. */
    static void onlyOf(LiveLine line, Set<String> own) {
        assertFalse(line.changes().isEmpty());
        line.changes()
                .forEach(change -> assertTrue(
                        own.contains(change.getJsonObject("data").getString("id")),
                        () -> "not of " + own + ": " + change));
    }

    /** Whether a change is that event of that incident. */
    static boolean isNews(JsonObject message, String incidentId, String event) {
        return isAbout(message, incidentId)
                && event.equals(message.getJsonObject("data").getString("event"));
    }

    private static boolean isAbout(JsonObject message, String incidentId) {
        return message.containsKey("data")
                && incidentId.equals(message.getJsonObject("data").getString("id"));
    }

    private static long version(JsonObject message) {
        return message.getJsonObject("data").getLong("version");
    }
}
