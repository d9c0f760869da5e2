package rescue.deploy.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.deploy.drill.Shifts.after;
import static rescue.deploy.drill.Shifts.assignment;
import static rescue.deploy.drill.Shifts.incident;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.deploy.drill.Shift.Call;

/** One unit, sent to a patient ten minutes away. */
class CrewTest {

    private static final Call CALL = Shifts.call("a", false, "", List.of());

    private final List<String> told = new ArrayList<>();
    private Instant wall = Instant.parse("2026-05-20T10:00:00Z");
    private Door door;
    private Crews crews;

    @BeforeEach
    void open() throws Exception {
        door = new Door();
        door.says("assignments/A/route?leg=SCENE", 200, route("REACHED"));
        door.says("assignments/A/route?leg=HOSPITAL", 200, route("REACHED"));
        var cases = new Cases();
        cases.opened("I", CALL);
        crews = new Crews(Shifts.shift(CALL), new Cast(door.api()), cases, () -> wall, told::add);
    }

    private static JsonObject route(String outcome) {
        return new JsonObject()
                .put("outcome", outcome)
                .put("timeS", 600)
                .put(
                        "geometry",
                        new JsonObject()
                                .put(
                                        "coordinates",
                                        new JsonArray()
                                                .add(new JsonArray().add(103.0).add(22.0))
                                                .add(new JsonArray().add(103.0).add(22.1))));
    }

    @AfterEach
    void close() {
        door.close();
    }

    private static JsonObject unit() {
        return new JsonObject()
                .put("id", "LC-01")
                .put("assignmentId", "A")
                .put("station", new JsonObject().put("lat", 22.0).put("lon", 103.0));
    }

    private void at(int minute, JsonObject assignment) {
        wall = wall.plusSeconds(1);
        crews.play(after(minute, incident("I", assignment), unit()));
    }

    @Test
    void presses_each_step_when_it_is_due_and_drives_between() {
        at(10, assignment("A", "NOTIFIED"));
        at(11, assignment("A", "NOTIFIED"));
        assertEquals(List.of("ACKNOWLEDGED"), pressed());
        at(12, assignment("A", "ACKNOWLEDGED"));
        assertEquals(List.of("EN_ROUTE"), pressed());
        at(13, assignment("A", "EN_ROUTE"));
        at(18, assignment("A", "EN_ROUTE"));
        assertEquals(22.05, lastLatitude(), 1e-4, "half of ten minutes");
        at(23, assignment("A", "EN_ROUTE"));
        assertEquals(List.of("ON_SCENE"), pressed());
        at(24, assignment("A", "ON_SCENE"));
        assertEquals(List.of("AT_PATIENT"), pressed());
        at(25, assignment("A", "AT_PATIENT"));
        List<String> heard = door.heard();
        assertTrue(heard.get(0).startsWith("POST assignments/A/patients"), heard.get(0));
        assertEquals(List.of("LEFT_SCENE"), statuses(heard));
        at(26, assignment("A", "LEFT_SCENE"));
        at(36, assignment("A", "LEFT_SCENE"));
        assertEquals(List.of("AT_DESTINATION"), pressed());
    }

    @Test
    void a_step_that_somebody_else_pressed_is_gone_on_from_and_the_next_is_left_to_him_longer() {
        at(10, assignment("A", "ON_SCENE"));
        at(12, assignment("A", "ON_SCENE"));
        assertEquals(List.of(), pressed());
        at(13, assignment("A", "ON_SCENE"));
        assertEquals(List.of("AT_PATIENT"), pressed());
    }

    @Test
    void other_roads_are_another_way_from_where_it_is() {
        at(10, assignment("A", "EN_ROUTE"));
        at(15, assignment("A", "EN_ROUTE"));
        door.heard();
        JsonObject notice = new JsonObject().put("roadsVersion", 8);
        at(16, assignment("A", "EN_ROUTE").put("routes", new JsonArray().add(notice)));
        assertTrue(door.heard().contains("GET assignments/A/route?leg=SCENE"));
        assertEquals(List.of("Lai Châu 1 takes another way"), told);
    }

    @Test
    void a_patient_is_not_carried_to_a_hospital_that_no_road_leads_to() {
        door.says("assignments/A/route?leg=HOSPITAL", 200, route("CUT_OFF"));
        at(10, assignment("A", "LEFT_SCENE"));
        at(60, assignment("A", "LEFT_SCENE"));
        assertEquals(List.of(), pressed());
    }

    @Test
    void a_device_of_somebody_else_has_the_unit_until_it_is_silent_for_a_minute() {
        JsonObject moved = unit().put(
                        "position",
                        new JsonObject().put("lat", 22.3).put("lon", 103.3).put("at", wall.toString()));
        crews.play(after(10, incident("I", assignment("A", "NOTIFIED")), moved));
        crews.play(after(20, incident("I", assignment("A", "NOTIFIED")), moved));
        assertEquals(List.of(), door.heard());

        wall = wall.plusSeconds(61);
        crews.play(after(30, incident("I", assignment("A", "NOTIFIED")), moved));
        crews.play(after(31, incident("I", assignment("A", "NOTIFIED")), moved));
        assertEquals(List.of("ACKNOWLEDGED"), pressed());
    }

    @Test
    void its_own_words_are_not_somebody_elses() {
        at(10, assignment("A", "EN_ROUTE"));
        JsonObject seen = unit().put(
                        "position",
                        new JsonObject().put("lat", 22.0).put("lon", 103.0).put("at", wall.toString()));
        door.heard();
        crews.play(after(15, incident("I", assignment("A", "EN_ROUTE")), seen));
        assertEquals(22.05, lastLatitude(), 1e-4);
    }

    private List<String> pressed() {
        return statuses(door.heard());
    }

    private static List<String> statuses(List<String> heard) {
        return heard.stream()
                .filter(line -> line.startsWith("POST assignments/A/status "))
                .map(line -> new JsonObject(line.substring("POST assignments/A/status ".length())).getString("status"))
                .toList();
    }

    private double lastLatitude() {
        String positions = "POST units/LC-01/positions ";
        return door.heard().stream()
                .filter(line -> line.startsWith(positions))
                .map(line -> new JsonArray(line.substring(positions.length()))
                        .getJsonObject(0)
                        .getDouble("lat"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
