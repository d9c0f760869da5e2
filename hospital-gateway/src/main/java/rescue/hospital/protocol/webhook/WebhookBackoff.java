package rescue.hospital.protocol.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a delivery waits after it failed: seconds for a restart, an hour for a night without power, a day at most. */
final class WebhookBackoff {

    private static final List<Duration> FIRST =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));

    private static final Duration THEN = Duration.ofHours(1);

    /** After a day of silence somebody has to look; the next change begins anew. */
    private static final int TRIES = FIRST.size() + 24;

    private WebhookBackoff() {}

    /** Empty when it is given up. */
    static Optional<Duration> after(int tries) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        return Optional.of(tries <= FIRST.size() ? FIRST.get(tries - 1) : THEN);
    }
}
