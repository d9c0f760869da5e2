package rescue.dispatch.road;

import java.time.Duration;

/**
 * What one class of vehicle meets where a road closure is in force.
 *
 * @param closed it does not get through
 * @param factor how many times as long the stretch takes; 1 or more, 1 when closed
 * @param delay what driving through the whole stretch takes on top; zero or more, zero when closed. Whoever drives a part of
 *     it waits for that part of it
 */
public record Passage(boolean closed, double factor, Duration delay) {

    public static final Passage CLOSED = new Passage(true, 1, Duration.ZERO);

    /** As if there were no road closure. */
    public static final Passage FREE = new Passage(false, 1, Duration.ZERO);

    public Passage {
        if (!(factor >= 1) || delay.isNegative()) { // written positively, so that NaN is refused too
            throw new IllegalArgumentException("a road closure never makes a road faster: " + factor + ", " + delay);
        }
    }

    /** Whether whoever obeys this one has obeyed the other too. */
    public boolean isAtLeastAsStrictAs(Passage other) {
        return closed || (!other.closed && factor >= other.factor && delay.compareTo(other.delay) >= 0);
    }
}
