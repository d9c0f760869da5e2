package rescue.dispatch.road;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Roads that must not be driven, or not as usual: cut by a landslide, open in one lane, limited to light vehicles, slow in
 * rain. Always "road closure" in two words: the closure of an incident is another thing. Never changed: another extent or
 * effect is another road closure.
 *
 * @param id chosen when it was entered
 * @param extent where
 * @param effect what it does to those who would drive there
 * @param reason in the words of whoever entered it
 * @param times when it is in force
 */
public record RoadClosure(UUID id, RoadExtent extent, RoadEffect effect, String reason, RoadTimes times) {

    /** A stretch that nobody drives, but for some classes. */
    public RoadClosure(
            UUID id,
            RoadExtent extent,
            String reason,
            Set<VehicleClass> passableFor,
            Instant from,
            @Nullable Instant until) {
        this(id, extent, new RoadEffect.Closed(passableFor), reason, RoadTimes.from(from, until));
    }
}
