package rescue.dispatch.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a road closure holds, and when that changes next, by the province's clock. */
class RoadTimesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # story                             | from             | until            | season      | hours       | now              | holds | next
            always                              | 2026-01-01T00:00 | -                | -           | -           | 2026-06-01T12:00 | true  | -
            not yet                             | 2026-07-01T00:00 | -                | -           | -           | 2026-06-01T12:00 | false | 2026-07-01T00:00
            its beginning belongs to it         | 2026-07-01T00:00 | -                | -           | -           | 2026-07-01T00:00 | true  | -
            until tomorrow                      | 2026-01-01T00:00 | 2026-06-02T00:00 | -           | -           | 2026-06-01T12:00 | true  | 2026-06-02T00:00
            its end does not                    | 2026-01-01T00:00 | 2026-06-02T00:00 | -           | -           | 2026-06-02T00:00 | false | -
            fords in the rainy season           | 2026-01-01T00:00 | -                | 05-01 10-31 | -           | 2026-06-01T12:00 | true  | 2026-11-01T00:00
            fords in the dry season             | 2026-01-01T00:00 | -                | 05-01 10-31 | -           | 2026-11-01T00:00 | false | 2027-05-01T00:00
            the last day of a season            | 2026-01-01T00:00 | -                | 05-01 10-31 | -           | 2026-10-31T23:59 | true  | 2026-11-01T00:00
            a season over New Year, after it    | 2025-01-01T00:00 | -                | 11-15 02-15 | -           | 2026-01-20T12:00 | true  | 2026-02-16T00:00
            a season over New Year, in summer   | 2025-01-01T00:00 | -                | 11-15 02-15 | -           | 2026-06-20T12:00 | false | 2026-11-15T00:00
            at night, before midnight           | 2026-01-01T00:00 | -                | -           | 18:00 06:00 | 2026-06-01T23:00 | true  | 2026-06-02T06:00
            at night, after midnight            | 2026-01-01T00:00 | -                | -           | 18:00 06:00 | 2026-06-02T05:59 | true  | 2026-06-02T06:00
            at night, by day                    | 2026-01-01T00:00 | -                | -           | 18:00 06:00 | 2026-06-02T06:00 | false | 2026-06-02T18:00
            nights of the cold season           | 2026-01-01T00:00 | -                | 12-01 12-31 | 18:00 06:00 | 2026-06-01T23:00 | false | 2026-12-01T00:00
            by day, ends with its end           | 2026-01-01T00:00 | 2026-06-01T10:00 | -           | 08:00 17:00 | 2026-06-01T09:00 | true  | 2026-06-01T10:00
            a leap day                          | 2026-01-01T00:00 | -                | 02-29 02-29 | -           | 2028-02-29T12:00 | true  | 2028-03-01T00:00
            """)
    void holds_and_changes(
            String story,
            String from,
            String until,
            String season,
            String hours,
            String now,
            boolean holds,
            String next) {
        RoadTimes times = new RoadTimes(at(from), until == null ? null : at(until), season(season), hours(hours));
        assertEquals(holds, times.inForce(at(now), ZONE));
        assertEquals(Optional.ofNullable(next).map(RoadTimesTest::at), times.nextChange(at(now), ZONE));
    }

    @Test
    void hours_that_begin_and_end_together_are_none() {
        assertThrows(
                IllegalArgumentException.class, () -> new RoadTimes.DailyHours(LocalTime.of(6, 0), LocalTime.of(6, 0)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static RoadTimes.@Nullable Season season(@Nullable String told) {
        return told == null
                ? null
                : new RoadTimes.Season(
                        MonthDay.parse("--" + told.substring(0, 5)), MonthDay.parse("--" + told.substring(6)));
    }

    private static RoadTimes.@Nullable DailyHours hours(@Nullable String told) {
        return told == null
                ? null
                : new RoadTimes.DailyHours(LocalTime.parse(told.substring(0, 5)), LocalTime.parse(told.substring(6)));
    }
}
