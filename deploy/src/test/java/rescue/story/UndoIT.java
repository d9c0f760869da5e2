package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A finger slips at three in the morning. Whatever the desk does can be taken back with another call within the ten seconds
 * that the page offers, and afterwards unit, bed and queue are as they were; the record shows both.
 */
@ExtendWith(Province.class)
class UndoIT {

    private final ServerProcess server;
    private final Desk desk;
    private final List<String> opened = new ArrayList<>();
    private String id = "";

    UndoIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @BeforeEach
    void an_alert() {
        id = hears("QL4D", 76.65);
    }

    @AfterEach
    void everything_is_over() {
        opened.forEach(
                each -> desk.post("/incidents/" + each + "/close", new JsonObject().put("disposition", "FALSE_ALARM")));
    }

    private String hears(String road, double km) {
        String incident = desk.hears(road, km, 1).getString("incidentId");
        opened.add(incident);
        return incident;
    }

    @Test
    void a_unit_that_was_sent_is_stood_down_and_unit_and_bed_are_free_again() {
        JsonObject best = desk.best(id);
        String unit = best.getString("unitId");
        String hospital = best.getString("hospitalId");
        JsonArray bedsBefore = held(hospital);
        String order = desk.sends(id, best).getString("id");
        assertEquals("DISPATCHED", desk.unit(unit).getString("status"));
        assertNotEquals(bedsBefore, held(hospital), "a bed is held");

        JsonObject taken = standsDown(order, "bấm nhầm xe");
        assertEquals("CANCELLED", taken.getString("status"));
        JsonObject free = desk.unit(unit);
        assertEquals("AVAILABLE", free.getString("status"));
        assertNull(free.getString("assignmentId"));
        assertEquals(bedsBefore, held(hospital), "the bed was given back");
        assertNull(Crew.of(server, unit).order(), "the tablet shows no order any more");
        assertEquals("OPEN", inQueue(id).getString("status"));
        assertTrue(lastLine(id).contains("bấm nhầm xe"), lastLine(id));

        JsonObject again = desk.sends(id, best);
        assertNotEquals(order, again.getString("id"), "sent after all: an order of its own");
        assertEquals("FIRM", again.getJsonObject("hold").getString("state"));
        standsDown(again.getString("id"), "hết ca thử");
    }

    @Test
    void a_destination_that_was_changed_is_changed_back_and_the_first_bed_is_held_again() {
        JsonObject best = desk.best(id);
        String first = best.getString("hospitalId");
        String other = Heard.all(desk.recommendation(id), "options").stream()
                .map(option -> option.getString("hospitalId"))
                .filter(hospital -> hospital != null && !hospital.equals(first))
                .findFirst()
                .orElseThrow();
        JsonArray firstBefore = held(first);
        JsonArray otherBefore = held(other);
        String order = desk.sends(id, best).getString("id");
        JsonArray firstHeld = held(first);

        desk.diverts(order, other);
        assertEquals(firstBefore, held(first));
        JsonObject back = desk.diverts(order, first);
        assertEquals(first, back.getString("hospitalId"));
        assertEquals("FIRM", back.getJsonObject("hold").getString("state"));
        assertEquals(firstHeld, held(first));
        assertEquals(otherBefore, held(other));
        standsDown(order, "xong");
        assertEquals(firstBefore, held(first));
    }

    @Test
    void an_incident_that_was_closed_is_reopened_into_its_place_in_the_queue() {
        String later = hears("QL32", 371.4);
        List<String> before = queue();
        desk.closes(id);
        assertFalse(queue().contains(id));

        JsonObject again = desk.post("/incidents/" + id + "/reopen", new JsonObject().put("reason", "bấm nhầm"))
                .expect(200);
        assertEquals("OPEN", again.getString("status"));
        assertNull(again.getString("disposition"));
        assertEquals(before, queue());
        assertTrue(queue().contains(later));
        assertEquals(
                "incident-not-closed",
                desk.post("/incidents/" + id + "/reopen", new JsonObject().put("reason", "lần nữa"))
                        .code());
        standsDown(desk.sends(id, desk.best(id)).getString("id"), "xong");
    }

    @Test
    void incidents_that_were_merged_are_two_again_each_with_its_own_alerts() {
        String other = hears("QL4D", 76.95);
        List<String> before = queue();
        JsonObject otherBefore = inQueue(other);
        desk.post("/incidents/" + other + "/merge", new JsonObject().put("into", id))
                .expect(200);
        assertFalse(queue().contains(other));

        JsonObject again =
                desk.send("POST", "/incidents/" + other + "/unmerge", "").expect(200);
        assertEquals("OPEN", again.getString("status"));
        assertNull(again.getString("mergedInto"));
        assertEquals(before, queue());
        assertEquals(otherBefore.getJsonObject("place"), inQueue(other).getJsonObject("place"));
        assertEquals(1, Heard.all(desk.incident(id), "alerts").size());
        assertEquals(1, Heard.all(desk.incident(other), "alerts").size());
        assertEquals(
                "not-merged",
                desk.send("POST", "/incidents/" + other + "/unmerge", "").code());
        standsDown(desk.sends(other, desk.best(other)).getString("id"), "xong");
    }

    @Test
    void a_priority_that_was_changed_is_put_back_with_what_it_had_asked_for() {
        JsonObject before = desk.incident(id);
        JsonObject raised = desk.patch(
                        "/incidents/" + id, new JsonObject().put("priority", "P1"), before.getLong("version"))
                .expect(200);
        assertEquals("P1", raised.getString("priority"));
        assertNotEquals(before.getJsonObject("needs"), raised.getJsonObject("needs"));

        JsonObject back = desk.patch("/incidents/" + id, asBefore(before), raised.getLong("version"))
                .expect(200);
        assertEquals(before.getString("priority"), back.getString("priority"));
        assertEquals(before.getJsonObject("needs"), back.getJsonObject("needs"));
        assertEquals(before.getString("priority"), inQueue(id).getString("priority"));
        assertEquals(
                "stale",
                desk.patch("/incidents/" + id, asBefore(before), raised.getLong("version"))
                        .code(),
                "what somebody else has changed since is not taken back unseen");
    }

    @Test
    void patients_that_were_entered_are_taken_out_again() {
        JsonObject before = desk.incident(id);
        JsonObject red = desk.triages(id, "RED", "BLACK");
        assertEquals("TRAUMA", red.getJsonObject("needs").getString("bed"));
        JsonObject back = desk.patch(
                        "/incidents/" + id,
                        asBefore(before).put("patients", before.getJsonArray("patients")),
                        red.getLong("version"))
                .expect(200);
        assertEquals(before.getJsonArray("patients"), back.getJsonArray("patients"));
        assertEquals(before.getString("priority"), back.getString("priority"));
        assertEquals(before.getJsonObject("needs"), back.getJsonObject("needs"));
    }

    /** All that a revision may name, as it was. */
    private static JsonObject asBefore(JsonObject incident) {
        JsonObject needs = incident.getJsonObject("needs");
        return new JsonObject()
                .put("priority", incident.getString("priority"))
                .put(
                        "needs",
                        new JsonObject()
                                .put("capabilities", needs.getJsonArray("capabilities"))
                                .put("services", needs.getJsonArray("services")));
    }

    @Test
    void a_road_that_was_closed_is_open_again_and_one_that_was_opened_is_closed_again() {
        List<Long> before = timesToCare();
        JsonObject asEntered = new JsonObject()
                .put("road", "QL4D")
                .put("fromKm", 77)
                .put("toKm", 78)
                .put("reason", "sạt lở");
        JsonObject closed = desk.closesRoad(asEntered);
        List<Long> without = timesToCare();
        assertNotEquals(before, without, "seen to change the recommendation at once");

        desk.opensRoad(closed.getString("id"));
        assertEquals(before, timesToCare());
        assertEquals(
                "road-closure-unknown",
                desk.delete("/road-closures/" + closed.getString("id")).code());

        JsonObject again = desk.closesRoad(asEntered);
        assertNotEquals(closed.getString("id"), again.getString("id"), "another one, as each is kept for good");
        assertEquals(closed.getLong("closedM"), again.getLong("closedM"));
        assertEquals(without, timesToCare());
        desk.opensRoad(again.getString("id"));
        assertEquals(before, timesToCare());
    }

    private List<Long> timesToCare() {
        return Heard.all(desk.recommendation(id), "options").stream()
                .map(option -> option.getLong("timeToCareS"))
                .toList();
    }

    private JsonObject standsDown(String assignmentId, String reason) {
        return desk.post(
                        "/assignments/" + assignmentId + "/status",
                        new JsonObject()
                                .put("status", "CANCELLED")
                                .put("reason", reason)
                                .put("deviceId", "desk-" + UUID.randomUUID())
                                .put("seq", 0)
                                .put("at", Instant.now().toString()))
                .expect(200);
    }

    /** How many beds of each kind are promised. */
    private JsonArray held(String hospital) {
        JsonArray held = new JsonArray();
        JsonObject beds = desk.hospital(hospital).getJsonObject("beds");
        beds.fieldNames().stream()
                .sorted()
                .forEach(kind -> held.add(kind + " " + beds.getJsonObject(kind).getInteger("held")));
        return held;
    }

    private List<String> queue() {
        return Heard.all(desk.get("/incidents").expect(200), "incidents").stream()
                .map(row -> row.getString("id"))
                .toList();
    }

    private JsonObject inQueue(String incident) {
        return Heard.all(desk.get("/incidents").expect(200), "incidents").stream()
                .filter(row -> row.getString("id").equals(incident))
                .findFirst()
                .orElseThrow();
    }

    private String lastLine(String incident) {
        List<JsonObject> timeline = Heard.all(desk.incident(incident), "timeline");
        return timeline.get(timeline.size() - 1).getString("text");
    }
}
