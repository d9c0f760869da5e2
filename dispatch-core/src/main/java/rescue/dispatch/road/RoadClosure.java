package rescue.dispatch.road;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of road that must not be driven. Always "road closure" in two words: the closure of an incident is another
 * thing.
 *
 * @param id chosen when it was entered
 * @param extent which stretch
 * @param reason in the words of whoever entered it
 * @param passableFor the classes that still get through; empty when nobody does
 * @param from in force from then on
 * @param until in force until then, or null when nobody knows
 */
public record RoadClosure(
        UUID id,
        RoadExtent extent,
        String reason,
        Set<VehicleClass> passableFor,
        Instant from,
        @Nullable Instant until) {

    public RoadClosure {
        passableFor = Set.copyOf(passableFor);
    }

    /** Whether this closure is in force at {@code now}; its end itself is no longer in force. */
    public boolean inForce(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }
}
