package rescue.deploy.drill;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The clock of the shift: it begins somewhere and goes faster than the one on the wall. */
final class ShiftClock {

    private final LongSupplier nanos;
    private final int speed;
    private final Duration from;
    private final long startedNanos;

    /**
     * Starts now.
     *
     * @param nanos a clock that only goes forward
     * @param speed how many seconds of the shift pass in one
     * @param from where in the shift it starts
     */
    ShiftClock(LongSupplier nanos, int speed, Duration from) {
        this.nanos = nanos;
        this.speed = speed;
        this.from = from;
        this.startedNanos = nanos.getAsLong();
    }

    /** Since the beginning of the shift. */
    Duration now() {
        return from.plusNanos((nanos.getAsLong() - startedNanos) * speed);
    }
}
