package rescue.dispatch.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The crew asks for another hospital and waits for the desk.
 *
 * @param at when it asked, by the clock of its device
 * @param hospitalId where it would rather go; null when it leaves that to the desk
 */
public record DestinationAsk(
        Instant at, String reason, @Nullable String hospitalId) {}
