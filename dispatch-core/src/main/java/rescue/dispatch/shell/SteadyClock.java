package rescue.dispatch.shell;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Says how much time has passed and never jumps, whoever sets the machine's clock: for waiting, throttling and trusting.
 * What it shows is not to be written down as a time of day.
 */
public final class SteadyClock implements InstantSource {

    private final Instant began;
    private final long beganNanos = System.nanoTime();

    public SteadyClock(InstantSource wall) {
        began = wall.instant();
    }

    @Override
    public Instant instant() {
        return began.plusNanos(System.nanoTime() - beganNanos);
    }
}
