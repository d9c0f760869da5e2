package rescue.routing.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.Maps;
import rescue.routing.book.RoadBook;

/** What is answered, and what is kept, while there is no road network. */
class EstimateTest {

    private static final LatLon WEST = new LatLon(22.30, 103.40);
    private static final LatLon EAST = new LatLon(22.30, 103.60);
    private static final LatLon BETWEEN = new LatLon(22.30, 103.50);

    private final EstimateRoadNetwork roads = new EstimateRoadNetwork(Maps.roadBook());

    @Test
    void every_answer_is_marked_as_an_estimate_and_nothing_is_ready() throws Exception {
        SceneTimes times = roads.timesAround(EAST, List.of(unit(WEST)), List.of(WEST))
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertEquals(Travel.Basis.ESTIMATE, times.toScene().get(0).orElseThrow().basis());
        assertEquals(
                Travel.Basis.ESTIMATE,
                times.fromScene()
                        .get(VehicleClass.AMBULANCE)
                        .get(0)
                        .orElseThrow()
                        .basis());
        assertTrue(!roads.isReady() && roads.snap(WEST).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a closure on the straight line: longer, and named | 22.300 | 103.50 |            | around
            half a kilometre beside it is on it               | 22.305 | 103.50 |            | around
            three kilometres beside it is not                 | 22.327 | 103.50 |            | straight
            at the scene itself: each side has its own end    | 22.300 | 103.60 |            | straight
            behind the scene                                  | 22.300 | 103.70 |            | straight
            this vehicle passes                               | 22.300 | 103.50 | AMBULANCE  | straight
            another vehicle would pass                        | 22.300 | 103.50 | MOTORBIKE  | around
            """)
    void of_a_road_closure_it_honours_that_it_lies_between(
            String story, double lat, double lon, String passes, String expected) throws Exception {
        Set<VehicleClass> passable = passes == null ? Set.of() : Set.of(VehicleClass.valueOf(passes));
        RoadClosure slide = closure(new RoadExtent.ByLine(List.of(new LatLon(lat, lon))), passable);
        roads.putInForce(new RoadsInForce(1, List.of(slide)));

        Route route = roads.route(Journey.between(WEST, EAST, VehicleClass.AMBULANCE))
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .best();

        boolean around = expected.equals("around");
        assertEquals(
                around ? MountainEstimate.around(WEST, EAST) : MountainEstimate.between(WEST, EAST), route.travel());
        assertEquals(around ? List.of(slide.id()) : List.of(), route.avoids());
    }

    @Test
    void a_unit_on_this_side_of_the_landslide_comes_before_one_as_far_on_the_other() throws Exception {
        roads.putInForce(new RoadsInForce(1, List.of(closure(new RoadExtent.ByLine(List.of(BETWEEN)), Set.of()))));
        LatLon asFar = new LatLon(EAST.lat(), EAST.lon() + (EAST.lon() - WEST.lon()));

        SceneTimes times = roads.timesAround(EAST, List.of(unit(WEST), unit(asFar)), List.of())
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertTrue(times.toScene()
                        .get(1)
                        .orElseThrow()
                        .time()
                        .compareTo(times.toScene().get(0).orElseThrow().time())
                < 0);
    }

    @Test
    void a_closure_by_posts_is_taken_and_drawn_from_the_register_and_is_not_yet_matched() throws Exception {
        RoadExtent pass = new RoadExtent.ByKm("ql 4d", 60, 62);
        var taken = assertInstanceOf(ExtentMatch.NotYet.class, match(pass));
        RoadClosure closure = closure(pass, Set.of());
        roads.putInForce(new RoadsInForce(1, List.of(closure)));

        assertEquals(5, taken.lines().get(0).size(), "a point every half kilometre");
        assertEquals(Set.of(closure.id()), roads.unmatched());
    }

    @ParameterizedTest(name = "{0} Km{1}–{2}: {3}")
    @CsvSource({"QL999, 1, 2, ROAD_UNKNOWN", "QL4D, 5000, 5001, KM_BEYOND_END", "QL4D, 62, 60, KM_BACKWARDS"})
    void posts_that_cannot_be_are_refused_without_any_network(String road, double from, double to, String code)
            throws Exception {
        var refused = assertInstanceOf(ExtentMatch.Unmatched.class, match(new RoadExtent.ByKm(road, from, to)));

        assertEquals(code, refused.why().code().name());
    }

    @Test
    void without_a_road_book_nobody_can_say_that_there_is_no_such_road() throws Exception {
        var bookless = new EstimateRoadNetwork(RoadBook.empty());
        ExtentMatch taken = bookless.match(new RoadExtent.ByKm("QL4D", 60, 62))
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertEquals(new ExtentMatch.NotYet(List.of()), taken);
    }

    private ExtentMatch match(RoadExtent extent) throws Exception {
        return roads.match(extent).toCompletionStage().toCompletableFuture().get();
    }

    private static Origin unit(LatLon at) {
        return new Origin(at, VehicleClass.AMBULANCE);
    }

    private static RoadClosure closure(RoadExtent extent, Set<VehicleClass> passableFor) {
        return new RoadClosure(UUID.randomUUID(), extent, "sạt lở", passableFor, Instant.EPOCH, null);
    }
}
