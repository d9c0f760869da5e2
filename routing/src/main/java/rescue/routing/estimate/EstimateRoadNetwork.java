package rescue.routing.estimate;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;

/**
 * No road network at hand: straight lines, so that dispatch never stops.
 *
 * <p>Road closures are taken as told and kept, to be matched when there is a network. Until then one that lies between two
 * points, and that the vehicle does not pass, makes the estimate longer; nothing else of it can be honoured.
 */
public final class EstimateRoadNetwork implements RoadNetwork {

    /** What is closed, as far as it is known, and since which change. */
    private record Told(long version, List<Estimates.Closed> closures) {}

    private final ToldExtent extents;
    private volatile Told told = new Told(0, List.of());

    /** @param register asked where kilometre posts stand; it needs no network */
    public EstimateRoadNetwork(RoadRegister register) {
        this.extents = new ToldExtent(register);
    }

    @Override
    public Future<SceneTimes> timesAround(LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        Told now = told;
        Map<VehicleClass, List<Optional<Travel>>> byVehicle = origins.stream()
                .map(Origin::vehicle)
                .distinct()
                .collect(Collectors.toMap(
                        vehicle -> vehicle,
                        vehicle -> destinations.stream()
                                .map(to -> Optional.of(Estimates.travel(scene, to, vehicle, now.closures)))
                                .toList()));
        return Future.succeededFuture(new SceneTimes(
                now.version,
                origins.stream()
                        .map(origin ->
                                Optional.of(Estimates.travel(origin.at(), scene, origin.vehicle(), now.closures)))
                        .toList(),
                byVehicle,
                Map.of()));
    }

    @Override
    public Future<WayThere> route(Journey journey) {
        Told now = told;
        return Future.succeededFuture(Estimates.way(journey, now.closures, now.version));
    }

    @Override
    public Optional<Snap> snap(LatLon point) {
        return Optional.empty();
    }

    @Override
    public Future<ExtentMatch> match(RoadExtent extent) {
        return Future.succeededFuture(extents.match(extent));
    }

    @Override
    public Future<List<ExtentMatch>> matchAll(List<RoadExtent> wanted) {
        return Future.succeededFuture(wanted.stream().map(extents::match).toList());
    }

    @Override
    public synchronized Future<Void> putInForce(RoadsInForce roads) {
        Map<RoadClosure, Estimates.Closed> before = told.closures.stream()
                .collect(Collectors.toMap(Estimates.Closed::closure, closed -> closed, (one, same) -> one));
        told = new Told(
                roads.version(),
                roads.closures().stream()
                        .map(closure -> Optional.ofNullable(before.get(closure)).orElseGet(() -> locate(closure)))
                        .toList());
        return Future.succeededFuture();
    }

    private Estimates.Closed locate(RoadClosure closure) {
        return Estimates.Closed.of(closure, extents.points(closure.extent()));
    }

    @Override
    public String mapVersion() {
        return "";
    }

    @Override
    public Set<UUID> unmatched() {
        return told.closures.stream().map(Estimates.Closed::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Straight lines: nothing that happens on a road changes them. */
    @Override
    public RoadsAsOf asOfNow() {
        return new EstimatedMoment(told.version);
    }

    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public Set<VehicleClass> vehicleClasses() {
        return EnumSet.allOf(VehicleClass.class);
    }
}
