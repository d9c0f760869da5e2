package rescue.routing.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;
import rescue.routing.OsmSketch;
import rescue.routing.RoutingModule;

/** What crews are told, sentence by sentence: on the province's road book, and on a small invented town. */
class RouteStepsTest {

    private static final LatLon PA_SO = new LatLon(22.5434, 103.2875);
    private static final LatLon HOSPITAL = new LatLon(22.38039, 103.48277);
    private static final double LAT = 22.0;
    private static final double LON = 103.0;

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static RoutingModule province;
    private static RoutingModule town;
    private static long version;

    /**
     * QL1 from the south to a roundabout at (0, 1000) and on to the north; Phố Chợ to the east of it, ĐT2 to the west. At
     * (0, 2000) an unnamed track leaves to the east and fords a brook; at (0, 3000) QL1 forks.
     */
    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        province = RoutingModule.open(
                vertx,
                null,
                Path.of("../maps/laichau"),
                folder.resolve("graphs"),
                Path.of("../maps/models/ambulance.json"));
        OsmSketch sketch = new OsmSketch(RouteStepsTest::at)
                .way("highway=primary ref=QL1 name=Phố_Nam", 0, 0, 0, 500)
                .way("highway=primary ref=QL1 name=Phố_Bắc", 0, 500, 0, 970)
                .way("highway=primary junction=roundabout oneway=yes", 0, 970, 30, 1000, 0, 1030, -30, 1000, 0, 970)
                .way("highway=residential name=Phố_Chợ", 30, 1000, 800, 1000)
                .way("highway=secondary ref=ĐT2", -30, 1000, -900, 1000)
                .way("highway=primary ref=QL1", 0, 1030, 0, 2000, 0, 3000)
                .way("highway=track tracktype=grade1", 0, 2000, 300, 2000)
                .way("highway=track tracktype=grade1 ford=yes", 300, 2000, 330, 2000)
                .way("highway=track tracktype=grade1", 330, 2000, 900, 2000)
                .way("highway=primary ref=QL1", 0, 3000, 300, 3600)
                .way("highway=primary ref=QL3", 0, 3000, -300, 3600);
        Path map = folder.resolve("town.osm");
        sketch.write(map);
        town = RoutingModule.open(
                vertx, map, Path.of("../maps/examples"), folder.resolve("graphs"), Path.of("../maps/models"));
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @AfterEach
    void openAllRoads() throws Exception {
        inForce(province);
        inForce(town);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # from      | to         | told
            0, 100      | 0, 900     | Head north along Phố Nam (QL1) / Arrive on Phố Bắc (QL1)
            0, 100      | 500, 1000  | Head north along Phố Nam (QL1) / Enter the roundabout and take exit 1 into Phố Chợ / Arrive on Phố Chợ
            0, 100      | 0, 1500    | Head north along Phố Nam (QL1) / Enter the roundabout and take exit 2 into QL1 / Arrive on QL1
            0, 100      | -500, 1000 | Head north along Phố Nam (QL1) / Enter the roundabout and take exit 3 into ĐT2 / Arrive on ĐT2
            0, 1500     | 600, 2000  | Head north along QL1 / Turn right / Caution: through a ford / Arrive
            600, 2000   | 0, 1500    | Head west / Caution: through a ford / Turn left into QL1 / Arrive on QL1
            0, 2500     | 200, 3400  | Head north along QL1 / Keep right, along QL1 / Arrive on QL1
            0, 2500     | -200, 3400 | Head north along QL1 / Keep left, along QL3 / Arrive on QL3
            """)
    void a_driver_is_told_where_he_could_go_wrong(String from, String to, String told) throws Exception {
        assertEquals(told, english(town, place(from), place(to)));
    }

    @Test
    void the_side_of_the_road_is_told_when_the_place_lies_beside_it() throws Exception {
        assertTrue(english(town, place("0, 100"), place("30, 800")).endsWith("Arrive on Phố Bắc (QL1), on the right"));
        assertTrue(english(town, place("0, 100"), place("-30, 800")).endsWith("Arrive on Phố Bắc (QL1), on the left"));
    }

    @Test
    void one_lane_and_a_slow_stretch_are_told_where_they_begin() throws Exception {
        inForce(
                town,
                closure(new RoadEffect.OneLane(Duration.ofMinutes(4)), place("0, 300"), place("0, 400")),
                closure(new RoadEffect.Slow(2), place("0, 600"), place("0, 700")));
        Route route = route(town, place("0, 100"), place("0, 900"));
        assertEquals(
                "Đi về hướng bắc theo Phố Nam (QL1) / Chú ý: đường chỉ còn một làn, chờ khoảng 4 phút"
                        + " / Chú ý: đi chậm, chỉ được khoảng 50 % tốc độ thường / Đến nơi trên Phố Bắc (QL1)",
                told(route, false));
        assertTrue(route.steps().get(1).at().distanceM(place("0, 300")) < 30);
        double metres =
                route.steps().stream().mapToDouble(step -> step.distanceM()).sum();
        assertEquals(route.travel().distanceM(), metres, 2);
        long seconds = route.steps().stream().mapToLong(step -> step.timeS()).sum();
        assertEquals(route.travel().time().toSeconds(), seconds, 3);
    }

    @Test
    void where_the_road_is_cut_the_last_step_says_so_and_how_far_it_is_on_foot() throws Exception {
        inForce(town, closure(new RoadEffect.Closed(Set.of()), place("0, 1480"), place("0, 1520")));
        WayThere way =
                await(town.roads().route(Journey.toPatient(place("0, 100"), place("0, 1900"), VehicleClass.AMBULANCE)));
        String last = told(way.best(), false);
        assertTrue(last.contains("Dừng xe: phía trước đường bị cắt trên QL1; đi bộ"), last);
    }

    @Test
    void a_patient_off_the_road_is_carried_first_or_walked_to_last() throws Exception {
        LatLon patient = place("-400, 500");
        Route there = await(town.roads().route(Journey.toPatient(place("0, 100"), patient, VehicleClass.AMBULANCE)))
                .best();
        assertTrue(told(there, true).endsWith("600 m on foot, about 12 min, to the patient"), told(there, true));
        Route back = await(town.roads().route(Journey.fromPatient(patient, place("0, 100"), VehicleClass.AMBULANCE)))
                .best();
        assertTrue(told(back, true).startsWith("Carry the patient 600 m to the vehicle, about 24 min"));
    }

    /** 20/5/2025: a landslide at Km25+300 of QL4D; the police sent the traffic over ĐT130. */
    @Test
    void from_pa_so_to_the_city_by_ql4d_and_round_its_closure_by_dt130() throws Exception {
        Route usual = route(province, PA_SO, HOSPITAL);
        assertEquals(
                "Đi về hướng đông theo QL4D / Rẽ phải vào ĐT136 tại QL4D Km33+700 / Đến nơi trên ĐT136 tại ĐT136 Km0+200",
                told(usual, false));
        inForce(
                province,
                new RoadClosure(
                        UUID.randomUUID(),
                        new RoadExtent.ByKm("QL4D", 25.2, 25.4),
                        "sạt lở",
                        Set.of(),
                        Instant.EPOCH,
                        null));
        Route round = route(province, PA_SO, HOSPITAL);
        assertEquals(
                String.join(
                        " / ",
                        "Đi về hướng đông theo QL4D",
                        "Tiếp tục theo QL100 tại QL4D Km7+600",
                        "Rẽ phải vào ĐT130 tại QL100 Km3+000",
                        "Rẽ ngoặt phải vào QL4D tại ĐT130 Km0+100",
                        "Đi theo nhánh bên trái, theo QL4D tại QL4D Km35+500",
                        "Rẽ trái vào ĐT136 tại QL4D Km33+900",
                        "Đến nơi trên ĐT136 tại ĐT136 Km0+200"),
                told(round, false));
    }

    private static void inForce(RoutingModule map, RoadClosure... closures) throws Exception {
        await(map.roads().putInForce(new RoadsInForce(++version, List.of(closures))));
    }

    private static RoadClosure closure(RoadEffect effect, LatLon from, LatLon to) {
        return new RoadClosure(
                UUID.randomUUID(),
                new RoadExtent.ByLine(List.of(from, to)),
                effect,
                "sạt lở",
                RoadTimes.from(Instant.EPOCH, null));
    }

    private static String english(RoutingModule map, LatLon from, LatLon to) throws Exception {
        return told(route(map, from, to), true);
    }

    private static Route route(RoutingModule map, LatLon from, LatLon to) throws Exception {
        return await(map.roads().route(Journey.between(from, to, VehicleClass.AMBULANCE)))
                .best();
    }

    private static String told(Route route, boolean english) {
        return String.join(
                " / ",
                route.steps().stream()
                        .map(step -> english ? step.en() : step.vi())
                        .toList());
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
