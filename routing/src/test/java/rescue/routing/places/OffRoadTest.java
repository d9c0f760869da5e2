package rescue.routing.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.Walk;
import rescue.routing.OsmSketch;
import rescue.routing.RoutingModule;

/**
 * An invented gorge. A main road runs along its west bank (x = 0), a village road along its east bank (x = 1000); they
 * meet far in the north, at the bridge (y = 20,000). Between them, at x = 200, a river, on the northern half only.
 * Metres east and north of a point in the mountains. A path leads from (1000, 2000) to (1600, 2000).
 */
class OffRoadTest {

    private static final double LAT = 22.0;
    private static final double LON = 103.0;

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static RoutingModule routing;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        OsmSketch gorge = new OsmSketch(OffRoadTest::at)
                .way("highway=secondary ref=ĐT901", 0, -2000, 0, 2000, 0, 10000, 0, 20000)
                .way("highway=tertiary ref=ĐT902", 0, 20000, 1000, 20000, 1000, 10000, 1000, 2000, 1000, -2000)
                .way("highway=path", 1000, 2000, 1600, 2000)
                .way("waterway=river", 200, 5000, 200, 19000);
        Path map = folder.resolve("gorge.osm");
        gorge.write(map);
        routing = RoutingModule.open(
                vertx, map, Path.of("../maps/examples"), folder.resolve("graphs"), Path.of("../maps/models"));
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # story                                             | patient      | vehicle from | stop         | walk
            beside the road nobody walks                        | 40, 8000     | 0, 0         | 0, 8000      |
            off the road, on its side of the river              | 150, 8000    | 0, 0         | 0, 8000      | STRAIGHT
            across the river: the far road of this side         | 250, 8000    | 0, 0         | 1000, 8000   | STRAIGHT
            no river drawn: the nearer drive and walk together  | 450, 1000    | 0, 0         | 0, 1000      | STRAIGHT
            no river drawn, coming from the other side          | 450, 1000    | 1000, 0      | 1000, 1000   | STRAIGHT
            a house on the path: the vehicle stops where it begins | 1550, 2010 | 1000, 0      | 1000, 2000   | PATH
            a motorbike drives the path                         | 1550, 2010   | MOTORBIKE 1000, 0 | 1550, 2000 |
            """)
    void stops_where_people_can_walk(String story, String patient, String from, String stop, Walk.Basis walk)
            throws Exception {
        VehicleClass vehicle = from.startsWith("MOTORBIKE") ? VehicleClass.MOTORBIKE : VehicleClass.AMBULANCE;
        Route route = await(routing.roads()
                        .route(Journey.toPatient(place(from.replace("MOTORBIKE ", "")), place(patient), vehicle)))
                .best();
        LatLon stopped = route.line().get(route.line().size() - 1);
        assertTrue(stopped.distanceM(place(stop)) < 60, story + ": stopped at " + stopped);
        assertEquals(walk, route.walk() == null ? null : route.walk().basis());
    }

    @Test
    void a_river_on_every_side_is_said_to_be_asked_about() throws Exception {
        OsmSketch island = new OsmSketch(OffRoadTest::at)
                .way("highway=secondary ref=ĐT901", 0, -2000, 0, 20000)
                .way("waterway=river", 200, 7000, 600, 7000, 600, 9000, 200, 9000, 200, 7000);
        Path map = folder.resolve("island.osm");
        island.write(map);
        RoutingModule one = RoutingModule.open(
                vertx, map, Path.of("../maps/examples"), folder.resolve("graphs"), Path.of("../maps/models"));
        Route route = await(
                        one.roads().route(Journey.toPatient(place("0, 0"), place("400, 8000"), VehicleClass.AMBULANCE)))
                .best();
        Walk walk = route.walk();
        assertEquals(Walk.Basis.ACROSS_RIVER, walk == null ? null : walk.basis());
    }

    @Test
    void all_units_of_a_class_meet_the_patient_at_the_stop_of_the_first() throws Exception {
        LatLon patient = place("450, 1000");
        SceneTimes times = await(routing.roads()
                .timesAround(
                        patient,
                        List.of(
                                new Origin(place("0, -1900"), VehicleClass.AMBULANCE),
                                new Origin(place("1000, 900"), VehicleClass.AMBULANCE)),
                        List.of(place("0, 5000"))));
        Walk walk = times.walks().get(VehicleClass.AMBULANCE);
        assertTrue(walk.vehicleAt().distanceM(place("1000, 1000")) < 60, walk::toString);
        assertTrue(times.toScene().get(0).orElseThrow().distanceM() > 30_000, "round by the bridge");
        assertTrue(times.toScene().get(1).orElseThrow().distanceM() < 200);
        assertEquals(Map.of(VehicleClass.AMBULANCE, walk), times.walks());
        assertTrue(walk.distanceM() >= walk.vehicleAt().distanceM(patient));
        assertTrue(walk.carry().compareTo(walk.out()) > 0);
    }

    @Test
    void the_patient_is_carried_to_the_road_before_the_drive_to_the_hospital() throws Exception {
        Route route = await(routing.roads()
                        .route(Journey.fromPatient(place("1550, 2010"), place("0, 0"), VehicleClass.AMBULANCE)))
                .best();
        Walk walk = route.walk();
        assertEquals(route.line().get(0), walk == null ? null : walk.vehicleAt());
        assertEquals(place("1550, 2010"), walk == null ? null : walk.patientAt());
    }

    @Test
    void a_vehicle_that_stands_off_the_road_and_a_house_are_not_walked_to() throws Exception {
        Route route = await(routing.roads()
                        .route(Journey.between(place("300, 0"), place("150, 8000"), VehicleClass.AMBULANCE)))
                .best();
        assertEquals(null, route.walk());
    }

    private static LatLon place(String metres) {
        String[] parts = metres.split(",");
        return at(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
    }

    private static LatLon at(double eastM, double northM) {
        return new LatLon(LAT + northM / 111_195, LON + eastM / (111_195 * Math.cos(Math.toRadians(LAT))));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
