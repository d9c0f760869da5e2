package rescue.dispatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same table as the tablet's own implementation is held to. */
class TriageRuleTest {

    private static final Path CASES = Path.of("web/test/triage-cases.json");

    /** One line of the table. */
    record Case(
            TriageMethod method,
            String story,
            TriageFindings findings,
            @Nullable TriageCategory colour) {
        @Override
        public String toString() {
            return method + ": " + story;
        }
    }

    static List<Case> cases() throws IOException {
        ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return List.of(strict.readValue(CASES.toFile(), Case[].class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void finds(Case line) {
        assertEquals(Optional.ofNullable(line.colour), TriageRule.colour(line.method, line.findings));
    }

    @Test
    void the_table_has_every_answer_of_both_methods() throws IOException {
        Set<String> answers = new HashSet<>();
        cases().forEach(line -> answers.add(line.method + " " + line.colour));
        Set<String> all = new HashSet<>();
        for (TriageMethod method : TriageMethod.values()) {
            all.add(method + " null");
            Arrays.stream(TriageCategory.values()).forEach(colour -> all.add(method + " " + colour));
        }
        assertEquals(all, answers);
    }

    @ParameterizedTest(name = "{0}: given {1} by {2}, the method says {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            as the method says          | RED    | START | -
            a medic who knows better    | YELLOW | START | RED
            without a method, no quarrel | YELLOW | -     | -
            by SALT not enough was seen | YELLOW | SALT  | -
            """)
    void tells_of_a_colour_that_the_method_would_not_have_given(
            String story, TriageCategory given, TriageMethod method, TriageCategory said) {
        var fast = new TriageFindings(false, true, null, 40, null, null, null, null, null, null, null);
        var patient = new Patient(given, null, "card", null, null, method, fast);
        assertEquals(Optional.ofNullable(said), patient.otherColourByMethod());
    }
}
