package rescue.dispatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.SCENE;
import static rescue.dispatch.story.Samples.alert;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriorityRuleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # story                                | kind              | injured | dead | trapped | priority
            nobody knows: hurt                     | TRAFFIC_COLLISION | -       | -    | -       | P2
            two hurt                               | TRAFFIC_COLLISION | 2       | -    | -       | P2
            three hurt: somebody waits             | TRAFFIC_COLLISION | 3       | -    | -       | P1
            nobody hurt                            | TRAFFIC_COLLISION | 0       | -    | -       | P3
            nobody hurt, but one cannot get out    | TRAFFIC_COLLISION | 0       | -    | 1       | P1
            nobody hurt, but one dead              | TRAFFIC_COLLISION | 0       | 1    | -       | P1
            told zeros everywhere                  | LANDSLIDE         | 0       | 0    | 0       | P3
            the sick are not "injured"             | MEDICAL           | 0       | -    | -       | P2
            nor the poisoned                       | POISONING         | 0       | -    | -       | P2
            a birth does not wait                  | OBSTETRIC         | 0       | -    | -       | P1
            nor does the water                     | DROWNING          | -       | -    | -       | P1
            a word we do not know is urgent        | OTHER             | -       | -    | -       | P2
            """)
    void by_what_the_caller_said(
            String story,
            AlertKind kind,
            @Nullable Integer injured,
            @Nullable Integer dead,
            @Nullable Integer trapped,
            Priority priority) {
        assertEquals(priority, PriorityRule.of(alert(kind, SCENE, null, injured, dead, trapped, NOW)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            RED              | P1
            YELLOW           | P2
            GREEN            | P3
            BLACK            | P4
            GREEN YELLOW RED | P1
            BLACK GREEN      | P3
            ''               | P2
            """)
    void by_the_gravest_patient(String colours, Priority priority) {
        List<Patient> patients = Arrays.stream(colours.split(" "))
                .filter(colour -> !colour.isEmpty())
                .map(colour -> Patient.counted(TriageCategory.valueOf(colour), null))
                .toList();
        assertEquals(priority, PriorityRule.of(patients));
    }
}
