package rescue.dispatch.road;

import java.util.List;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;

/**
 * A way to drive, for people.
 *
 * @param travel its time, length and basis
 * @param line the geometry, first point where the vehicle starts
 * @param steps instructions in order; empty for an estimate
 * @param avoids the road closures without which this route would have been another one, if any
 * @param roadsVersion the state of the roads it rests on
 */
public record Route(Travel travel, List<LatLon> line, List<RouteStep> steps, List<UUID> avoids, long roadsVersion) {

    public Route {
        line = List.copyOf(line);
        steps = List.copyOf(steps);
        avoids = List.copyOf(avoids);
    }
}
