package rescue.dispatch.shell.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.shell.phrases.Language;
import rescue.dispatch.shell.phrases.PagePhrases;

class FirstAidTest {

    private static final PagePhrases PHRASES = new PagePhrases();

    /** More is not read beside a patient. */
    private static final int STEPS_MAX = 7;

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void every_kind_has_a_few_steps_that_are_said_in_both_languages(AlertKind kind) {
        var steps = FirstAid.steps(kind);
        assertTrue(steps.size() >= 4 && steps.size() <= STEPS_MAX, kind + ": " + steps);
        for (Language language : Language.values()) {
            steps.forEach(step -> assertTrue(PHRASES.has(language, step), language + " " + step));
        }
    }

    @Test
    void no_advice_is_written_that_nobody_is_given() {
        Set<String> given = Arrays.stream(AlertKind.values())
                .flatMap(kind -> FirstAid.steps(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = ((JsonObject) ClassPathJson.get("i18n/vi.json"))
                .fieldNames().stream()
                        .filter(key -> key.startsWith("firstAid."))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(written, given);
    }

    @Test
    void every_kind_has_its_button() {
        assertTrue(FormPage.offersEveryKind());
    }
}
