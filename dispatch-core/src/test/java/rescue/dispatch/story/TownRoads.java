package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;

/** One road, straight north; one degree is an hour. A road closure at a minute cuts it there. */
final class TownRoads implements RoadNetwork {

    private static final double SOUTH_END = 20;

    private static final double LON = 103.5;

    private final Set<Long> cutAt = new TreeSet<>();
    private long version = 1;

    /** So many minutes up the road. */
    static LatLon minute(long minute) {
        return new LatLon(SOUTH_END + minute / 60.0, LON);
    }

    private static long minuteOf(LatLon place) {
        return Math.round((place.lat() - SOUTH_END) * 60);
    }

    @Override
    public Future<SceneTimes> timesAround(LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        List<Optional<Travel>> toScene =
                origins.stream().map(origin -> travel(origin.at(), scene)).toList();
        Map<VehicleClass, List<Optional<Travel>>> fromScene = new EnumMap<>(VehicleClass.class);
        for (Origin origin : origins) {
            fromScene.put(
                    origin.vehicle(),
                    destinations.stream().map(to -> travel(scene, to)).toList());
        }
        return Future.succeededFuture(new SceneTimes(version, toScene, fromScene));
    }

    private Optional<Travel> travel(LatLon from, LatLon to) {
        long a = minuteOf(from);
        long b = minuteOf(to);
        boolean cut = cutAt.stream().anyMatch(at -> at > Math.min(a, b) && at < Math.max(a, b));
        return cut
                ? Optional.empty()
                : Optional.of(new Travel(Duration.ofMinutes(Math.abs(a - b)), from.distanceM(to), Travel.Basis.ROAD));
    }

    @Override
    public Future<Optional<Route>> route(LatLon from, LatLon to, VehicleClass vehicle) {
        return Future.succeededFuture(travel(from, to)
                .map(travel -> new Route(travel, List.of(from, to), List.of(), List.<UUID>of(), version)));
    }

    @Override
    public Optional<Snap> snap(LatLon point) {
        LatLon onRoad = new LatLon(point.lat(), LON);
        return Optional.of(new Snap(onRoad, point.distanceM(onRoad), null));
    }

    @Override
    public Future<ExtentMatch> match(RoadExtent extent) {
        return Future.succeededFuture(new ExtentMatch.Matched(100, 1, List.of(), List.of()));
    }

    /** A closure's first kilometre is the minute at which the road is cut. */
    @Override
    public Future<Void> putInForce(RoadsInForce roads) {
        cutAt.clear();
        for (RoadClosure closure : roads.closures()) {
            if (closure.extent() instanceof RoadExtent.ByKm byKm) {
                cutAt.add(Math.round(byKm.fromKm()));
            }
        }
        version = roads.version();
        return Future.succeededFuture();
    }

    @Override
    public Future<List<ExtentMatch>> matchAll(List<RoadExtent> extents) {
        return Future.all(extents.stream().map(this::match).toList()).map(all -> all.list());
    }

    @Override
    public String mapVersion() {
        return "town";
    }

    @Override
    public Set<UUID> unmatched() {
        return Set.of();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Set<VehicleClass> vehicleClasses() {
        return Set.of(VehicleClass.values());
    }
}
