package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A landslide on QL4D: from the moment the road is closed every answer knows it, and from the moment it is open again. */
@ExtendWith(Province.class)
class RoadClosureIT {

    private final ServerProcess server;
    private final Desk desk;

    RoadClosureIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    /** Other stories on this server leave units where they drove them to. */
    @BeforeEach
    void every_unit_stands_at_its_station() {
        for (JsonObject unit : Heard.all(desk.get("/units").expect(200), "units")) {
            JsonObject station = unit.getJsonObject("station");
            Crew.of(server, unit.getString("id"))
                    .isAt(station.getDouble("lat"), station.getDouble("lon"), Instant.now())
                    .expect(202);
        }
    }

    @AfterEach
    void every_road_is_open_again() {
        assertEquals(List.of(), Heard.all(desk.get("/road-closures").expect(200), "roadClosures"));
    }

    @Test
    void another_unit_goes_when_the_road_of_the_nearest_one_is_cut() {
        String id = desk.hears("QL4D", 44.4, 1).getString("incidentId");
        JsonObject before = desk.best(id);
        assertTrue(before.getString("callSign").startsWith("Lai Châu"), before::encode);

        String landslide = desk.closesRoad("QL4D", 42, 43, "sạt lở taluy dương");
        JsonObject during = desk.best(id);
        assertEquals("Tam Đường 1", during.getString("callSign"), during::encode);
        assertTrue(during.getInteger("timeToCareS") > before.getInteger("timeToCareS"), during::encode);

        desk.opensRoad(landslide);
        assertEquals(times(before), times(desk.best(id)));
        desk.closes(id);
    }

    @Test
    void a_crew_on_its_way_is_led_around_and_told_which_road_closure_it_avoids() {
        String id = desk.hears("QL4D", 50.7, 1).getString("incidentId");
        JsonObject best = desk.best(id);
        String unit = best.getString("unitId");
        String order = desk.sends(id, best).getString("id");
        Crew crew = Crew.of(server, unit);
        JsonObject straight = crew.wayTo(order, "SCENE");
        assertEquals(List.of(), Heard.all(straight, "avoids"));

        String landslide = desk.closesRoad("QL4D", 52, 53, "sạt lở");
        JsonObject around = crew.wayTo(order, "SCENE");
        assertEquals(
                List.of(landslide),
                Heard.all(around, "avoids").stream()
                        .map(avoided -> avoided.getString("roadClosureId"))
                        .toList());
        assertTrue(around.getInteger("timeS") > straight.getInteger("timeS"), around::encode);
        assertNotEquals(straight.getJsonObject("geometry"), around.getJsonObject("geometry"));

        desk.opensRoad(landslide);
        assertEquals(
                straight.getJsonObject("geometry"), crew.wayTo(order, "SCENE").getJsonObject("geometry"));
        desk.standsDown(order);
        desk.closes(id);
    }

    @Test
    void where_no_way_is_left_nobody_is_named_and_everybody_has_that_reason() {
        String id = desk.hears("QL4D", 78.2, 1).getString("incidentId");
        assertFalse(Heard.all(desk.recommendation(id), "options").isEmpty());

        String landslide = desk.closesRoad("QL4D", 73, 74, "sạt lở");
        JsonObject cutOff = desk.recommendation(id);
        assertEquals(List.of(), Heard.all(cutOff, "options"));
        List<JsonObject> units = Heard.all(cutOff, "refusals").stream()
                .filter(refusal -> refusal.containsKey("unitId"))
                .toList();
        assertEquals(desk.units().size(), units.size());
        units.forEach(refusal -> assertEquals("CUT_OFF", refusal.getString("code"), refusal::encode));

        desk.opensRoad(landslide);
        assertFalse(Heard.all(desk.recommendation(id), "options").isEmpty());
        desk.closes(id);
    }

    private static List<Object> times(JsonObject option) {
        return List.of(
                option.getString("unitId"),
                option.getString("hospitalId"),
                option.getInteger("travelS"),
                option.getInteger("transportS"));
    }
}
