package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Comparator;
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
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WalkingPace;
import rescue.dispatch.road.WayThere;

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
        return Future.succeededFuture(new SceneTimes(version, toScene, fromScene, Map.of()));
    }

    private Optional<Travel> travel(LatLon from, LatLon to) {
        long a = minuteOf(from);
        long b = minuteOf(to);
        boolean cut = cutAt.stream().anyMatch(at -> at > Math.min(a, b) && at < Math.max(a, b));
        return cut
                ? Optional.empty()
                : Optional.of(new Travel(Duration.ofMinutes(Math.abs(a - b)), from.distanceM(to), Travel.Basis.ROAD));
    }

    /** As far as the first cut on the way, and on from there on foot. */
    @Override
    public Future<WayThere> route(Journey journey) {
        return Future.succeededFuture(travel(journey.from(), journey.to())
                .<WayThere>map(travel -> new WayThere.Reached(List.of(route(travel, journey.from(), journey.to()))))
                .orElseGet(() -> cutOff(journey.from(), journey.to())));
    }

    private WayThere cutOff(LatLon from, LatLon to) {
        long a = minuteOf(from);
        long b = minuteOf(to);
        long stop = cutAt.stream()
                .filter(at -> at > Math.min(a, b) && at < Math.max(a, b))
                .min(Comparator.comparingLong(at -> Math.abs(at - a)))
                .orElseThrow();
        Travel travel =
                new Travel(Duration.ofMinutes(Math.abs(stop - a)), from.distanceM(minute(stop)), Travel.Basis.ROAD);
        Walk onFoot = WalkingPace.along(List.of(minute(stop), to), minute(stop).distanceM(to));
        return new WayThere.CutOff(route(travel, from, minute(stop)), onFoot, List.of());
    }

    private Route route(Travel travel, LatLon from, LatLon to) {
        return new Route(travel, List.of(from, to), List.of(), null, null, List.of(), version);
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
