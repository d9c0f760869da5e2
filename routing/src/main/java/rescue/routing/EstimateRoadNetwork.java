package rescue.routing;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.road.VehicleClass;

/** No road network at hand: straight lines, so that dispatch never stops. Road closures are counted but change nothing. */
public final class EstimateRoadNetwork implements RoadNetwork {

    private final AtomicLong version = new AtomicLong();

    @Override
    public Future<SceneTimes> timesAround(LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        List<Optional<Travel>> fromScene = destinations.stream()
                .map(to -> Optional.of(Estimates.travel(scene, to)))
                .toList();
        Map<VehicleClass, List<Optional<Travel>>> byVehicle = origins.stream()
                .map(Origin::vehicle)
                .distinct()
                .collect(Collectors.toMap(vehicle -> vehicle, vehicle -> fromScene));
        return Future.succeededFuture(new SceneTimes(
                version.get(),
                origins.stream()
                        .map(origin -> Optional.of(Estimates.travel(origin.at(), scene)))
                        .toList(),
                byVehicle));
    }

    @Override
    public Future<Optional<Route>> route(LatLon from, LatLon to, VehicleClass vehicle) {
        return Future.succeededFuture(Optional.of(Estimates.route(from, to, version.get())));
    }

    @Override
    public Optional<Snap> snap(LatLon point) {
        return Optional.empty();
    }

    @Override
    public Future<ExtentMatch> match(RoadExtent extent) {
        String road = extent instanceof RoadExtent.ByKm byKm ? byKm.road() : "";
        return Future.succeededFuture(new ExtentMatch.Unmatched(
                new UnlocatableRoad(UnlocatableRoad.Code.NO_ROAD_THERE, road, 0, 0, List.of())));
    }

    @Override
    public Future<Long> putInForce(List<RoadClosure> closures) {
        return Future.succeededFuture(version.incrementAndGet());
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
