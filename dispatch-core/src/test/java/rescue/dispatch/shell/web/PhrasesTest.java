package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.Phrases;

class PhrasesTest {

    private final Phrases phrases = new Phrases("problems");

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_its_sentence(ProblemCode code) {
        for (Language language : Language.values()) {
            assertTrue(phrases.has(language, code.phrase()), () -> language + " has no " + code.phrase());
        }
    }

    @Test
    void both_languages_say_the_same_things_with_the_same_placeholders() {
        assertEquals(phrases.listKeys(Language.VI), phrases.listKeys(Language.EN));
        for (String key : phrases.listKeys(Language.VI)) {
            assertEquals(placeholders(Language.VI, key), placeholders(Language.EN, key), key);
        }
    }

    @Test
    void placeholders_take_their_arguments_whatever_is_in_them() {
        assertEquals(
                "Road QL4D runs from Km0 to Km98.5 only; check the kilometre.",
                phrases.text(Language.EN, "km-beyond-end", "QL4D", 0, 98.5));
        assertEquals(
                "There is no road $1 \\ {0} in the road book; similar ones: QL4D.",
                phrases.text(Language.EN, "road-unknown", "$1 \\ {0}", "QL4D"));
    }

    @Test
    void vietnamese_has_a_comma_in_a_number_and_leaves_words_alone() {
        assertEquals(
                "Đường QL.4D chỉ có từ Km0 đến Km98,5; hãy kiểm tra lý trình.",
                phrases.text(Language.VI, "km-beyond-end", "QL.4D", 0, 98.5));
    }

    @Test
    void what_nobody_wrote_is_its_own_key() {
        assertEquals("no.such.key", phrases.text(Language.VI, "no.such.key"));
    }

    private List<String> placeholders(Language language, String key) {
        List<String> found = new ArrayList<>();
        var matcher = Pattern.compile("\\{\\d}").matcher(phrases.text(language, key, "{0}", "{1}", "{2}", "{3}"));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        found.sort(null);
        return found;
    }
}
