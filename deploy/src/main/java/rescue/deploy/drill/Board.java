package rescue.deploy.drill;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the desk sees at one moment: every player acts on it, whoever brought it about. */
record Board(List<JsonObject> incidents, List<JsonObject> units) {

    private static final List<String> BEFORE_ARRIVAL =
            List.of("NOTIFIED", "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "AT_PATIENT", "LEFT_SCENE");

    static final Board EMPTY = new Board(List.of(), List.of());

    static Board seenBy(Voice desk) {
        return new Board(
                all(desk.get("incidents").body(), "incidents"),
                all(desk.get("units").body(), "units"));
    }

    /** To whom somebody is on the way who has not arrived. */
    Set<String> hospitalsWaitedAt() {
        return incidents.stream()
                .flatMap(incident -> all(incident, "assignments").stream())
                .filter(assignment -> BEFORE_ARRIVAL.contains(assignment.getString("status")))
                .map(assignment -> assignment.getString("hospitalId"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An open incident. */
    Optional<JsonObject> incident(String id) {
        return incidents.stream()
                .filter(incident -> incident.getString("id").equals(id))
                .findFirst();
    }

    /** An assignment, and with it the incident. */
    record Sent(JsonObject incident, JsonObject assignment) {

        String id() {
            return assignment.getString("id");
        }

        String status() {
            return assignment.getString("status");
        }

        String incidentId() {
            return incident.getString("id");
        }
    }

    Optional<Sent> assignment(String id) {
        return incidents.stream()
                .flatMap(incident -> all(incident, "assignments").stream()
                        .filter(assignment -> assignment.getString("id").equals(id))
                        .map(assignment -> new Sent(incident, assignment)))
                .findFirst();
    }

    /** An object within another, empty when there is none. */
    static JsonObject part(JsonObject body, String name) {
        JsonObject part = body.getJsonObject(name);
        return part == null ? new JsonObject() : part;
    }

    static List<JsonObject> all(JsonObject body, String name) {
        JsonArray array = body.getJsonArray(name);
        return array == null
                ? List.of()
                : array.stream().map(JsonObject.class::cast).toList();
    }
}
