package rescue.dispatch.hospital;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a reported capacity can be believed, by its age alone. Silence lowers it; it never hides a hospital. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW,
    /** Never reported. */
    UNKNOWN;

    /** Half a shift. */
    public static final Duration FRESH = Duration.ofHours(4);

    /** A whole shift: whoever counted has gone home. */
    public static final Duration STALE = Duration.ofHours(12);

    /** The confidence at {@code now} of what was said at {@code asOf}. */
    public static Confidence of(@Nullable Instant asOf, Instant now) {
        if (asOf == null) {
            return UNKNOWN;
        }
        Duration age = Duration.between(asOf, now);
        if (age.compareTo(FRESH) < 0) {
            return HIGH;
        }
        return age.compareTo(STALE) <= 0 ? MEDIUM : LOW;
    }
}
