package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.VehicleClass;

/**
 * 20 May 2025: a landslide cuts QL4D at Km25+300 in Lản Nhì Thàng, and the police send the traffic between Pa So and Lai Châu
 * city by ĐT130. On the road book and, where it lies beside the project, on the full map.
 */
class LandslideOf2025IT {

    private static final LatLon PA_SO = new LatLon(22.5434, 103.2875);
    private static final LatLon LAI_CHAU = new LatLon(22.38039, 103.48277);
    private static final double ON_THE_WAY_M = 60;

    @TempDir
    private static Path graphs;

    @Test
    void on_the_road_book() throws Exception {
        goesByDt130(null, new RoadExtent.ByKm("QL4D", 25.3, 25.3));
    }

    /** It knows a village lane beside the slide, from Km24+800 to Km25+350, which the police did not send the traffic by. */
    @Test
    void on_the_full_map() throws Exception {
        goesByDt130(Maps.shared("laichau-lite.osm.pbf"), new RoadExtent.ByKm("QL4D", 24.7, 25.6));
    }

    private static void goesByDt130(@Nullable Path map, RoadExtent where) throws Exception {
        Vertx vertx = Vertx.vertx();
        RoutingModule routing = RoutingModule.open(vertx, map, Maps.PROVINCE, graphs, Maps.MODELS);
        try {
            LatLon slide = post(routing, "QL4D", 25.3);
            for (Journey journey : List.of(
                    Journey.between(PA_SO, LAI_CHAU, VehicleClass.AMBULANCE),
                    Journey.between(LAI_CHAU, PA_SO, VehicleClass.AMBULANCE))) {
                await(routing.roads().putInForce(new RoadsInForce(1, List.of())));
                Route usual = route(routing, journey);
                assertTrue(passes(usual, slide), "usually by QL4D");

                assertTrue(await(routing.roads().match(where)) instanceof ExtentMatch.Matched);
                RoadClosure closure =
                        new RoadClosure(new UUID(2025, 520), where, "sạt lở", Set.of(), Instant.EPOCH, null);
                await(routing.roads().putInForce(new RoadsInForce(2, List.of(closure))));
                Route around = route(routing, journey);
                assertFalse(passes(around, slide), "closed, and still over the slide");
                assertTrue(isBy(around, "ĐT130"), () -> "not by ĐT130: " + around.steps());
                assertEquals(List.of(closure.id()), around.avoids());
                assertTrue(around.travel().time().compareTo(usual.travel().time()) > 0);

                await(routing.roads().putInForce(new RoadsInForce(3, List.of())));
                assertEquals(usual.line(), route(routing, journey).line(), "opened again, it is the old one");
            }
        } finally {
            await(vertx.close());
        }
    }

    private static boolean passes(Route route, LatLon place) {
        for (int i = 1; i < route.line().size(); i++) {
            LatLon a = route.line().get(i - 1);
            LatLon b = route.line().get(i);
            int pieces = (int) Math.ceil(a.distanceM(b) / ON_THE_WAY_M) + 1;
            for (int k = 0; k <= pieces; k++) {
                double part = (double) k / pieces;
                LatLon at = new LatLon(a.lat() + part * (b.lat() - a.lat()), a.lon() + part * (b.lon() - a.lon()));
                if (at.distanceM(place) < ON_THE_WAY_M) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a step says so, however the map spells it. */
    private static boolean isBy(Route route, String road) {
        return route.steps().stream()
                .anyMatch(step -> step.vi().replaceAll("[ .]", "").contains(road));
    }

    private static LatLon post(RoutingModule routing, String road, double km) {
        return routing.register().locate(new RoadKm(road, km)).fold(at -> at.at(), nowhere -> {
            throw new AssertionError(nowhere.why());
        });
    }

    private static Route route(RoutingModule routing, Journey journey) throws Exception {
        return await(routing.roads().route(journey)).fold(reached -> reached.best(), cutOff -> {
            throw new AssertionError("cut off");
        });
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    }
}
