package rescue.routing;

import java.util.List;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.Travel;

/** Driving times without a road network: the straight line, made longer and slow. Always marked as an estimate. */
final class Estimates {

    private Estimates() {}

    static Travel travel(LatLon from, LatLon to) {
        return MountainEstimate.between(from, to);
    }

    static Route route(LatLon from, LatLon to, long roadsVersion) {
        return new Route(travel(from, to), List.of(from, to), List.of(), List.of(), roadsVersion);
    }
}
