package rescue.dispatch.port;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Coverage;
import rescue.dispatch.road.ExtentMatch;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Snap;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;

/**
 * The roads as they are now. Answered by the routing module; the core knows only this.
 *
 * <p>No call here blocks the event loop: what is not a look-up in memory runs on a worker.
 */
public interface RoadNetwork {

    /** Where a vehicle stands, and what it can drive over. */
    record Origin(LatLon at, VehicleClass vehicle) {}

    /**
     * Every driving time of one decision: from each origin to the scene, and from the scene to each destination for
     * every vehicle class among the origins. Never fails for want of a map: without a network the answers are estimates.
     */
    Future<SceneTimes> timesAround(LatLon scene, List<Origin> origins, List<LatLon> destinations);

    /**
     * The fastest way; when the open roads do not lead there, how far they do. Without a network a straight line, marked
     * as an estimate.
     */
    Future<WayThere> route(Journey journey);

    /**
     * A unit that could go.
     *
     * @param turnout how long its crew takes to leave
     */
    record Ready(LatLon at, VehicleClass vehicle, Duration turnout) {}

    /**
     * Who would be at each place first. What is asked here one place after another, a network finds in one sweep.
     */
    default Future<Coverage> coverage(List<Ready> units, List<LatLon> places) {
        List<Origin> origins = units.stream()
                .map(unit -> new Origin(unit.at(), unit.vehicle()))
                .toList();
        List<Future<SceneTimes>> asked = places.stream()
                .map(place -> timesAround(place, origins, List.of()))
                .toList();
        return Future.all(asked)
                .map(done -> new Coverage(
                        asked.isEmpty() ? 0 : asked.get(0).result().roadsVersion(),
                        asked.stream()
                                .map(times -> first(units, times.result()))
                                .toList()));
    }

    private static Optional<Coverage.First> first(List<Ready> units, SceneTimes times) {
        Optional<Coverage.First> first = Optional.empty();
        for (int i = 0; i < units.size(); i++) {
            int unit = i;
            Optional<Coverage.First> there = times.toScene()
                    .get(i)
                    .map(travel ->
                            new Coverage.First(unit, units.get(unit).turnout().plus(travel.time()), travel.basis()));
            first = first.isEmpty()
                    ? there
                    : Optional.of(there.map(first.get()::or).orElse(first.get()));
        }
        return first;
    }

    /** The nearest drivable road; empty outside the map, or without a network. A look-up of microseconds. */
    Optional<Snap> snap(LatLon point);

    /** What a closure of that extent would close; nothing is changed. */
    Future<ExtentMatch> match(RoadExtent extent);

    /** The same for many, in their order: one after another beside the searches, so that no decision waits for them. */
    Future<List<ExtentMatch>> matchAll(List<RoadExtent> extents);

    /**
     * Puts exactly this state of the roads in force, in place of the one before. Completes when every answer that is given
     * from now on honours it and bears its version; extents that match nothing any more are in {@link #unmatched}.
     */
    Future<Void> putInForce(RoadsInForce roads);

    /** Names the map that the answers rest on; another map, another name. */
    String mapVersion();

    /**
     * Those of the road closures in force that shut no road: not yet, for want of a network, or because there is none on
     * this map. Never dropped in silence: whoever entered them is told.
     */
    Set<UUID> unmatched();

    /** The roads at this moment, to be compared with later ones. */
    RoadsAsOf asOfNow();

    /** Whether the answers rest on a road network; if not, they are straight lines, and marked so. */
    boolean isReady();

    /** The vehicle classes this network knows; at least {@link VehicleClass#AMBULANCE}. */
    Set<VehicleClass> vehicleClasses();
}
