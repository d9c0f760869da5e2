package rescue.dispatch.shell.report;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.minute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.SampleEvents;
import rescue.dispatch.story.Samples;

class ProgressTest {

    // spotless:off
    /** Pressed at the minute: ON_SCENE@20. Steps as they are shown: v behind, > now, . ahead, with the minute. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                        | >RECEIVED@0 .UNIT_ASSIGNED .EN_ROUTE .ON_SCENE
            NOTIFIED@3                               | vRECEIVED@0 >UNIT_ASSIGNED@3 .EN_ROUTE .ON_SCENE
            EN_ROUTE@5                               | vRECEIVED@0 vUNIT_ASSIGNED@3 >EN_ROUTE@5 .ON_SCENE
            EN_ROUTE@5 ON_SCENE@20                   | vRECEIVED@0 vUNIT_ASSIGNED@3 vEN_ROUTE@5 >ON_SCENE@20
            EN_ROUTE@5 ON_SCENE@20 LEFT_SCENE@40     | vRECEIVED@0 vUNIT_ASSIGNED@3 vEN_ROUTE@5 vON_SCENE@20 >TO_HOSPITAL@40
            EN_ROUTE@5 ON_SCENE@20 LEFT_SCENE@40 IN_SERVICE@70 | vRECEIVED@0 vUNIT_ASSIGNED@3 vEN_ROUTE@5 vON_SCENE@20 >TO_HOSPITAL@40
            EN_ROUTE@5 ON_SCENE@20 IN_SERVICE@50     | vRECEIVED@0 vUNIT_ASSIGNED@3 vEN_ROUTE@5 >ON_SCENE@20
            CANCELLED@9                              | >RECEIVED@0 .UNIT_ASSIGNED .EN_ROUTE .ON_SCENE
            EN_ROUTE@5 ON_SCENE@20 CLOSED            | vRECEIVED@0 vUNIT_ASSIGNED@3 vEN_ROUTE@5 vON_SCENE@20 >CLOSED@200
            CLOSED                                   | vRECEIVED@0 >CLOSED@200
            """)
    // spotless:on
    void shows_the_way_as_far_as_it_went(String presses, String steps) {
        assertEquals(steps, drawn(Progress.of(incident(presses), NOW)));
    }

    @ParameterizedTest(name = "half in {0} min, nine of ten in {1}: {2} to {3}")
    @CsvSource({"0, 0, 0, 0", "1, 4, 5, 5", "5, 6, 5, 10", "12, 18, 15, 20", "61, 119, 65, 120"})
    void rounds_an_arrival_so_that_nobody_takes_it_for_a_promise(long p50, long p90, long from, long to) {
        var expected = new ExpectedArrival(minute(p50), minute(p90));
        assertEquals(new Progress.Arrival(from, to), Progress.Arrival.of(expected, NOW));
    }

    @Test
    void an_arrival_is_said_only_while_somebody_is_coming() {
        assertNull(Progress.of(incident("-"), NOW).arrival());
        assertNull(Progress.of(incident("CANCELLED@9"), NOW).arrival());
        assertNull(Progress.of(incident("EN_ROUTE@5 ON_SCENE@20"), NOW).arrival());
        assertNull(Progress.of(incident("EN_ROUTE@5 CLOSED"), NOW).arrival());
        // Set out at minute 5, ten minutes of driving.
        assertEquals(
                15, Progress.of(incident("EN_ROUTE@5"), minute(4)).arrival().fromMinutes());
    }

    private static Incident incident(String presses) {
        List<IncidentEvent> events = new ArrayList<>(List.of(SampleEvents.opened()));
        if (presses != null && presses.contains("@")) {
            events.add(SampleEvents.assigned("a1", null, null));
        }
        for (String press : (presses == null ? "-" : presses).split(" ")) {
            String[] parts = press.split("@");
            if (parts[0].equals("CLOSED")) {
                events.add(SampleEvents.closed());
            } else if (parts.length == 2 && !parts[0].equals("NOTIFIED")) {
                events.add(SampleEvents.pressed("a1", AssignmentStatus.valueOf(parts[0]), Long.parseLong(parts[1])));
            }
        }
        return Incident.fold(Samples.id("crash"), events);
    }

    private static String drawn(Progress progress) {
        return progress.steps().stream()
                .map(step -> switch (step.mark()) {
                            case DONE -> "v";
                            case NOW -> ">";
                            case AHEAD -> ".";
                        }
                        + step.name()
                        + (step.at() == null
                                ? ""
                                : "@" + Duration.between(NOW, step.at()).toMinutes()))
                .collect(joining(" "));
    }
}
