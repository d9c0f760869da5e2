package rescue.deploy.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;

/** Two kilometres and a bit, north and then east; the first half takes 100 s, the second 300 s, from 17:00 on. */
class DriveTest {

    private static final Duration START = Duration.ofMinutes(10);
    private static final double KM_NORTH = 1_000 / 111_195.0;
    private static final double KM_EAST = KM_NORTH / Math.cos(Math.toRadians(22 + KM_NORTH));

    private static final JsonObject ROUTE = new JsonObject()
            .put("timeS", 400)
            .put(
                    "geometry",
                    new JsonObject()
                            .put(
                                    "coordinates",
                                    new JsonArray()
                                            .add(point(0, 0))
                                            .add(point(1, 0))
                                            .add(point(1, 1))))
            .put(
                    "steps",
                    new JsonArray()
                            .add(step(1_030, 100)) // the road is a little longer than its drawing
                            .add(step(1_030, 300))
                            .add(step(0, 0)));

    private static JsonArray point(double north, double east) {
        return new JsonArray().add(103 + east * KM_EAST).add(22 + north * KM_NORTH);
    }

    private static JsonObject step(double metres, int seconds) {
        return new JsonObject().put("distanceM", metres).put("timeS", seconds);
    }

    @ParameterizedTest(name = "after {0} s")
    @CsvSource({
        "-5, 0, 0, 0, 10",
        "0, 0, 0, 0, 10",
        "50, 0.5, 0, 0, 10",
        "130, 1, 0.1, 90, 3.33",
        "250, 1, 0.5, 90, 3.33",
        "400, 1, 1, 90, 0",
        "4000, 1, 1, 90, 0",
    })
    void is_where_the_route_is_by_then(int seconds, double north, double east, double heading, double mps) {
        Drive.Position position = Drive.of(ROUTE, START).at(START.plusSeconds(seconds));

        assertEquals(22 + north * KM_NORTH, position.at().lat(), 2e-6);
        assertEquals(103 + east * KM_EAST, position.at().lon(), 2e-6);
        assertEquals(heading, position.headingDeg(), 0.1);
        assertEquals(mps, position.speedMps(), 0.01);
    }

    @Test
    void is_over_when_its_time_is() {
        Drive drive = Drive.of(ROUTE, START);
        assertFalse(drive.isOver(START.plusSeconds(399)));
        assertTrue(drive.isOver(START.plusSeconds(400)));
    }

    @Test
    void a_route_without_steps_is_driven_evenly() {
        JsonObject bare = ROUTE.copy();
        bare.remove("steps");
        LatLon half = Drive.of(bare, START).at(START.plusSeconds(200)).at();
        assertEquals(22 + KM_NORTH, half.lat(), 2e-5);
        assertEquals(103, half.lon(), 2e-5);
    }

    @Test
    void what_lies_behind_and_the_way_back_from_ahead_meet_where_it_is() {
        Drive drive = Drive.of(ROUTE, START);
        Duration now = START.plusSeconds(250);

        List<LatLon> behind = drive.behind(now);
        List<LatLon> back = drive.aheadReversed(now);

        assertEquals(3, behind.size(), "start, corner, here");
        assertEquals(2, back.size(), "end, here");
        assertEquals(behind.get(2), back.get(1));
    }

    @Test
    void a_standing_vehicle_that_has_gone_nowhere_has_nothing_behind() {
        JsonObject here = ROUTE.copy()
                .put("timeS", 0)
                .put(
                        "geometry",
                        new JsonObject()
                                .put(
                                        "coordinates",
                                        new JsonArray().add(point(0, 0)).add(point(0, 0))));
        Drive drive = Drive.of(here, START);
        assertTrue(drive.isOver(START));
        assertEquals(new LatLon(22, 103), drive.at(START).at());
    }
}
