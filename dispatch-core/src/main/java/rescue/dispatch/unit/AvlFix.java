package rescue.dispatch.unit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * Where a unit's device said it was (automatic vehicle location).
 *
 * @param at the place
 * @param fixedAt when the receiver measured it, by the device's clock
 * @param speedMps metres per second, when told
 * @param headingDeg degrees clockwise from north, when told
 * @param accuracyM radius in metres, when told
 */
public record AvlFix(
        LatLon at,
        Instant fixedAt,
        @Nullable Double speedMps,
        @Nullable Double headingDeg,
        @Nullable Double accuracyM) {

    /** How old the fix is; zero when the device's clock runs ahead. */
    public Duration age(Instant now) {
        Duration age = Duration.between(fixedAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
