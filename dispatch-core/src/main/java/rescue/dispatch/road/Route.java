package rescue.dispatch.road;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * A way to drive, for people.
 *
 * @param travel its time, length and basis, without the walk
 * @param line the geometry of the drive, first point where the vehicle starts
 * @param steps instructions in order; empty for an estimate
 * @param walk between the road and the patient, after the drive or before it; null when the vehicle stands beside him
 * @param summary which roads it takes, or what is different about it: "Via ĐT130, 12 km longer"; null when no other
 *     routes were asked for
 * @param avoids the road closures without which this route would have been another one, if any
 * @param roadsVersion the state of the roads it rests on
 */
public record Route(
        Travel travel,
        List<LatLon> line,
        List<RouteStep> steps,
        @Nullable Walk walk,
        @Nullable Said summary,
        List<UUID> avoids,
        long roadsVersion) {

    public Route {
        line = List.copyOf(line);
        steps = List.copyOf(steps);
        avoids = List.copyOf(avoids);
    }

    /** The same with what sets it apart. */
    public Route called(Said newSummary) {
        return new Route(travel, line, steps, walk, newSummary, avoids, roadsVersion);
    }
}
