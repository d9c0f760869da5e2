package rescue.dispatch.road;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * Where a point meets the road network.
 *
 * @param onRoad the nearest point on a road that belongs to the connected network
 * @param distanceM metres from the point asked to {@code onRoad}, as the crow flies
 * @param road the road's number or name there, if it has one
 */
public record Snap(
        LatLon onRoad, double distanceM, @Nullable String road) {}
