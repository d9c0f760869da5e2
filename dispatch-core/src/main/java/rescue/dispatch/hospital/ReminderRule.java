package rescue.dispatch.hospital;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When a ward that has not counted its beds is asked to, and by whom: its own page asks from the shift change on, half an hour
 * later a text message does, and half an hour after that it stands on the desk's list of whom to telephone. Nobody is
 * telephoned over a count that is still fresh.
 */
public final class ReminderRule {

    /** When wards hand over; whoever counted before has gone home. */
    private static final List<LocalTime> SHIFT_CHANGES = List.of(LocalTime.of(7, 0), LocalTime.of(19, 0));

    private static final Duration UNTIL_TEXT = Duration.ofMinutes(30);
    private static final Duration UNTIL_CALL = Duration.ofHours(1);

    private ReminderRule() {}

    /** Since when a new count is owed after one of that moment: the next shift change. */
    public static Instant owedSince(Instant counted, ZoneId zone) {
        ZonedDateTime there = counted.atZone(zone);
        return SHIFT_CHANGES.stream()
                .map(change -> change.isAfter(there.toLocalTime())
                        ? there.with(change)
                        : there.plusDays(1).with(change))
                .map(ZonedDateTime::toInstant)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** From when on a text message asks for it. */
    public static Instant textAt(Instant counted, ZoneId zone) {
        return later(owedSince(counted, zone).plus(UNTIL_TEXT), counted.plus(Confidence.FRESH));
    }

    /** From when on the desk is to telephone. */
    public static Instant callAt(Instant counted, ZoneId zone) {
        return later(owedSince(counted, zone).plus(UNTIL_CALL), counted.plus(Confidence.FRESH));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
