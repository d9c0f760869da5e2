package rescue.dispatch.shell.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.trouble.Trouble.Kind;

class TroubleWatchTest {

    private static final Instant NOON = Instant.parse("2026-07-02T05:00:00Z");

    private Instant now = NOON;
    private Optional<List<Object>> database = Optional.empty();
    private int told;

    private final TroubleWatch watch =
            new TroubleWatch(List.of(new TroubleWatch.Source(Kind.DATABASE_AWAY, () -> database)), () -> now);

    @Test
    void it_is_told_when_it_comes_and_when_it_goes_and_stands_since_it_came() {
        look();
        assertEquals(0, told);

        database = Optional.of(List.of(0));
        look();
        now = now.plusSeconds(60);
        database = Optional.of(List.of(17));
        look();
        assertEquals(1, told, "the same trouble is no news");
        assertEquals(List.of(new Trouble(Kind.DATABASE_AWAY, NOON, List.of(17))), watch.list());

        database = Optional.empty();
        look();
        assertEquals(2, told);
        assertEquals(List.of(), watch.list());
    }

    @ParameterizedTest
    @EnumSource
    void every_trouble_has_its_sentence_in_both_languages(Kind kind) {
        var phrases = new Phrases("problems", "dispatch");
        String vietnamese = phrases.text(Language.VI, "trouble." + kind, 42);
        String english = phrases.text(Language.EN, "trouble." + kind, 42);
        assertTrue(vietnamese.contains("42") && english.contains("42"), vietnamese + english);
        assertFalse(vietnamese.equals(english));
    }

    private void look() {
        watch.look(() -> told++);
    }
}
