package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressThrottleTest {

    private Instant now = Instant.parse("2026-07-02T09:30:00Z");
    private final AddressThrottle throttle = new AddressThrottle(new TestClock(), 30, 5);

    @Test
    void thirty_questions_at_once_and_then_five_a_second() {
        assertEquals(30, answered("10.0.0.1", 40));
        later(Duration.ofSeconds(1));
        assertEquals(5, answered("10.0.0.1", 40));
        later(Duration.ofMillis(200));
        assertEquals(1, answered("10.0.0.1", 40));
    }

    @Test
    void who_has_to_wait_is_told_how_long() {
        answered("10.0.0.1", 30);
        assertEquals(Optional.of(Duration.ofMillis(200)), throttle.waitFor("10.0.0.1"));
        later(Duration.ofMillis(150));
        assertEquals(Optional.of(Duration.ofMillis(50)), throttle.waitFor("10.0.0.1"));
    }

    @Test
    void an_hour_of_silence_does_not_save_up_more_than_thirty() {
        answered("10.0.0.1", 30);
        later(Duration.ofHours(1));
        assertEquals(30, answered("10.0.0.1", 40));
    }

    @Test
    void one_address_does_not_wait_for_another() {
        answered("10.0.0.1", 40);
        assertEquals(30, answered("10.0.0.2", 40));
    }

    @Test
    void a_clock_that_is_set_back_gives_nothing_and_takes_nothing() {
        answered("10.0.0.1", 10);
        later(Duration.ofHours(-1));
        assertEquals(20, answered("10.0.0.1", 40));
    }

    @Test
    void ten_thousand_others_push_out_who_was_silent_longest() {
        answered("10.0.0.1", 40);
        for (int i = 0; i < AddressThrottle.ADDRESSES; i++) {
            throttle.waitFor("other " + i);
        }
        assertEquals(30, answered("10.0.0.1", 40));
    }

    @Test
    void three_at_once_and_then_one_in_ten_seconds() {
        AddressThrottle slow = new AddressThrottle(new TestClock(), 3, 0.1);
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), slow.waitFor("10.0.0.1"));
        }
        assertEquals(Optional.of(Duration.ofSeconds(10)), slow.waitFor("10.0.0.1"));
        later(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), slow.waitFor("10.0.0.1"));
    }

    private int answered(String address, int questions) {
        int answered = 0;
        for (int i = 0; i < questions; i++) {
            answered += throttle.waitFor(address).isEmpty() ? 1 : 0;
        }
        return answered;
    }

    private void later(Duration duration) {
        now = now.plus(duration);
    }

    private final class TestClock implements InstantSource {
        @Override
        public Instant instant() {
            return now;
        }
    }
}
