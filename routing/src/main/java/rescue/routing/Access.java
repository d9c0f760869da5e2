package rescue.routing;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.Walk;

/**
 * Where a vehicle stops for a patient.
 *
 * @param walk from there to him; null beside the road
 */
record Access(Snapping.Snapped stop, @Nullable Walk walk) {

    /** On foot to the patient, in milliseconds. */
    long walkMs() {
        return walk == null ? 0 : walk.out().toMillis();
    }
}
