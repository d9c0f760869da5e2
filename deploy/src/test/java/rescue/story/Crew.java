package rescue.story;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** A crew with its tablet, which numbers every press of the one button. */
public final class Crew extends Caller {

    private final String unitId;
    private final String tablet;
    private int presses;

    private Crew(ServerProcess server, String unitId) {
        super(server, login(server, "crew-" + unitId), "vi");
        this.unitId = unitId;
        this.tablet = "tablet-" + unitId + "-" + Instant.now().toEpochMilli();
    }

    public static Crew of(ServerProcess server, String unitId) {
        return new Crew(server, unitId);
    }

    /** The assignment that the tablet shows now. */
    public JsonObject order() {
        return get("/crew/order").expect(200).getJsonObject("order");
    }

    public JsonObject presses(String assignmentId, String status) {
        return triesToPress(assignmentId, status).expect(200);
    }

    public Heard triesToPress(String assignmentId, String status) {
        presses++;
        return post(
                "/assignments/" + assignmentId + "/status",
                new JsonObject()
                        .put("status", status)
                        .put("deviceId", tablet)
                        .put("seq", presses)
                        .put("at", Instant.now().toString()));
    }

    public JsonObject wayTo(String assignmentId, String leg) {
        return get("/assignments/" + assignmentId + "/route?leg=" + leg).expect(200);
    }

    /** Sends one position. */
    public Heard isAt(double lat, double lon, Instant at) {
        var fix = new JsonObject().put("lat", lat).put("lon", lon).put("at", at.toString());
        return send("POST", "/units/" + unitId + "/positions", "[" + fix.encode() + "]");
    }
}
