package rescue.dispatch.alert;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.RoadKm;

/**
 * Where we hold a place to be.
 *
 * @param at the point that decisions use
 * @param roadKm the nearest post, when a registered road is near
 * @param commune the commune (phường, xã) by name, when known
 * @param label one line for people, Vietnamese: {@code QL4D Km76+650, Bình Lư}
 * @param offRoadM metres from the nearest drivable road; 0 or more
 */
public record LocatedPlace(
        LatLon at, @Nullable RoadKm roadKm, @Nullable String commune, String label, double offRoadM) {}
