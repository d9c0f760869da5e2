package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An alert rings at every desk until somebody takes notice; what is said about it meanwhile stands in the timeline. */
@ExtendWith(Province.class)
class AlarmIT {

    private final ServerProcess server;
    private final Desk desk;
    private String id = "";

    AlarmIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @BeforeEach
    void an_alert() {
        id = desk.hears("QL12", 31.2, 1).getString("incidentId");
    }

    @AfterEach
    void it_is_over() {
        desk.closes(id);
    }

    @Test
    void the_first_who_takes_notice_ends_the_alarm_at_every_desk() {
        assertNull(inQueue().getJsonObject("acknowledged"));
        try (LiveLine otherDesk = LiveLine.of(Desk.of(server))) {
            JsonObject noticed = says("/acknowledge").expect(200);
            assertEquals("operator", noticed.getJsonObject("acknowledged").getString("by"));
            otherDesk.await("that somebody has taken notice", message -> is(message, "IncidentAcknowledged"));
        }
        assertEquals("operator", inQueue().getJsonObject("acknowledged").getString("by"));

        long version = desk.incident(id).getLong("version");
        assertEquals(version, says("/acknowledge").expect(200).getLong("version"), "again changes nothing");
    }

    @Test
    void somebody_is_trapped_says_the_next_caller_and_it_rings_again_until_a_unit_is_sent() {
        says("/acknowledge").expect(200);
        desk.reports(Desk.alert("TRAFFIC_COLLISION", 2)
                        .put("trapped", 1)
                        .put("roadKm", new JsonObject().put("road", "QL12").put("km", 31.2)))
                .expect(201);
        assertEquals("P1", inQueue().getString("priority"));
        assertNull(inQueue().getJsonObject("acknowledged"));

        String assignment = desk.sends(id, desk.best(id)).getString("id");
        assertEquals("operator", inQueue().getJsonObject("acknowledged").getString("by"));
        desk.standsDown(assignment);
    }

    @Test
    void a_note_is_a_line_of_the_timeline_byte_for_byte() {
        String words = "cầu trơn <script>alert(1)</script> {0} \u202e\"'";
        JsonObject noted = notes(words).expect(200);
        List<JsonObject> timeline = Heard.all(noted, "timeline");
        JsonObject line = timeline.get(timeline.size() - 1);
        assertEquals("NOTE_ADDED", line.getString("type"));
        assertEquals("Ghi chú: " + words, line.getString("text"));
        assertEquals("operator", line.getString("by"));
        assertEquals(noted.getLong("version"), notes(words).expect(200).getLong("version"), "sent again, kept once");
        assertEquals("text-missing", notes(" \n ").code());
        assertEquals("request-invalid", notes("").code());
        assertEquals("request-invalid", notes("x".repeat(2001)).code());
    }

    @Test
    void only_the_desk_has_a_say() {
        Crew crew = Crew.of(server, "LC-01");
        for (String word : List.of("/acknowledge", "/notes", "/reopen")) {
            assertEquals(
                    "forbidden",
                    crew.post("/incidents/" + id + word, new JsonObject()).code(),
                    word);
        }
        assertEquals(
                "incident-unknown",
                desk.send("POST", "/incidents/nonsense/acknowledge", "").code());
    }

    @Test
    void what_is_closed_says_since_when_whatever_is_noted_afterwards() {
        String closedAt = desk.closes(id).getString("closedAt");
        assertEquals(closedAt, notes("bệnh viện gọi lại").expect(200).getString("closedAt"));
        JsonObject again = desk.post(
                        "/incidents/" + id + "/reopen", new JsonObject().put("reason", "còn một người nữa"))
                .expect(200);
        assertEquals("OPEN", again.getString("status"));
        assertNull(again.getString("closedAt"));
        assertNull(again.getString("disposition"));
        assertEquals(id, inQueue().getString("id"));
    }

    private Heard says(String word) {
        return desk.send("POST", "/incidents/" + id + word, "");
    }

    private Heard notes(String text) {
        return desk.post("/incidents/" + id + "/notes", new JsonObject().put("text", text));
    }

    private JsonObject inQueue() {
        return Heard.all(desk.get("/incidents").expect(200), "incidents").stream()
                .filter(row -> row.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean is(JsonObject message, String event) {
        JsonObject data = message.getJsonObject("data", new JsonObject());
        return id.equals(data.getString("id")) && event.equals(data.getString("event"));
    }
}
