package rescue.dispatch.unit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/**
 * How long a station's crews take from "notified" to wheels rolling, by the hour: at three in the morning somebody has to
 * wake first.
 *
 * @param secondsByHour 24 of them, from midnight, by the clock on the station's wall
 * @param zone which clock that is
 */
public record Turnout(List<Integer> secondsByHour, ZoneId zone) {

    private static final int HOURS = 24;

    /** A crew that has not left after an hour is not one that turns out. */
    private static final int LONGEST_S = 3_600;

    public Turnout {
        secondsByHour = List.copyOf(secondsByHour);
        if (secondsByHour.size() != HOURS) {
            throw new IllegalArgumentException("a day has 24 hours, not " + secondsByHour.size());
        }
        for (int seconds : secondsByHour) {
            if (seconds < 0 || seconds > LONGEST_S) {
                throw new IllegalArgumentException("turnout must be within 0..3600 s: " + secondsByHour);
            }
        }
    }

    /** The same by day and by night. */
    public static Turnout always(Duration turnout) {
        return new Turnout(Collections.nCopies(HOURS, (int) turnout.toSeconds()), ZoneOffset.UTC);
    }

    /** The turnout of a crew that is notified at that moment. */
    public Duration at(Instant now) {
        int hour = now.atZone(zone).getHour();
        return Duration.ofSeconds(secondsByHour.get(hour));
    }

    /** What holds at every hour. */
    public Duration longest() {
        return Duration.ofSeconds(Collections.max(secondsByHour));
    }
}
