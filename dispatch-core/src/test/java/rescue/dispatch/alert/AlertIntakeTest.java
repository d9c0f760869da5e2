package rescue.dispatch.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.story.Samples.SCENE;
import static rescue.dispatch.story.Samples.alert;
import static rescue.dispatch.story.Samples.id;
import static rescue.dispatch.story.Samples.minute;
import static rescue.dispatch.story.Samples.northOf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;

final class AlertIntakeTest {

    /** Around: number, kind, metres to the north, minutes since it was opened. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nothing around                          | TRAFFIC_COLLISION | -   | -                                                            | opens
            the same crash told again               | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 40 5                                     | joins 1
            150 m is near                           | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 149.9 5                                  | joins 1
            beyond 150 m it is asked                | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 150.1 5                                  | opens, asks 1
            500 m is still asked                    | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 499.9 5                                  | opens, asks 1
            beyond 500 m it is another one          | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 500.1 5                                  | opens
            15 minutes are recent                   | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 40 15                                    | joins 1
            16 minutes at the same spot are asked   | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 40 16                                    | opens, asks 1
            an hour ago round the bend is another   | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 160 60                                   | opens
            a clock that runs ahead changes nothing | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 40 -2                                    | joins 1
            another kind at the same spot is asked  | MEDICAL           | -   | 1 TRAFFIC_COLLISION 10 2                                     | opens, asks 1
            two unknown words are asked about       | OTHER             | -   | 1 OTHER 10 2                                                 | opens, asks 1
            a phone sure to 150 m joins             | TRAFFIC_COLLISION | 150 | 1 TRAFFIC_COLLISION 40 5                                     | joins 1
            a phone less sure than that is asked    | TRAFFIC_COLLISION | 151 | 1 TRAFFIC_COLLISION 40 5                                     | opens, asks 1
            the nearer of two                       | TRAFFIC_COLLISION | -   | 1 TRAFFIC_COLLISION 90 5, 2 TRAFFIC_COLLISION 30 5           | joins 2
            equally near: the lower number          | TRAFFIC_COLLISION | -   | 2 TRAFFIC_COLLISION 30 5, 1 TRAFFIC_COLLISION 30 5           | joins 1
            the nearest of the same kind            | TRAFFIC_COLLISION | -   | 1 FIRE 10 5, 2 TRAFFIC_COLLISION 90 5                        | joins 2
            asked nearest first                     | FIRE              | -   | 1 MEDICAL 400 5, 2 MEDICAL 200 5, 3 MEDICAL 600 5            | opens, asks 2 1
            """)
    void takes_in(String story, AlertKind kind, @Nullable Double accuracyM, @Nullable String around, String expected) {
        var alert = alert(kind, SCENE, accuracyM, null, null, null, minute(0));
        assertEquals(expected, told(AlertIntake.decide(alert, open(around))));
    }

    @Test
    void an_alert_without_a_place_opens_and_asks_about_nothing() {
        assertEquals(
                "opens",
                told(AlertIntake.decide(alert(AlertKind.FIRE, null), open("1 FIRE 0 1, 2 TRAFFIC_COLLISION 10 2"))));
    }

    @Test
    void joining_says_how_far_apart_the_two_places_are() {
        double apart = AlertIntake.decide(alert(AlertKind.FIRE, SCENE), open("1 FIRE 75 1"))
                .fold(IntakeOutcome.Joins::distanceM, opens -> -1.0);
        assertEquals(75, apart, 0.01);
    }

    @Test
    void whoever_looks_up_what_is_around_looks_as_far_as_is_asked() {
        assertTrue(AlertIntake.isAround(SCENE, northOf(SCENE, 499.9)));
        assertEquals(false, AlertIntake.isAround(SCENE, northOf(SCENE, 500.1)));
    }

    private static List<OpenIncident> open(@Nullable String around) {
        return around == null
                ? List.of()
                : Arrays.stream(around.split(", "))
                        .map(AlertIntakeTest::openIncident)
                        .toList();
    }

    private static OpenIncident openIncident(String drawn) {
        String[] parts = drawn.split(" ");
        LatLon at = northOf(SCENE, Double.parseDouble(parts[2]));
        return new OpenIncident(
                id(parts[0]), parts[0], AlertKind.valueOf(parts[1]), at, minute(-Long.parseLong(parts[3])));
    }

    private static String told(IntakeOutcome outcome) {
        return outcome.fold(
                joins -> "joins " + number(joins.incidentId()),
                opens -> opens.perhapsTheSameAs().isEmpty()
                        ? "opens"
                        : opens.perhapsTheSameAs().stream()
                                .map(AlertIntakeTest::number)
                                .collect(Collectors.joining(" ", "opens, asks ", "")));
    }

    private static String number(java.util.UUID incident) {
        return java.util.stream.Stream.of("1", "2", "3")
                .filter(number -> id(number).equals(incident))
                .findFirst()
                .orElseThrow();
    }
}
