package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;

class TokenCacheTest {

    private static final Principal OPERATOR = new Principal("operator", Role.OPERATOR, null, null);

    private Instant now = Instant.parse("2026-07-02T09:30:00Z");
    private final TokenCache cache = new TokenCache(() -> now);

    @Test
    void an_answer_is_trusted_for_a_second() {
        cache.keep("a", OPERATOR, cache.mark());
        now = now.plusMillis(999);
        assertEquals(Optional.of(OPERATOR), cache.find("a"));
        now = now.plusMillis(1);
        assertEquals(Optional.empty(), cache.find("a"));
    }

    @Test
    void whoever_held_it_lately_is_known_for_a_shift_to_those_who_ask_for_that() {
        cache.keep("a", OPERATOR, cache.mark());
        now = now.plusSeconds(12 * 3600 - 1);
        assertEquals(Optional.empty(), cache.find("a"));
        assertEquals(Optional.of(OPERATOR), cache.findLately("a"));
        now = now.plusSeconds(1);
        assertEquals(Optional.empty(), cache.findLately("a"));
    }

    @Test
    void a_revoked_token_is_forgotten_at_once() {
        cache.keep("a", OPERATOR, cache.mark());
        cache.forget("a");
        assertEquals(Optional.empty(), cache.find("a"));
        assertEquals(Optional.empty(), cache.findLately("a"));
    }

    @Test
    void an_answer_from_before_the_revocation_is_not_kept_after_it() {
        long mark = cache.mark();
        cache.forget("a"); // revoked while the database was being asked
        cache.keep("a", OPERATOR, mark);
        assertEquals(Optional.empty(), cache.find("a"));
    }
}
