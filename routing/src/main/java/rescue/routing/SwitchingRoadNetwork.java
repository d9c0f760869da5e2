package rescue.routing;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.Coverage;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;

/** Estimates until the road map is there, then the roads: dispatch need not wait for an import. */
public final class SwitchingRoadNetwork implements RoadNetwork {

    private volatile RoadNetwork now;
    private RoadsInForce inForce = new RoadsInForce(0, List.of());

    public SwitchingRoadNetwork(RoadNetwork first) {
        now = first;
    }

    /**
     * Answers from another network from now on. The closures in force are put in force there first, so no answer ever
     * misses one.
     */
    public Future<Void> switchTo(RoadNetwork next) {
        RoadsInForce carried = inForce();
        return next.putInForce(carried)
                .compose(done -> tookOver(next, carried)
                        ? Future.succeededFuture()
                        : switchTo(next)); // closures changed meanwhile: take them along too
    }

    /** What was put in force last, matched or not. */
    synchronized RoadsInForce inForce() {
        return inForce;
    }

    private synchronized boolean tookOver(RoadNetwork next, RoadsInForce carried) {
        if (!carried.equals(inForce)) {
            return false;
        }
        now = next;
        return true;
    }

    @Override
    public synchronized Future<Void> putInForce(RoadsInForce wanted) {
        inForce = wanted;
        return now.putInForce(wanted);
    }

    @Override
    public String mapVersion() {
        return now.mapVersion();
    }

    @Override
    public Future<SceneTimes> timesAround(LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        return now.timesAround(scene, origins, destinations);
    }

    @Override
    public Future<WayThere> route(Journey journey) {
        return now.route(journey);
    }

    @Override
    public Future<Coverage> coverage(List<Ready> units, List<LatLon> places) {
        return now.coverage(units, places);
    }

    @Override
    public Optional<Snap> snap(LatLon point) {
        return now.snap(point);
    }

    @Override
    public Future<ExtentMatch> match(RoadExtent extent) {
        return now.match(extent);
    }

    @Override
    public Future<List<ExtentMatch>> matchAll(List<RoadExtent> extents) {
        return now.matchAll(extents);
    }

    @Override
    public Set<UUID> unmatched() {
        return now.unmatched();
    }

    @Override
    public RoadsAsOf asOfNow() {
        return now.asOfNow();
    }

    @Override
    public boolean isReady() {
        return now.isReady();
    }

    @Override
    public Set<VehicleClass> vehicleClasses() {
        return now.vehicleClasses();
    }
}
