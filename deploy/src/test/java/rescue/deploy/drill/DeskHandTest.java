package rescue.deploy.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.deploy.drill.Shifts.acknowledgedBy;
import static rescue.deploy.drill.Shifts.after;
import static rescue.deploy.drill.Shifts.assignment;
import static rescue.deploy.drill.Shifts.call;
import static rescue.deploy.drill.Shifts.incident;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.deploy.drill.Shift.Call;

/** A case that nobody touches, one that somebody does, and one that somebody is faster with. */
class DeskHandTest {

    private static final Call CALL = call("a", false, "", List.of());

    private final Cases cases = new Cases();
    private Door door;
    private DeskHand desk;

    @BeforeEach
    void open() throws Exception {
        door = new Door();
        door.says(
                "incidents/I/recommendation",
                200,
                new JsonObject()
                        .put(
                                "options",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("unitId", "LC-01")
                                                .put("callSign", "Lai Châu 1")
                                                .put("hospitalId", "BV01"))
                                        .add(new JsonObject()
                                                .put("unitId", "LC-02")
                                                .put("hospitalId", "BV03"))));
        desk = new DeskHand(Shifts.shift(CALL), new Cast(door.api()), cases, sentence -> {});
        cases.opened("I", CALL);
        desk.play(after(10, incident("I")));
        assertEquals(List.of(), door.heard(), "it has only just seen it");
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void takes_notice_after_a_minute_and_decides_after_four() {
        desk.play(after(11, incident("I")));
        assertEquals(List.of("POST incidents/I/acknowledge {}"), door.heard());

        desk.play(after(13, acknowledgedBy("drill", incident("I"))));
        assertEquals(List.of(), door.heard(), "still left to others");

        desk.play(after(14, acknowledgedBy("drill", incident("I"))));
        assertEquals(
                List.of("POST incidents/I/notes", "GET incidents/I/recommendation", "POST incidents/I/assignments"),
                paths(door.heard()));
    }

    @Test
    void somebody_who_has_taken_notice_gets_three_times_as_long() {
        desk.play(after(21, acknowledgedBy("operator", incident("I"))));
        assertEquals(List.of(), door.heard());
        desk.play(after(22, acknowledgedBy("operator", incident("I"))));
        assertTrue(paths(door.heard()).contains("POST incidents/I/assignments"));
    }

    @Test
    void what_somebody_else_has_decided_stays_decided() {
        desk.play(after(60, acknowledgedBy("operator", incident("I", assignment("A", "EN_ROUTE")))));
        assertEquals(List.of(), door.heard());
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412, 500})
    void a_lost_race_is_looked_at_again_and_not_fought(int status) {
        door.says("incidents/I/assignments", status, new JsonObject().put("code", "unit-taken"));
        desk.play(after(14, acknowledgedBy("drill", incident("I"))));
        assertEquals(3, door.heard().size());

        desk.play(after(15, acknowledgedBy("drill", incident("I", assignment("A", "NOTIFIED")))));

        assertEquals(List.of(), door.heard(), "somebody was faster, and has sent one");
    }

    @Test
    void a_hospital_that_has_declined_is_not_asked_again() {
        JsonObject declined = assignment("A", "EN_ROUTE").put("needsDestination", true);
        desk.play(after(20, acknowledgedBy("operator", incident("I", declined))));
        desk.play(after(26, acknowledgedBy("operator", incident("I", declined))));
        assertEquals(
                List.of("GET incidents/I/recommendation", "POST assignments/A/destination {\"hospitalId\":\"BV03\"}"),
                door.heard());
    }

    @Test
    void closes_what_is_over_and_leaves_it_longer_when_it_was_somebody_elses() {
        JsonObject over = acknowledgedBy("operator", incident("I", assignment("A", "IN_SERVICE")));
        desk.play(after(30, over));
        desk.play(after(32, over));
        assertEquals(List.of(), door.heard());
        desk.play(after(36, over));
        assertEquals(List.of("POST incidents/I/close {\"disposition\":\"TRANSPORTED\"}"), door.heard());
    }

    @Test
    void a_hoax_gets_no_unit_and_is_closed() {
        cases.opened("H", call("h", true, "", List.of()));
        JsonObject hoax = acknowledgedBy("drill", incident("H"));
        desk.play(after(10, hoax));
        desk.play(after(14, hoax));
        assertEquals(List.of("POST incidents/H/close {\"disposition\":\"FALSE_ALARM\"}"), door.heard());
    }

    @Test
    void the_same_told_twice_is_merged_into_the_first() {
        cases.opened("S", call("s", false, "a", List.of()));
        JsonObject second = acknowledgedBy("drill", incident("S"));
        desk.play(after(10, second));
        desk.play(after(14, second));
        assertEquals(List.of("POST incidents/S/merge {\"into\":\"I\"}"), door.heard());
    }

    private static List<String> paths(List<String> heard) {
        return heard.stream().map(line -> line.replaceFirst(" \\{.*", "")).toList();
    }
}
