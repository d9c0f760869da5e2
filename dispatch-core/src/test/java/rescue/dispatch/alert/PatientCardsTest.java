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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nobody said whom it carries: everybody           | RED/a GREEN           | -            | RED/a GREEN
            the only one of his colour is told with his card | RED/a GREEN/b         | GREEN        | GREEN/b
            which of two ride nobody knows yet               | RED/a RED/b           | RED          | RED
            all of a colour                                  | RED/a YELLOW/b RED/c  | RED RED      | RED/a RED/c
            more than anybody has seen so far                | YELLOW/a              | YELLOW YELLOW | YELLOW/a YELLOW
            those who ride, the gravest first                | GREEN/a RED/b         | GREEN RED    | RED/b GREEN/a
            """)
    void tells_a_hospital_of_those_who_come(String story, String patients, String carries, String told) {
        List<TriageCategory> colours =
                patients(carries).stream().map(Patient::triage).toList();

        assertEquals(told, told(PatientCards.among(patients(patients), colours)));
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
