package rescue.deploy.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.deploy.drill.Shift.Call;
import rescue.deploy.drill.ShiftFile.BrokenShift;
import rescue.deploy.province.HospitalRow;
import rescue.deploy.province.ProvinceFolder;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.routing.book.RoadBook;

class ShiftFileTest {

    private static final Path PROVINCE = Path.of("../maps/laichau");

    private static final String SMALL = """
            {"begins": "23:30", "live": "23:40", "ends": "00:30",
             "pace": {"acknowledgeS": 60, "leaveS": 240, "crewAcknowledgeS": 30, "turnoutS": 90, "reachPatientS": 60,
                      "onSceneS": 600, "handOverS": 420, "clearS": 300, "wardSeesS": 60, "wardAnswersS": 150},
             "calls": [{"id": "a", "at": "23:31:30", "alert": {"source": "PHONE", "kind": "FALL"}},
                       {"id": "b", "at": "00:05", "alert": {"source": "PHONE", "kind": "FALL"}, "sameAs": "a"}],
             "roads": [{"id": "r", "at": "23:50", "close": {"road": "QL4D"}}, {"at": "00:10", "reopen": "r"}],
             "hospitals": [{"at": "23:30", "hospital": "BV01", "capacity": {"note": "x"}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void times_after_midnight_are_those_of_the_next_day() throws Exception {
        Shift shift = read(SMALL);
        assertEquals(Duration.ofMinutes(60), shift.ends());
        assertEquals(
                List.of(Duration.ofSeconds(90), Duration.ofMinutes(35)),
                shift.calls().stream().map(Call::at).toList());
        assertEquals("00:05", shift.clockAt(Duration.ofMinutes(35)));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            "begins": "half past"    | "begins": "23:30"       | begins: a time as 16:50
            "leaveS": -1             | "leaveS": 240           | pace/leaveS
            "at": "half"             | "at": "23:31:30"        | at: a time as 16:50
            "sameAs": "z"            | "sameAs": "a"           | no call z stands above it
            "id": "a", "at": "00:05" | "id": "b", "at": "00:05" | there are two of that id
            "reopen": "q"            | "reopen": "r"           | was not closed
            "lert": {                | "alert": {              | calls/0/alert: an object is missing
            "hospital": ""           | "hospital": "BV01"      | hospitals/0/hospital: a text is missing
            "calls": {}, "x": [      | "calls": [              | calls: a list is wanted
            """)
    void what_cannot_be_played_is_refused_with_its_place(String wrong, String right, String said) {
        BrokenShift refused = assertThrows(BrokenShift.class, () -> read(SMALL.replace(right, wrong)));
        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused.getMessage());
    }

    @Test
    void the_shift_of_the_province_names_its_own_roads_and_hospitals_and_ends_after_everything() {
        Shift shift = ShiftFile.read(ShiftFile.in(PROVINCE));
        Set<String> hospitals = new ProvinceFolder(PROVINCE)
                .hospitals().stream().map(HospitalRow::id).collect(Collectors.toSet());
        RoadRegister roads = RoadBook.find(PROVINCE).orElseThrow();

        shift.reports().forEach(report -> assertTrue(hospitals.contains(report.hospitalId()), report.hospitalId()));
        shift.calls().forEach(call -> {
            assertTrue(call.at().compareTo(shift.ends()) < 0, call.id());
            JsonObject post = call.alert().getJsonObject("roadKm");
            if (post != null) {
                mustStand(roads, post.getString("road"), post.getDouble("km"));
            } else {
                assertTrue(call.alert().containsKey("location"), call.id());
            }
        });
        shift.roads()
                .forEach(road -> road.closure().ifPresent(closure -> {
                    mustStand(roads, closure.getString("road"), closure.getDouble("fromKm"));
                    mustStand(roads, closure.getString("road"), closure.getDouble("toKm"));
                }));
    }

    @Test
    void the_shift_of_the_province_has_what_the_pages_are_to_be_seen_with() {
        Shift shift = ShiftFile.read(ShiftFile.in(PROVINCE));
        assertEquals("16:50", shift.clockAt(Duration.ZERO));
        assertTrue(
                shift.calls().stream().anyMatch(call -> call.at().compareTo(shift.live()) < 0),
                "under way at the start");
        assertTrue(shift.calls().stream().anyMatch(Call::isHoax));
        assertTrue(shift.calls().stream().anyMatch(call -> call.sameAs().isPresent()));
        assertTrue(shift.calls().stream()
                .anyMatch(call -> call.answers().stream()
                        .anyMatch(answer -> answer.getString("answer").equals("DECLINE"))));
        Shift.RoadWork landslide = shift.roads().get(0);
        assertEquals("17:10", shift.clockAt(landslide.at()));
        assertEquals("QL4D", landslide.closure().orElseThrow().getString("road"));
    }

    private static void mustStand(RoadRegister roads, String road, double km) {
        assertInstanceOf(RoadRegister.Located.At.class, roads.locate(new RoadKm(road, km)), road + " Km" + km);
    }

    private Shift read(String json) throws Exception {
        return ShiftFile.read(Files.writeString(folder.resolve("shift.json"), json));
    }
}
