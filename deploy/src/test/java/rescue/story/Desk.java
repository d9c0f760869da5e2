package rescue.story;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dispatcher at the desk. */
public final class Desk extends Caller {

    private Desk(ServerProcess server) {
        super(server, login(server, "operator"), "vi");
    }

    public static Desk of(ServerProcess server) {
        return new Desk(server);
    }

    /** A telephone call about a collision on that road. */
    public JsonObject hears(String road, double km, int injured) {
        return reports(alert("TRAFFIC_COLLISION", injured)
                        .put("roadKm", new JsonObject().put("road", road).put("km", km)))
                .expect(201);
    }

    /** A telephone call from a point. */
    public JsonObject hearsFrom(double lat, double lon, int injured) {
        return reports(alert("TRAFFIC_COLLISION", injured)
                        .put("location", new JsonObject().put("lat", lat).put("lon", lon)))
                .expect(201);
    }

    static JsonObject alert(String kind, int injured) {
        return new JsonObject().put("source", "PHONE").put("kind", kind).put("injured", injured);
    }

    public JsonObject incident(String id) {
        return get("/incidents/" + id).expect(200);
    }

    /** What a first look at the scene says; the triage category of each patient. */
    public JsonObject triages(String incidentId, String... categories) {
        var patients = new JsonArray();
        Stream.of(categories).forEach(category -> patients.add(new JsonObject().put("triage", category)));
        return patch(
                        "/incidents/" + incidentId,
                        new JsonObject().put("patients", patients),
                        incident(incidentId).getLong("version"))
                .expect(200);
    }

    public JsonObject recommendation(String incidentId) {
        return get("/incidents/" + incidentId + "/recommendation?limit=50").expect(200);
    }

    public JsonObject best(String incidentId) {
        return Heard.all(recommendation(incidentId), "options").get(0);
    }

    /** Confirms an option as it was recommended. */
    public JsonObject sends(String incidentId, JsonObject option) {
        return triesToSend(incidentId, option.getString("unitId"), option.getString("hospitalId"))
                .expect(201);
    }

    public Heard triesToSend(String incidentId, String unitId, @Nullable String hospitalId) {
        return post(
                "/incidents/" + incidentId + "/assignments",
                new JsonObject().put("unitId", unitId).put("hospitalId", hospitalId));
    }

    public JsonObject diverts(String assignmentId, String hospitalId) {
        return post("/assignments/" + assignmentId + "/destination", new JsonObject().put("hospitalId", hospitalId))
                .expect(200);
    }

    /** The unit may go home. */
    public JsonObject standsDown(String assignmentId) {
        var press = new JsonObject()
                .put("status", "CANCELLED")
                .put("deviceId", "desk-" + assignmentId)
                .put("seq", 1)
                .put("at", Instant.now().toString());
        return post("/assignments/" + assignmentId + "/status", press).expect(200);
    }

    public JsonObject closes(String incidentId) {
        return post("/incidents/" + incidentId + "/close", new JsonObject().put("disposition", "TRANSPORTED"))
                .expect(200);
    }

    /** Closes a stretch of road, and tells under which id. */
    public String closesRoad(String road, double fromKm, double toKm, String reason) {
        var stretch = new JsonObject()
                .put("road", road)
                .put("fromKm", fromKm)
                .put("toKm", toKm)
                .put("reason", reason);
        return post("/road-closures", stretch).expect(201).getString("id");
    }

    /** Enters any road closure, and tells what that did. */
    public JsonObject closesRoad(JsonObject roadClosure) {
        return post("/road-closures", roadClosure).expect(201);
    }

    public void opensRoad(String roadClosureId) {
        delete("/road-closures/" + roadClosureId).expect(204);
    }

    public List<JsonObject> units() {
        return Heard.all(get("/units").expect(200), "units");
    }

    public JsonObject unit(String id) {
        return byId(units(), id);
    }

    public List<JsonObject> hospitals() {
        return Heard.all(get("/hospitals").expect(200), "hospitals");
    }

    public JsonObject hospital(String id) {
        return byId(hospitals(), id);
    }

    private static JsonObject byId(List<JsonObject> board, String id) {
        return board.stream()
                .filter(row -> row.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }
}
