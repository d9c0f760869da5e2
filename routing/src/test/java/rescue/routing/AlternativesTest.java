package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;

/** Other routes over the province's road book. */
class AlternativesTest {

    private static final LatLon PA_SO = new LatLon(22.5434, 103.2875);
    private static final LatLon HOSPITAL = new LatLon(22.38039, 103.48277);

    @TempDir
    static Path graphs;

    private static Vertx vertx;
    private static RoutingModule routing;

    @BeforeAll
    static void openTheRoadBook() {
        vertx = Vertx.vertx();
        routing = RoutingModule.open(vertx, null, Path.of("../maps/laichau"), graphs, Path.of("../maps/models"));
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void from_pa_so_to_the_city_the_other_road_is_named_with_what_it_costs() throws Exception {
        List<Route> routes = routes(PA_SO, HOSPITAL, 2);
        String told =
                routes.stream().map(route -> Objects.toString(route.summary())).toList() + "";
        assertEquals(3, routes.size(), told);
        assertEquals(
                new Said("Qua QL4D, ĐT136", "Via QL4D, ĐT136"), routes.get(0).summary());
        assertTrue(told.contains("Qua QL100, ĐT130, dài hơn 8 km, lâu hơn 28 phút"), told);
        assertTrue(told.contains("Via QL100, ĐT130, 8 km longer, 28 min later"), told);
    }

    @Test
    void nobody_is_kept_waiting_for_routes_that_were_not_asked_for() throws Exception {
        assertEquals(1, routes(PA_SO, HOSPITAL, 0).size());
    }

    @Test
    void other_routes_are_longer_not_much_longer_and_really_different() throws Exception {
        long seed = 11;
        Random random = new Random(seed);
        int others = 0;
        for (int pair = 0; pair < 60; pair++) {
            List<Route> routes = routes(anywhere(random), anywhere(random), 2);
            Route best = routes.get(0);
            for (Route other : routes.subList(1, routes.size())) {
                String what = "seed " + seed + " pair " + pair;
                others++;
                assertTrue(other.travel().time().compareTo(best.travel().time()) >= 0, what);
                assertTrue(
                        other.travel().time().toMillis()
                                <= 1.75 * best.travel().time().toMillis(),
                        what);
                assertEquals(best.line().get(0), other.line().get(0), what);
                assertEquals(last(best.line()), last(other.line()), what);
                assertEquals(
                        other.travel().distanceM(),
                        other.steps().stream()
                                .mapToDouble(step -> step.distanceM())
                                .sum(),
                        10,
                        what);
                Set<LatLon> ofTheBest = new HashSet<>(best.line());
                double own = 0;
                for (int i = 1; i < other.line().size(); i++) {
                    own += ofTheBest.contains(other.line().get(i))
                            ? 0
                            : other.line().get(i - 1).distanceM(other.line().get(i));
                }
                assertTrue(own > 0.1 * best.travel().distanceM(), what + ": only " + own + " m of its own");
            }
        }
        assertTrue(others > 10, "seed " + seed + ": only " + others + " other routes for 60 pairs");
    }

    private static LatLon last(List<LatLon> line) {
        return line.get(line.size() - 1);
    }

    private static LatLon anywhere(Random random) {
        return new LatLon(21.9 + 0.6 * random.nextDouble(), 103.0 + 0.9 * random.nextDouble());
    }

    private static List<Route> routes(LatLon from, LatLon to, int alternatives) throws Exception {
        WayThere way = await(routing.roads()
                .route(Journey.between(from, to, VehicleClass.AMBULANCE).with(alternatives)));
        return way.fold(WayThere.Reached::routes, cutOff -> List.of(cutOff.best()));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
