package rescue.deploy.drill;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import rescue.deploy.drill.Shift.Call;
import rescue.deploy.drill.Shift.Pace;

/** Shifts and boards for tests, as small as they can be. */
final class Shifts {

    static final JsonObject RED = new JsonObject().put("triage", "RED");

    private Shifts() {}

    /** Everybody takes a minute; a case is left to others for four. */
    static Shift shift(Call... calls) {
        Duration minute = Duration.ofMinutes(1);
        return new Shift(
                LocalTime.of(16, 50),
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                new Pace(
                        minute, minute.multipliedBy(4), minute, minute, minute, minute, minute, minute, minute, minute),
                List.of(calls),
                List.of(),
                List.of());
    }

    static Call call(String id, boolean isHoax, String sameAs, List<JsonObject> answers) {
        return new Call(
                id,
                Duration.ZERO,
                new JsonObject(),
                List.of(RED),
                1,
                isHoax,
                Optional.of(sameAs).filter(text -> !text.isEmpty()),
                answers,
                "TRANSPORTED",
                Optional.empty());
    }

    static Moment after(int minutes, JsonObject incident, JsonObject... units) {
        return new Moment(Duration.ofMinutes(minutes), true, new Board(List.of(incident), List.of(units)));
    }

    static JsonObject incident(String id, JsonObject... assignments) {
        return new JsonObject()
                .put("id", id)
                .put("number", "2026-" + id)
                .put("version", 3)
                .put("patients", new JsonArray().add(RED))
                .put("assignments", new JsonArray(List.of(assignments)));
    }

    static JsonObject acknowledgedBy(String account, JsonObject incident) {
        return incident.put("acknowledged", new JsonObject().put("by", account));
    }

    static JsonObject assignment(String id, String status) {
        return new JsonObject()
                .put("id", id)
                .put("status", status)
                .put("callSign", "Lai Châu 1")
                .put("hospitalId", "BV01");
    }
}
