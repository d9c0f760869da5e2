package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private Instant now = Instant.parse("2026-07-02T09:30:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void an_account_that_failed_too_often_waits_for_the_next_try_and_not_longer() {
        for (int i = 0; i < LoginThrottle.ACCOUNT_FAILURES; i++) {
            assertEquals(Optional.empty(), throttle.book("operator", "10.0.0." + i));
        }
        assertEquals(Optional.of(Duration.ofSeconds(2)), throttle.book("operator", "10.0.0.99"));
        now = now.plusSeconds(2);
        assertEquals(Optional.empty(), throttle.book("operator", "10.0.0.99"));
        assertTrue(throttle.book("operator", "10.0.0.99").isPresent());
    }

    @Test
    void an_address_that_tries_many_accounts_waits_too() {
        for (int i = 0; i < LoginThrottle.ADDRESS_FAILURES; i++) {
            assertEquals(Optional.empty(), throttle.book("crew-" + i, "10.0.0.1"));
        }
        assertEquals(Optional.of(Duration.ofSeconds(5)), throttle.book("crew-99", "10.0.0.1"));
        assertEquals(Optional.empty(), throttle.book("crew-99", "10.0.0.2"));
    }

    @Test
    void who_knows_the_password_is_never_slowed_down() {
        for (int i = 0; i < 1000; i++) {
            assertEquals(Optional.empty(), throttle.book("operator", "10.0.0.1"));
            throttle.giveBack("operator", "10.0.0.1");
        }
    }

    @Test
    void one_attacker_runs_dry_before_the_account_does() {
        int attackersTries = 0;
        int refusedToTheOwner = 0;
        for (int second = 0; second < 600; second++, now = now.plusSeconds(1)) {
            if (throttle.book("operator", "6.6.6.6").isEmpty()) {
                attackersTries++;
            }
            if (second >= 120 && throttle.book("operator", "10.0.0.1").isPresent()) {
                refusedToTheOwner++;
            } else if (second >= 120) {
                throttle.giveBack("operator", "10.0.0.1");
            }
        }
        assertTrue(attackersTries <= 30 + 600 / 5, "tried " + attackersTries);
        assertEquals(0, refusedToTheOwner);
    }

    @Test
    void all_is_forgiven_with_time() {
        for (int i = 0; i < 50; i++) {
            throttle.book("operator", "10.0.0.1");
        }
        now = now.plus(Duration.ofMinutes(5));
        for (int i = 0; i < LoginThrottle.ACCOUNT_FAILURES; i++) {
            assertEquals(Optional.empty(), throttle.book("operator", "10.0.0.1"));
        }
    }
}
