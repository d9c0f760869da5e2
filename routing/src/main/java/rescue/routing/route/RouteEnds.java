package rescue.routing.route;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Walk;

/**
 * What lies beyond the road at both ends of a drive.
 *
 * @param carry from the patient to the vehicle, before the drive
 * @param walk from the vehicle to the patient, after it
 * @param place what is driven to
 * @param cutOff whether the drive ends before a closed road
 */
record RouteEnds(@Nullable Walk carry, @Nullable Walk walk, LatLon place, boolean cutOff) {}
