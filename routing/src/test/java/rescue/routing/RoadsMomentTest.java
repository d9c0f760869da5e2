package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.JourneyChange;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.estimate.EstimatedMoment;

/** What a change of the roads does to a journey and to places, over the province's road book. */
class RoadsMomentTest {

    private static final LatLon HOSPITAL = new LatLon(22.38039, 103.48277);
    private static final LatLon SA_PA = new LatLon(22.34609, 103.85717);

    @TempDir
    static Path graphs;

    private static Vertx vertx;
    private static RoutingModule routing;
    private static long version = 1;

    private RoadsAsOf open = new EstimatedMoment(0);

    @BeforeAll
    static void openTheRoadBook() {
        vertx = Vertx.vertx();
        routing = RoutingModule.open(vertx, null, Maps.PROVINCE, graphs, Maps.MODELS);
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @BeforeEach
    void every_road_is_open() throws Exception {
        open = inForce();
    }

    @Test
    void a_journey_that_the_landslide_does_not_touch_is_as_before() throws Exception {
        JourneyChange change = change(open, inForce(closure("QL12", 40, 41)), HOSPITAL, SA_PA);
        assertTrue(change.sameWay());
        assertEquals(change.before(), change.now());
        assertEquals(List.of(), change.closed());
    }

    @Test
    void a_journey_that_must_go_round_names_the_landslide_and_back_again_what_was_lifted() throws Exception {
        LatLon from = post("QL4D", 40);
        LatLon to = post("QL4D", 60);
        RoadClosure slide = closure("QL4D", 52, 53);
        RoadsAsOf closed = inForce(slide, closure("QL12", 40, 41));

        JourneyChange there = change(open, closed, from, to);
        assertFalse(there.sameWay());
        assertEquals(List.of(slide.id()), there.closed());
        assertTrue(assertPresent(there.now())
                        .time()
                        .compareTo(assertPresent(there.before()).time())
                > 0);

        JourneyChange back = change(closed, inForce(), from, to);
        assertEquals(List.of(slide.id()), back.opened());
        assertEquals(there.before(), back.now());
    }

    @Test
    void a_journey_without_a_way_left_has_no_time() throws Exception {
        JourneyChange change = change(open, inForce(closure("QL4D", 73, 74)), post("QL4D", 60), post("QL4D", 78));
        assertNull(change.now());
        assertNotNull(change.before());
        assertEquals(JourneyChange.Verdict.CUT_OFF, change.verdict(false));
    }

    @Test
    void places_are_in_one_part_exactly_when_one_can_drive_there_and_back() throws Exception {
        long seed = 20261122;
        Random random = new Random(seed);
        RoadsAsOf cut = inForce(
                closure("QL4D", 73, 74),
                closure("QL12", 60, 61),
                closure("QL32", 350, 351),
                closure("QL279", 100, 101));
        List<LatLon> places = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            places.add(new LatLon(21.9 + 0.6 * random.nextDouble(), 103.0 + 0.9 * random.nextDouble()));
        }
        List<Optional<Integer>> parts = await(cut.parts(places, VehicleClass.AMBULANCE));
        assertTrue(parts.stream().distinct().count() > 1, "something is cut off");
        for (int a = 0; a < places.size(); a++) {
            for (int b = a + 1; b < places.size(); b++) {
                boolean both =
                        isReached(cut, places.get(a), places.get(b)) && isReached(cut, places.get(b), places.get(a));
                assertEquals(
                        both,
                        parts.get(a).equals(parts.get(b)),
                        "seed " + seed + ": " + places.get(a) + " and " + places.get(b));
            }
        }
    }

    @Test
    void without_a_network_nobody_can_tell() throws Exception {
        RoadsAsOf estimates = new EstimatedMoment(7);
        assertEquals(
                JourneyChange.Verdict.AS_BEFORE,
                change(open, estimates, HOSPITAL, SA_PA).verdict(true));
        assertEquals(List.of(Optional.empty()), await(estimates.parts(List.of(SA_PA), VehicleClass.AMBULANCE)));
        assertTrue(change(estimates, inForce(closure("QL4D", 52, 53)), post("QL4D", 40), post("QL4D", 60))
                .sameWay());
    }

    private static boolean isReached(RoadsAsOf roads, LatLon from, LatLon to) throws Exception {
        return change(roads, roads, from, to).now() != null;
    }

    private static JourneyChange change(RoadsAsOf before, RoadsAsOf now, LatLon from, LatLon to) throws Exception {
        return await(now.since(before, List.of(Journey.between(from, to, VehicleClass.AMBULANCE))))
                .get(0);
    }

    private static RoadsAsOf inForce(RoadClosure... closures) throws Exception {
        await(routing.roads().putInForce(new RoadsInForce(++version, List.of(closures))));
        return routing.roads().asOfNow();
    }

    private static RoadClosure closure(String road, double fromKm, double toKm) {
        return new RoadClosure(
                UUID.nameUUIDFromBytes((road + fromKm).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new RoadExtent.ByKm(road, fromKm, toKm),
                "sạt lở",
                Set.of(),
                Instant.EPOCH,
                null);
    }

    private static LatLon post(String road, double km) {
        return routing.register().locate(new RoadKm(road, km)).fold(at -> at.at(), nowhere -> {
            throw new AssertionError(nowhere.why());
        });
    }

    private static <T> T assertPresent(@org.jspecify.annotations.Nullable T value) {
        assertNotNull(value);
        return java.util.Objects.requireNonNull(value);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
