package rescue.dispatch.shell.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePhrasesTest {

    private static final Map<String, Object> VALUES = Map.of("n", 3, "who", "{n}", "empty", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {n} xe          | 3 xe
            xe {n}          | xe 3
            {n}{n}          | 33
            {who}           | {n}
            {empty}.        | .
            {m} xe          | {m} xe
            {n              | {n
            n}              | n}
            """)
    void fills_names_once_and_leaves_the_rest_to_be_seen(String phrase, String expected) {
        assertEquals(expected, PagePhrases.fill(phrase, VALUES));
    }

    @Test
    void says_it_in_both_languages_and_says_the_key_when_there_is_no_phrase() {
        var phrases = new PagePhrases();
        assertEquals("Gọi 115", phrases.text(Language.VI, "report.call", Map.of("number", "115")));
        assertEquals("Call 115", phrases.text(Language.EN, "report.call", Map.of("number", "115")));
        assertEquals("no.such", phrases.text(Language.EN, "no.such", Map.of()));
    }
}
