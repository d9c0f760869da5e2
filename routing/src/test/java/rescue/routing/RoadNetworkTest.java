package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.UnlocatableRoad.Code;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;
import rescue.routing.estimate.EstimateRoadNetwork;

/** The road network as the core sees it, over the province's road book. */
class RoadNetworkTest {

    private static final LatLon HOSPITAL = new LatLon(22.38039, 103.48277);
    private static final LatLon SA_PA = new LatLon(22.34609, 103.85717);
    private static final LatLon THAN_UYEN = new LatLon(21.9536, 103.8915);

    @TempDir
    static Path graphs;

    private static Vertx vertx;
    private static RoutingModule routing;
    private static long version = 1;

    @BeforeAll
    static void openTheRoadBook() {
        vertx = Vertx.vertx();
        routing = RoutingModule.open(vertx, null, Path.of("../maps/laichau"), graphs, Maps.MODELS);
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @AfterEach
    void openAllRoads() throws Exception {
        await(routing.roads().putInForce(state()));
    }

    @Test
    void a_route_takes_as_long_as_the_times_around_the_scene_say() throws Exception {
        long seed = 7;
        Random random = new Random(seed);
        List<LatLon> points =
                IntStream.range(0, 40).mapToObj(i -> anywhere(random)).toList();
        List<Origin> origins = points.subList(0, 20).stream()
                .map(at -> new Origin(at, VehicleClass.AMBULANCE))
                .toList();
        List<LatLon> destinations = points.subList(20, 40);
        await(routing.roads().putInForce(state(closure("QL4D", 60, 61, Set.of()))));
        for (int scene = 0; scene < 10; scene++) {
            LatLon at = routing.roads().snap(anywhere(random)).orElseThrow().onRoad();
            SceneTimes times = await(routing.roads().timesAround(at, origins, destinations));
            assertEquals(Map.of(), times.walks(), "beside the road nobody walks far");
            for (int i = 0; i < 20; i++) {
                String what = "seed " + seed + " scene " + scene + " point " + i;
                assertEquals(times.toScene().get(i), travel(points.get(i), at), what);
                assertEquals(
                        times.fromScene().get(VehicleClass.AMBULANCE).get(i), travel(at, destinations.get(i)), what);
            }
        }
    }

    @Test
    void a_road_book_knows_main_roads_only_so_no_walk_is_claimed() throws Exception {
        LatLon hill = farFromRoads();
        Origin unit = new Origin(HOSPITAL, VehicleClass.AMBULANCE);
        SceneTimes times = await(routing.roads().timesAround(hill, List.of(unit), List.of(SA_PA)));
        assertEquals(Map.of(), times.walks());
        Route route = await(routing.roads().route(Journey.toPatient(HOSPITAL, hill, VehicleClass.AMBULANCE)))
                .best();
        assertNull(route.walk());
        assertEquals(times.toScene().get(0).orElseThrow(), route.travel());
    }

    @Test
    void every_step_together_is_the_whole_route() throws Exception {
        Route route = route(HOSPITAL, SA_PA).orElseThrow();
        double metres = route.steps().stream().mapToDouble(RouteStep::distanceM).sum();
        long seconds = route.steps().stream().mapToLong(RouteStep::timeS).sum();
        assertEquals(route.travel().distanceM(), metres, 10);
        assertEquals(route.travel().time().toSeconds(), seconds, route.steps().size());
        assertTrue(
                route.steps().get(0).vi().startsWith("Đi về hướng"),
                route.steps().get(0).vi());
        assertTrue(route.steps().get(route.steps().size() - 1).en().startsWith("Arrive"));
        assertEquals(
                route.line().get(0),
                routing.roads().snap(HOSPITAL).orElseThrow().onRoad());
    }

    @Test
    void a_closed_pass_sends_the_ambulance_round_and_the_route_says_why() throws Exception {
        Route open = route(HOSPITAL, SA_PA).orElseThrow();
        RoadClosure pass = closure("QL4D", 60, 61, Set.of(VehicleClass.MOTORBIKE));
        long before = open.roadsVersion();
        await(routing.roads().putInForce(state(pass)));
        assertTrue(route(SA_PA, SA_PA).orElseThrow().roadsVersion() > before);

        Optional<Route> round = route(HOSPITAL, SA_PA);
        assertTrue(round.isEmpty()
                || round.get().travel().time().compareTo(open.travel().time()) > 0);
        round.ifPresent(route -> assertEquals(List.of(pass.id()), route.avoids()));
        Route motorbike = route(HOSPITAL, SA_PA, VehicleClass.MOTORBIKE).orElseThrow();
        assertEquals(open.travel().distanceM(), motorbike.travel().distanceM()); // at its own speed
    }

    @Test
    void a_unit_reaches_the_slide_from_its_own_side() throws Exception {
        LatLon atTheSlide = post("QL4D", 60.5);
        await(routing.roads().putInForce(state(closure("QL4D", 60.4, 60.6, Set.of()))));
        assertTrue(travel(HOSPITAL, atTheSlide).isPresent());
        assertTrue(travel(SA_PA, atTheSlide).isPresent());
    }

    /** The road is cut on both sides: the crew drives up to the better slide, and knows how far it is from there. */
    @Test
    void a_place_that_is_cut_off_is_answered_with_the_last_reachable_point_and_the_walk() throws Exception {
        LatLon village = post("QL4D", 62.5);
        RoadClosure west = closure("QL4D", 62.2, 62.3, Set.of());
        RoadClosure east = closure("QL4D", 62.7, 62.8, Set.of());
        await(routing.roads().putInForce(state(west, east)));

        WayThere way = await(routing.roads().route(Journey.toPatient(HOSPITAL, village, VehicleClass.AMBULANCE)));
        WayThere.CutOff cutOff = (WayThere.CutOff) way;
        assertEquals(List.of(west.id()), cutOff.cutBy());
        double beforeTheSlide = cutOff.lastReachable().distanceM(post("QL4D", 62.2));
        assertTrue(beforeTheSlide < 60, "stops " + beforeTheSlide + " m from the slide");
        assertEquals(320, cutOff.onFoot().distanceM(), 60);
        assertTrue(cutOff.onFoot().patientAt().distanceM(village) < 10);
        List<LatLon> driven = cutOff.best().line();
        assertTrue(driven.get(driven.size() - 1).distanceM(cutOff.lastReachable()) < 1);
        assertEquals(Travel.Basis.ROAD, cutOff.best().travel().basis());
    }

    @Test
    void a_unit_shut_in_between_two_slides_stays_and_walks_from_the_nearer_one() throws Exception {
        LatLon between = post("QL4D", 62.5);
        await(routing.roads()
                .putInForce(state(closure("QL4D", 62.2, 62.3, Set.of()), closure("QL4D", 62.7, 62.8, Set.of()))));
        WayThere.CutOff cutOff = (WayThere.CutOff)
                await(routing.roads().route(Journey.between(between, post("QL4D", 62), VehicleClass.AMBULANCE)));
        assertTrue(cutOff.lastReachable().distanceM(post("QL4D", 62.3)) < 60);
        assertEquals(320, cutOff.onFoot().distanceM(), 60);
    }

    @Test
    void a_stretch_told_by_posts_is_as_long_as_told() throws Exception {
        ExtentMatch.Matched stretch =
                (ExtentMatch.Matched) await(routing.roads().match(new RoadExtent.ByKm("ql 4d", 60, 62)));
        assertEquals(2000, stretch.lengthM(), 200);
        assertFalse(stretch.lines().isEmpty());
    }

    @Test
    void a_single_post_or_point_closes_a_short_stretch() throws Exception {
        LatLon point = post("QL4D", 60);
        for (RoadExtent extent : List.of(
                new RoadExtent.ByKm("QL4D", 60, 60),
                new RoadExtent.ByLine(List.of(point)),
                new RoadExtent.ByLine(List.of(point, point)))) {
            ExtentMatch.Matched stretch =
                    (ExtentMatch.Matched) await(routing.roads().match(extent));
            assertTrue(stretch.lengthM() > 10 && stretch.lengthM() <= 51, extent + ": " + stretch.lengthM());
        }
    }

    @Test
    void what_cannot_be_found_is_refused_with_its_reason() throws Exception {
        assertEquals(Code.ROAD_UNKNOWN, refusal(new RoadExtent.ByKm("QL999", 1, 2)));
        assertEquals(Code.KM_BEYOND_END, refusal(new RoadExtent.ByKm("QL4D", 900, 901)));
        assertEquals(Code.KM_BEYOND_END, refusal(new RoadExtent.ByKm("QL4D", -3, 1)));
        assertEquals(Code.KM_BACKWARDS, refusal(new RoadExtent.ByKm("QL4D", 62, 60)));
        assertEquals(Code.OUTSIDE_MAP, refusal(new RoadExtent.ByLine(List.of(new LatLon(48.1, 11.5)))));
        assertEquals(Code.NO_ROAD_THERE, refusal(new RoadExtent.ByLine(List.of(farFromRoads()))));
        assertEquals(Code.NO_ROAD_THERE, refusal(new RoadExtent.ByLine(List.of())));
    }

    @Test
    void a_closure_that_matches_nothing_is_left_out_and_the_others_hold() throws Exception {
        Travel open = route(HOSPITAL, THAN_UYEN).orElseThrow().travel();
        await(routing.roads().putInForce(state(closure("QL999", 1, 2, Set.of()), closure("QL32", 380, 381, Set.of()))));
        assertTrue(route(HOSPITAL, THAN_UYEN)
                .map(route -> route.travel().time().compareTo(open.time()) >= 0)
                .orElse(true));
    }

    @Test
    void a_point_far_from_any_road_is_put_on_the_nearest_one_and_a_point_off_the_map_on_none() throws Exception {
        LatLon hill = farFromRoads();
        double offM = routing.roads().snap(hill).orElseThrow().distanceM();
        assertTrue(offM > 1500, "snapped " + offM + " m away");
        assertEquals(Travel.Basis.ROAD, travel(HOSPITAL, hill).orElseThrow().basis());

        LatLon munich = new LatLon(48.1, 11.5);
        assertTrue(routing.roads().snap(munich).isEmpty());
        SceneTimes times = await(routing.roads()
                .timesAround(munich, List.of(new Origin(HOSPITAL, VehicleClass.AMBULANCE)), List.of(SA_PA)));
        assertEquals(Travel.Basis.ESTIMATE, times.toScene().get(0).orElseThrow().basis());
        assertEquals(
                Travel.Basis.ESTIMATE,
                route(HOSPITAL, munich).orElseThrow().travel().basis());
        assertTrue(routing.roads().snap(new LatLon(0, 0)).isEmpty());
    }

    @Test
    void an_estimate_gives_way_to_the_roads_and_takes_the_closures_along() throws Exception {
        SwitchingRoadNetwork roads = new SwitchingRoadNetwork(new EstimateRoadNetwork(routing.register()));
        RoadClosure pass = closure("QL4D", 60, 61, Set.of());
        await(roads.putInForce(state(pass)));
        assertFalse(roads.isReady());
        assertEquals(
                Travel.Basis.ESTIMATE,
                await(roads.route(Journey.between(HOSPITAL, SA_PA, VehicleClass.AMBULANCE)))
                        .best()
                        .travel()
                        .basis());
        await(roads.switchTo(routing.roads()));
        assertTrue(roads.isReady());
        await(roads.route(Journey.between(HOSPITAL, SA_PA, VehicleClass.AMBULANCE)))
                .fold(
                        reached -> assertIs(pass.id(), reached.best().avoids()),
                        cutOff -> assertIs(pass.id(), cutOff.cutBy()));
    }

    @Test
    void two_questions_at_once_during_a_change_each_rest_on_one_state_of_the_roads() throws Exception {
        Origin unit = new Origin(HOSPITAL, VehicleClass.AMBULANCE);
        for (int round = 0; round < 20; round++) {
            RoadsInForce next = round % 2 == 0 ? state(closure("QL4D", 60, 61, Set.of())) : state();
            Future<Void> change = routing.roads().putInForce(next);
            SceneTimes times = await(routing.roads().timesAround(SA_PA, List.of(unit), List.of(HOSPITAL)));
            await(change);
            assertTrue(times.roadsVersion() == next.version() || times.roadsVersion() == next.version() - 1);
        }
    }

    @Test
    void coverage_is_what_every_place_would_be_told_if_it_asked() throws Exception {
        Random random = new Random(7);
        await(routing.roads().putInForce(state(closure("QL4D", 60, 61, Set.of(VehicleClass.MOTORBIKE)))));
        List<LatLon> points = new ArrayList<>();
        while (points.size() < 40) {
            points.add(routing.roads().snap(anywhere(random)).orElseThrow().onRoad());
        }
        List<RoadNetwork.Ready> units = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            VehicleClass vehicle = VehicleClass.values()[i % 3];
            units.add(new RoadNetwork.Ready(points.get(i), vehicle, Duration.ofSeconds(60 + 30 * i)));
        }
        List<LatLon> places = points.subList(10, 40);
        var swept = await(routing.roads().coverage(units, places));
        for (int place = 0; place < places.size(); place++) {
            List<Origin> origins = units.stream()
                    .map(unit -> new Origin(unit.at(), unit.vehicle()))
                    .toList();
            SceneTimes times = await(routing.roads().timesAround(places.get(place), origins, List.of()));
            long least = Long.MAX_VALUE;
            for (int unit = 0; unit < units.size(); unit++) {
                long turnout = units.get(unit).turnout().toMillis();
                least = Math.min(
                        least,
                        times.toScene()
                                .get(unit)
                                .map(travel -> turnout + travel.time().toMillis())
                                .orElse(Long.MAX_VALUE));
            }
            assertEquals(
                    least,
                    swept.first()
                            .get(place)
                            .map(first -> first.time().toMillis())
                            .orElse(Long.MAX_VALUE),
                    "place " + places.get(place));
        }
    }

    private static RoadsInForce state(RoadClosure... closures) {
        return new RoadsInForce(++version, List.of(closures));
    }

    private static Code refusal(RoadExtent extent) throws Exception {
        return ((ExtentMatch.Unmatched) await(routing.roads().match(extent)))
                .why()
                .code();
    }

    /** A point some five kilometres from any road of the book. */
    private static LatLon farFromRoads() {
        Random random = new Random(1);
        return IntStream.range(0, 10_000)
                .mapToObj(i -> anywhere(random))
                .filter(point -> routing.roads()
                        .snap(point)
                        .filter(snap -> snap.distanceM() > 4000 && snap.distanceM() < 6000)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static LatLon anywhere(Random random) {
        return new LatLon(21.9 + 0.6 * random.nextDouble(), 103.0 + 0.9 * random.nextDouble());
    }

    private static LatLon post(String road, double km) {
        return routing.register()
                .locate(new rescue.dispatch.road.RoadKm(road, km))
                .fold(at -> at.at(), nowhere -> {
                    throw new AssertionError(nowhere.why());
                });
    }

    private static RoadClosure closure(String road, double fromKm, double toKm, Set<VehicleClass> passableFor) {
        return new RoadClosure(
                UUID.nameUUIDFromBytes((road + fromKm).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new RoadExtent.ByKm(road, fromKm, toKm),
                "sạt lở",
                passableFor,
                Instant.EPOCH,
                null);
    }

    private static Optional<Route> route(LatLon from, LatLon to) throws Exception {
        return route(from, to, VehicleClass.AMBULANCE);
    }

    private static Optional<Route> route(LatLon from, LatLon to, VehicleClass vehicle) throws Exception {
        return await(routing.roads().route(Journey.between(from, to, vehicle)))
                .fold(reached -> Optional.of(reached.best()), cutOff -> Optional.empty());
    }

    private static boolean assertIs(UUID closure, List<UUID> named) {
        assertEquals(List.of(closure), named);
        return true;
    }

    private static Optional<Travel> travel(LatLon from, LatLon to) throws Exception {
        return route(from, to).map(Route::travel);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
