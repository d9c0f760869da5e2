package rescue.dispatch.story;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.JourneyChange;
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

/** One road, straight north; one degree is an hour. A road closure at a minute cuts it there; a bypass leads round each. */
public final class TownRoads implements RoadNetwork {

    private static final double SOUTH_END = 20;

    private static final double LON = 103.5;

    private static final long NO_BYPASS = 0;

    private final Map<Long, UUID> cutAt = new TreeMap<>();
    private List<RoadClosure> closures = List.of();
    private long bypassMinutes = NO_BYPASS;
    private long version;

    /** So many minutes up the road. */
    public static LatLon minute(long minute) {
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

    /** From now on there is a way round every cut, so many minutes longer. */
    public void bypass(long minutes) {
        bypassMinutes = minutes;
    }

    private Optional<Travel> travel(LatLon from, LatLon to) {
        return travel(cutAt, bypassMinutes, from, to);
    }

    private static Optional<Travel> travel(Map<Long, UUID> cuts, long bypass, LatLon from, LatLon to) {
        int between = between(cuts, from, to).size();
        return between > 0 && bypass == NO_BYPASS
                ? Optional.empty()
                : Optional.of(new Travel(
                        Duration.ofMinutes(Math.abs(minuteOf(from) - minuteOf(to)) + between * bypass),
                        from.distanceM(to),
                        Travel.Basis.ROAD));
    }

    private static List<UUID> between(Map<Long, UUID> cuts, LatLon from, LatLon to) {
        long a = minuteOf(from);
        long b = minuteOf(to);
        return cuts.entrySet().stream()
                .filter(cut -> cut.getKey() > Math.min(a, b) && cut.getKey() < Math.max(a, b))
                .map(Map.Entry::getValue)
                .toList();
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
        long stop = cutAt.keySet().stream()
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
        closures = roads.closures();
        for (RoadClosure closure : roads.closures()) {
            if (closure.extent() instanceof RoadExtent.ByKm byKm) {
                cutAt.put(Math.round(byKm.fromKm()), closure.id());
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
    public RoadsAsOf asOfNow() {
        return new Moment(version, closures, Map.copyOf(cutAt), bypassMinutes);
    }

    /** The road as it was cut then. */
    private record Moment(long version, List<RoadClosure> closures, Map<Long, UUID> cuts, long bypass)
            implements RoadsAsOf {

        @Override
        public Future<List<JourneyChange>> since(RoadsAsOf before, List<Journey> journeys) {
            Moment then = (Moment) before;
            return Future.succeededFuture(journeys.stream()
                    .map(journey -> change(then, journey.from(), journey.to()))
                    .toList());
        }

        private JourneyChange change(Moment then, LatLon from, LatLon to) {
            List<UUID> before = between(then.cuts, from, to);
            List<UUID> now = between(cuts, from, to);
            return new JourneyChange(
                    travel(then.cuts, then.bypass, from, to).orElse(null),
                    travel(cuts, bypass, from, to).orElse(null),
                    now.equals(before),
                    now.stream().filter(id -> !before.contains(id)).toList(),
                    before.stream().filter(id -> !now.contains(id)).toList());
        }

        /** South of the first cut, between the first and the second, and so on. */
        @Override
        public Future<List<Optional<Integer>>> parts(List<LatLon> places, VehicleClass vehicle) {
            return Future.succeededFuture(places.stream()
                    .map(place -> Optional.of((int) cuts.keySet().stream()
                            .filter(at -> at < minuteOf(place))
                            .count()))
                    .toList());
        }
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
