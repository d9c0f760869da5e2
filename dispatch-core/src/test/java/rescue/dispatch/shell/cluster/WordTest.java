package rescue.dispatch.shell.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import rescue.dispatch.port.LiveState.Entry;
import rescue.dispatch.story.Samples;

final class WordTest {

    @Test
    void it_arrives_as_it_was_said() {
        var said = new Word(42, Optional.of(new Entry(42, "{\"nơi\":\"đèo Ô Quy Hồ - km 76\"}", Samples.minute(3))));

        assertEquals(said, Word.read(said.write()));
        assertEquals(42, Word.version(said.write()));
        assertFalse(Word.isGone(said.write()));
    }

    @Test
    void that_something_is_gone_arrives_too() {
        var gone = new Word(43, Optional.empty());

        assertEquals(gone, Word.read(gone.write()));
        assertTrue(Word.isGone(gone.write()));
    }

    @Test
    void text_that_ends_as_the_mark_of_what_is_gone_does_is_not_gone() {
        var said = new Word(1, Optional.of(new Entry(1, "\"a -\"", Samples.minute(3))));

        assertFalse(Word.isGone(said.write()));
        assertEquals(said, Word.read(said.write()));
    }
}
