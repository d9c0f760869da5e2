package rescue.dispatch.hospital;

import java.time.Duration;

/** How long a bed is promised: nobody's bed is blocked for ever by a unit that never came. */
public final class HoldRule {

    /** However near the unit is, the hospital waits this long. */
    private static final Duration AT_LEAST = Duration.ofMinutes(15);

    /** How long a bed is kept for who is choosing: long enough to read three options, too short to be forgotten. */
    public static final Duration WHILE_CHOOSING = Duration.ofSeconds(90);

    private HoldRule() {}

    /** Time of arrival plus a margin of half of it, at least a quarter of an hour. */
    public static Duration lasts(Duration untilArrival) {
        Duration half = untilArrival.dividedBy(2);
        return untilArrival.plus(half.compareTo(AT_LEAST) > 0 ? half : AT_LEAST);
    }
}
