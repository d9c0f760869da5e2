package rescue.routing.places;

import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.Walk;

/**
 * Where a vehicle stops for a patient.
 *
 * @param walk from there to him; null beside the road
 */
public record Access(Snapping.Snapped stop, @Nullable Walk walk) {

    /** On foot to the patient, in milliseconds. */
    public long walkMs() {
        return walk == null ? 0 : walk.out().toMillis();
    }
}
