package rescue.deploy.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftClockTest {

    @ParameterizedTest
    @CsvSource({"1, 60, 11", "6, 10, 11", "60, 1, 11", "6, 0, 10", "20, 315, 115"})
    void goes_so_many_times_as_fast_from_where_it_was_set(int speed, int seconds, int minutes) {
        var wall = new AtomicLong(987_654_321);
        var clock = new ShiftClock(wall::get, speed, Duration.ofMinutes(10));

        wall.addAndGet(Duration.ofSeconds(seconds).toNanos());

        assertEquals(Duration.ofMinutes(minutes), clock.now());
    }
}
