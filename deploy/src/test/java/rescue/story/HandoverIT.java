package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 19:00: the day shift writes down what the night shift must know; the night shift reads it and takes over. */
@ExtendWith(Province.class)
class HandoverIT {

    private final ServerProcess server;
    private final Desk desk;

    HandoverIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @Test
    void the_day_shift_hands_over_and_the_night_shift_takes_over() {
        JsonObject alert = desk.hears("QL12", 52.3, 1);
        String note = "LC-03 hỏng phanh, chờ thợ; <b>cầu Nậm Na</b> {0} \u0000 cấm xe tải";
        try (LiveLine otherDesk = LiveLine.of(Desk.of(server))) {
            JsonObject written = writes(note).expect(201);
            assertEquals(note.replace("\u0000", ""), written.getString("note"));
            assertEquals("operator", written.getString("by"));
            assertNull(written.getString("acceptedAt"));
            assertTrue(
                    Heard.all(written, "incidents").stream()
                            .anyMatch(open -> open.getString("incidentId").equals(alert.getString("incidentId"))
                                    && open.getString("number").equals(alert.getString("incidentNumber"))),
                    written::encode);
            String id = written.getString("id");
            otherDesk.await("that a shift is handed over", message -> isAbout(message, id));
            assertEquals(id, writes(note).expect(201).getString("id"), "sent again, kept once");

            JsonObject taken = accepts(id).expect(200);
            assertEquals("operator", taken.getString("acceptedBy"));
            assertEquals(taken, accepts(id).expect(200), "again changes nothing");
            assertEquals(
                    taken,
                    Heard.all(desk.get("/handovers").expect(200), "handovers").get(0));
        }
        desk.closes(alert.getString("incidentId"));
    }

    @Test
    void what_is_asked_wrongly_is_refused_by_name() {
        assertEquals("text-missing", writes(" \n").code());
        assertEquals(
                "/note",
                writes("  ").json().getJsonArray("errors").getJsonObject(0).getString("pointer"));
        assertEquals("request-invalid", writes("").code());
        assertEquals("request-invalid", writes("x".repeat(8001)).code());
        assertEquals("handover-unknown", accepts(UUID.randomUUID().toString()).code());
        assertEquals("handover-unknown", accepts("nonsense").code());
        assertEquals("request-invalid", desk.get("/handovers?limit=101").code());
        assertEquals("forbidden", Crew.of(server, "LC-01").get("/handovers").code());
    }

    private Heard writes(String note) {
        return desk.post("/handovers", new JsonObject().put("note", note));
    }

    private Heard accepts(String id) {
        return desk.send("POST", "/handovers/" + id + "/accept", "");
    }

    private static boolean isAbout(JsonObject message, String id) {
        return "handover".equals(message.getString("type"))
                && id.equals(message.getJsonObject("data").getString("id"));
    }
}
