package rescue.dispatch.hospital;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose word a figure is.
 *
 * @param reporter who said it
 * @param source on which way it came; null for what was said before that was written down
 * @param at when it was counted, or confirmed
 */
public record Said(String reporter, @Nullable ReportSource source, Instant at) {

    /** How far it can be believed at {@code now}. */
    public Confidence confidence(Instant now) {
        return Confidence.of(at, now);
    }

    /** How old it is; a clock that is ahead makes nothing younger than new. */
    public Duration age(Instant now) {
        return now.isBefore(at) ? Duration.ZERO : Duration.between(at, now);
    }
}
