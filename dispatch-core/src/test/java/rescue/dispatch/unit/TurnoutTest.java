package rescue.dispatch.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnoutTest {

    /** The hour itself in seconds, so that the test sees which hour was taken. */
    private static final List<Integer> HOURS =
            IntStream.range(0, 24).map(hour -> 100 + hour).boxed().toList();

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "2026-07-01T19:59:59Z, Asia/Ho_Chi_Minh, 102",
        "2026-07-01T20:00:00Z, Asia/Ho_Chi_Minh, 103",
        "2026-07-01T17:00:00Z, Asia/Ho_Chi_Minh, 100",
        "2026-07-01T16:59:59Z, Asia/Ho_Chi_Minh, 123",
        "2026-07-01T20:30:00Z, Asia/Kathmandu, 102",
        "2026-07-01T20:00:00Z, Europe/Berlin, 122",
        "2026-01-01T20:00:00Z, Europe/Berlin, 121"
    })
    void is_that_of_the_hour_on_the_station_s_wall(Instant now, ZoneId zone, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), new Turnout(HOURS, zone).at(now));
    }

    @Test
    void one_figure_holds_all_day_and_the_longest_is_the_longest() {
        Turnout always = Turnout.always(Duration.ofMinutes(2));

        assertEquals(Duration.ofMinutes(2), always.at(Instant.EPOCH));
        assertEquals(Duration.ofSeconds(123), new Turnout(HOURS, ZoneId.of("Asia/Ho_Chi_Minh")).longest());
    }

    @Test
    void a_day_of_23_hours_or_a_turnout_of_hours_is_refused() {
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        assertThrows(IllegalArgumentException.class, () -> new Turnout(HOURS.subList(0, 23), zone));
        assertThrows(IllegalArgumentException.class, () -> new Turnout(Collections.nCopies(24, 3_601), zone));
        assertThrows(IllegalArgumentException.class, () -> new Turnout(Collections.nCopies(24, -1), zone));
    }
}
