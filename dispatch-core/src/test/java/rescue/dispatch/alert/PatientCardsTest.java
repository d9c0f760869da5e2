package rescue.dispatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientCardsTest {

    /** A patient is written as his colour and, after a slash, the id of his card. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            the first card                                   | -                     | RED/a    | RED/a
            a second card                                    | RED/a                 | GREEN/b  | RED/a GREEN/b
            the same card again                              | RED/a GREEN/b         | BLACK/a  | BLACK/a GREEN/b
            somebody counted by the desk is now known        | YELLOW RED GREEN/b    | RED/a    | YELLOW RED/a GREEN/b
            one of two counted alike                         | RED RED               | RED/a    | RED/a RED
            nobody counted has that colour                   | RED                   | GREEN/a  | RED GREEN/a
            the card that is there, not the one counted alike | RED YELLOW/a         | RED/a    | RED RED/a
            """)
    void puts(String story, String before, String card, String after) {
        assertEquals(
                after, told(PatientCards.with(patients(before), patients(card).get(0))));
    }

    private static List<Patient> patients(String told) {
        return told == null
                ? List.of()
                : Arrays.stream(told.split(" ")).map(PatientCardsTest::patient).toList();
    }

    private static Patient patient(String told) {
        String[] parts = told.split("/");
        String id = parts.length == 2 ? parts[1] : null;
        return new Patient(TriageCategory.valueOf(parts[0]), null, id, null, null, null, null);
    }

    private static String told(List<Patient> patients) {
        return patients.stream()
                .map(patient -> patient.triage() + (patient.id() == null ? "" : "/" + patient.id()))
                .collect(Collectors.joining(" "));
    }
}
