package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.ExtentMatch.Overlap;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClass;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadTimes;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.road.VehicleClass;

/**
 * What road closures do to the roads, on a map drawn for it. Along 22.0 degrees north lies a road of six kilometres, QL1, in
 * its middle third divided into two carriageways; from its west end a track of the same length leads to a ford and ends.
 *
 * <pre>
 *             F ford
 *             |  track
 *             A ===== B -=-=- C ===== D      QL1
 * </pre>
 */
class RoadConditionsTest {

    private static final String MAP = """
            <osm version="0.6">
            <node id="1" lat="22.0" lon="103.00"/>
            <node id="2" lat="22.0" lon="103.02"/>
            <node id="3" lat="22.0" lon="103.04"/>
            <node id="4" lat="22.0" lon="103.06"/>
            <node id="5" lat="22.0002" lon="103.022"/><node id="6" lat="22.0002" lon="103.038"/>
            <node id="7" lat="21.9998" lon="103.038"/><node id="8" lat="21.9998" lon="103.022"/>
            <node id="9" lat="22.02" lon="103.0"/><node id="10" lat="22.021" lon="103.0"/><node id="11" lat="22.03" lon="103.0"/>
            <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="ref" v="QL1"/></way>
            <way id="2"><nd ref="3"/><nd ref="6"/><nd ref="5"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="ref" v="QL1"/><tag k="oneway" v="yes"/></way>
            <way id="3"><nd ref="2"/><nd ref="8"/><nd ref="7"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="ref" v="QL1"/><tag k="oneway" v="yes"/></way>
            <way id="4"><nd ref="3"/><nd ref="4"/><tag k="highway" v="primary"/><tag k="ref" v="QL1"/></way>
            <way id="5"><nd ref="1"/><nd ref="9"/><tag k="highway" v="track"/><tag k="tracktype" v="grade1"/></way>
            <way id="6"><nd ref="9"/><nd ref="10"/><tag k="highway" v="track"/><tag k="tracktype" v="grade1"/><tag k="ford" v="yes"/></way>
            <way id="7"><nd ref="10"/><nd ref="11"/><tag k="highway" v="track"/><tag k="tracktype" v="grade1"/></way>
            </osm>
            """;

    private static final LatLon WEST = new LatLon(22.0, 103.001);
    private static final LatLon EAST = new LatLon(22.0, 103.059);
    private static final LatLon BEYOND_THE_FORD = new LatLon(22.029, 103.0);
    private static final RoadExtent EASTERN_THIRD =
            new RoadExtent.ByLine(List.of(new LatLon(22.0, 103.042), new LatLon(22.0, 103.058)));

    @TempDir
    private static Path folder;

    private static Vertx vertx;
    private static RoutingModule routing;
    private static long version = 1;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        Path map = Files.writeString(folder.resolve("drawn.osm"), MAP);
        routing = RoutingModule.open(vertx, map, folder, folder.resolve("graphs"), Maps.MODELS);
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @AfterEach
    void openAllRoads() throws Exception {
        inForce();
    }

    @Test
    void a_point_shuts_both_carriageways_of_a_divided_road() throws Exception {
        for (double lat : new double[] {22.0002, 21.9998}) {
            inForce(of(new RoadExtent.ByPoint(new LatLon(lat, 103.03)), new RoadEffect.Closed(Set.of())));
            assertEquals(Optional.empty(), time(WEST, EAST, VehicleClass.AMBULANCE), "there, closed at " + lat);
            assertEquals(Optional.empty(), time(EAST, WEST, VehicleClass.AMBULANCE), "back, closed at " + lat);
        }
        inForce(of(new RoadExtent.ByPoint(new LatLon(22.0002, 103.03)), new RoadEffect.OneLane(Duration.ofMinutes(4))));
        assertEquals(240, longer(WEST, EAST), 2);
        assertEquals(240, longer(EAST, WEST), 2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            closed to all                        | CLOSED        | -    | -    | -
            passable for motorbikes              | CLOSED M      | -    | -    | same
            passable for four-wheel drive        | CLOSED F      | -    | same | -
            up to three tonnes                   | LIMIT 3.0 t   | -    | same | same
            up to a tonne                        | LIMIT 1.0 t   | -    | -    | same
            as heavy as the ambulance just       | LIMIT 3.5 t   | same | same | same
            as wide as the four-wheel drive just | LIMIT 2.2 m   | -    | same | same
            """)
    void who_gets_through(String story, String effect, String ambulance, String fourByFour, String motorbike)
            throws Exception {
        List<Optional<Long>> open = times();
        inForce(of(EASTERN_THIRD, effect(effect)));
        List<Optional<Long>> now = times();
        List<String> told = List.of(ambulance, fourByFour, motorbike);
        for (int i = 0; i < told.size(); i++) {
            assertEquals(told.get(i).equals("same") ? open.get(i) : Optional.empty(), now.get(i), "class " + i);
        }
    }

    @Test
    void a_wait_is_spread_over_its_stretch_and_a_factor_over_its_roads() throws Exception {
        inForce(of(EASTERN_THIRD, new RoadEffect.OneLane(Duration.ofMinutes(3))));
        assertEquals(180, longer(WEST, EAST), 6);
        assertEquals(90, longer(WEST, new LatLon(22.0, 103.05)), 6, "who drives half of it waits for half of it");

        long open = openSeconds(WEST, EAST);
        inForce(of(new RoadExtent.ByClass(Set.of(RoadClass.PRIMARY)), new RoadEffect.Slow(2)));
        assertEquals(open, longer(WEST, EAST), 4);
        assertEquals(
                0, longer(new LatLon(22.001, 103.0), new LatLon(22.018, 103.0)), 1, "the track is no primary road");
    }

    @Test
    void fords_are_closed_and_the_village_behind_them_is_cut_off() throws Exception {
        ExtentMatch.Matched fords = matched(new RoadExtent.AllFords());
        assertEquals(1, fords.edges());
        assertEquals(111, fords.lengthM(), 3);
        inForce(of(new RoadExtent.AllFords(), new RoadEffect.Closed(Set.of(VehicleClass.FOUR_BY_FOUR))));
        assertEquals(Optional.empty(), time(WEST, BEYOND_THE_FORD, VehicleClass.AMBULANCE));
        assertTrue(time(WEST, BEYOND_THE_FORD, VehicleClass.FOUR_BY_FOUR).isPresent());
        assertTrue(time(WEST, EAST, VehicleClass.AMBULANCE).isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # story                                      | first          | second         | longer by
            closed beats slower                          | CLOSED         | SLOW 2         | -
            closed beats slower, whichever came first    | SLOW 2         | CLOSED         | -
            of two slow-downs the slower counts          | SLOW 2         | SLOW 3         | twice
            they are not multiplied                      | SLOW 3         | SLOW 3         | twice
            of two waits the longer counts               | ONE_LANE 60    | ONE_LANE 180   | 180
            a slow-down and a wait both count            | SLOW 3         | ONE_LANE 180   | twice and 180
            closed to some, slow for the others          | CLOSED A       | SLOW 3         | twice
            """)
    void where_two_meet_the_strictest_counts(String story, String first, String second, String expected)
            throws Exception {
        RoadExtent whole = new RoadExtent.ByClass(Set.of(RoadClass.PRIMARY));
        long open = openSeconds(WEST, EAST);
        boolean oneStretch = !(first + second).replaceAll("SLOW [0-9]", "").isEmpty();
        RoadExtent where = oneStretch ? EASTERN_THIRD : whole;
        long usual = oneStretch ? openSeconds(new LatLon(22.0, 103.042), new LatLon(22.0, 103.058)) : open;
        inForce(of(where, effect(first)), of(where, effect(second)));
        if (expected == null) {
            assertEquals(Optional.empty(), time(WEST, EAST, VehicleClass.AMBULANCE));
            return;
        }
        long longer = (expected.contains("twice") ? 2 * usual : 0) + (expected.contains("180") ? 180 : 0);
        assertEquals(longer, longer(WEST, EAST), 0.06 * longer);
    }

    @Test
    void lifting_one_of_two_leaves_the_other() throws Exception {
        RoadClosure slide = of(EASTERN_THIRD, new RoadEffect.Closed(Set.of()));
        RoadClosure works = of(EASTERN_THIRD, new RoadEffect.OneLane(Duration.ofMinutes(3)));
        inForce(slide, works);
        assertEquals(Optional.empty(), time(WEST, EAST, VehicleClass.AMBULANCE));
        inForce(works);
        assertEquals(180, longer(WEST, EAST), 6);
        inForce();
        assertEquals(0, longer(WEST, EAST));
    }

    @Test
    void a_new_one_is_told_what_is_in_force_there_already() throws Exception {
        RoadClosure slide = of(EASTERN_THIRD, new RoadEffect.Closed(Set.of()));
        RoadClosure rain = of(new RoadExtent.ByClass(Set.of(RoadClass.PRIMARY)), new RoadEffect.Slow(1.5));
        inForce(slide, rain);
        assertEquals(
                List.of(new Overlap(slide.id(), slide.effect(), true), new Overlap(rain.id(), rain.effect(), true)),
                matched(new RoadExtent.ByPoint(new LatLon(22.0, 103.05))).overlaps());
        assertEquals(
                List.of(new Overlap(slide.id(), slide.effect(), false), new Overlap(rain.id(), rain.effect(), true)),
                matched(new RoadExtent.ByLine(List.of(new LatLon(22.0, 103.05), new LatLon(22.0, 103.0599))))
                        .overlaps());
        assertEquals(
                List.of(new Overlap(rain.id(), rain.effect(), true)),
                matched(new RoadExtent.ByPoint(new LatLon(22.0, 103.01))).overlaps());
        assertEquals(List.of(), matched(new RoadExtent.AllFords()).overlaps());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            a class that the map has not   | MOTORWAY                | NO_SUCH_ROADS
            a line with no point           | line                    | NO_ROAD_THERE
            a line in Munich               | line 48.1 11.5 48.2 11.5| OUTSIDE_MAP
            a point in Munich              | point 48.1 11.5         | OUTSIDE_MAP
            a point on a hill              | point 22.02 103.04      | NO_ROAD_THERE
            an unknown road                | km QL1 1 2              | ROAD_UNKNOWN
            a nameless road                | km _ 1 2                | ROAD_UNKNOWN
            backwards                      | km QL1 2 1              | KM_BACKWARDS
            no number                      | km QL1 NaN NaN          | ROAD_UNKNOWN
            """)
    void what_is_no_road_is_refused_by_name(String story, String extent, String code) throws Exception {
        UnlocatableRoad why = ((ExtentMatch.Unmatched) await(routing.roads().match(extent(extent)))).why();
        assertEquals(code, why.code().name());
    }

    @Test
    void many_are_matched_in_their_order_good_and_bad() throws Exception {
        List<RoadExtent> extents = new ArrayList<>(Collections.nCopies(50, EASTERN_THIRD));
        extents.set(7, extent("point 48.1 11.5"));
        List<ExtentMatch> matches = await(routing.roads().matchAll(extents));
        assertEquals(
                IntStream.range(0, 50).mapToObj(i -> i == 7).toList(),
                matches.stream().map(ExtentMatch.Unmatched.class::isInstance).toList());
    }

    private static RoadExtent extent(String told) {
        String[] words = told.split(" ");
        return switch (words[0]) {
            case "km" ->
                new RoadExtent.ByKm(
                        words[1].replace("_", ""), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
            case "point" -> new RoadExtent.ByPoint(point(words, 1));
            case "line" ->
                new RoadExtent.ByLine(IntStream.range(0, words.length / 2)
                        .mapToObj(i -> point(words, 1 + 2 * i))
                        .toList());
            default -> new RoadExtent.ByClass(Set.of(RoadClass.valueOf(words[0])));
        };
    }

    private static LatLon point(String[] words, int at) {
        return new LatLon(Double.parseDouble(words[at]), Double.parseDouble(words[at + 1]));
    }

    private static RoadEffect effect(String told) {
        String[] words = told.split(" ");
        return switch (words[0]) {
            case "LIMIT" ->
                words[2].equals("t")
                        ? new RoadEffect.Limit(Double.valueOf(words[1]), null)
                        : new RoadEffect.Limit(null, Double.valueOf(words[1]));
            case "SLOW" -> new RoadEffect.Slow(Double.parseDouble(words[1]));
            case "ONE_LANE" -> new RoadEffect.OneLane(Duration.ofSeconds(Long.parseLong(words[1])));
            default ->
                new RoadEffect.Closed(List.of(VehicleClass.values()).stream()
                        .filter(vehicle -> words.length > 1 && vehicle.name().startsWith(words[1]))
                        .collect(Collectors.toSet()));
        };
    }

    private static RoadClosure of(RoadExtent extent, RoadEffect effect) {
        UUID id = UUID.nameUUIDFromBytes((extent.toString() + effect).getBytes(StandardCharsets.UTF_8));
        return new RoadClosure(id, extent, effect, "thử", RoadTimes.from(Instant.EPOCH, null));
    }

    private static void inForce(RoadClosure... closures) throws Exception {
        version++;
        await(routing.roads().putInForce(new RoadsInForce(version, List.of(closures))));
    }

    private static ExtentMatch.Matched matched(RoadExtent extent) throws Exception {
        return (ExtentMatch.Matched) await(routing.roads().match(extent));
    }

    private static List<Optional<Long>> times() throws Exception {
        List<Optional<Long>> times = new ArrayList<>();
        for (VehicleClass vehicle : VehicleClass.values()) {
            times.add(time(WEST, EAST, vehicle));
        }
        return times;
    }

    private static Optional<Long> time(LatLon from, LatLon to, VehicleClass vehicle) throws Exception {
        return await(routing.roads().route(Journey.between(from, to, vehicle)))
                .fold(reached -> Optional.of(seconds(reached.best())), cutOff -> Optional.empty());
    }

    /** How much longer the ambulance takes than on open roads; what is in force stays in force. */
    private static long longer(LatLon from, LatLon to) throws Exception {
        return time(from, to, VehicleClass.AMBULANCE).orElseThrow() - openSeconds(from, to);
    }

    private static long openSeconds(LatLon from, LatLon to) throws Exception {
        if (open == null) {
            open = RoutingModule.open(
                    vertx, folder.resolve("drawn.osm"), folder, folder.resolve("graphs"), Maps.MODELS);
        }
        return await(open.roads().route(Journey.between(from, to, VehicleClass.AMBULANCE)))
                .fold(reached -> seconds(reached.best()), cutOff -> -1L);
    }

    /** The same map, on which nothing is ever closed. */
    private static @org.jspecify.annotations.Nullable RoutingModule open;

    private static long seconds(Route route) {
        return route.travel().time().toSeconds();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
