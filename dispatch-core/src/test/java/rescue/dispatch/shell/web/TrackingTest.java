package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.SampleEvents;
import rescue.dispatch.story.Samples;

/** What whoever reported may know: how far help has come. */
class TrackingTest {

    // spotless:off
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # one unit     | another        | shows
            -              | -              | RECEIVED
            NOTIFIED       | -              | UNIT_ASSIGNED
            ACKNOWLEDGED   | -              | UNIT_ASSIGNED
            EN_ROUTE       | -              | EN_ROUTE
            ON_SCENE       | -              | ON_SCENE
            AT_PATIENT     | -              | ON_SCENE
            LEFT_SCENE     | -              | TO_HOSPITAL
            AT_DESTINATION | -              | TO_HOSPITAL
            HANDED_OVER    | -              | TO_HOSPITAL
            IN_SERVICE     | -              | ON_SCENE
            CANCELLED      | -              | RECEIVED
            NOTIFIED       | EN_ROUTE       | EN_ROUTE
            LEFT_SCENE     | EN_ROUTE       | TO_HOSPITAL
            CANCELLED      | NOTIFIED       | UNIT_ASSIGNED
            CANCELLED      | CANCELLED      | RECEIVED
            ON_SCENE       | CANCELLED      | ON_SCENE
            """)
    // spotless:on
    void shows_the_unit_that_has_come_farthest(AssignmentStatus one, AssignmentStatus other, Tracking shown) {
        List<IncidentEvent> events = new ArrayList<>(List.of(SampleEvents.opened()));
        send(events, "a1", one);
        send(events, "a2", other);
        assertEquals(shown, Tracking.of(Incident.fold(Samples.id("crash"), events)));
    }

    @Test
    void what_is_over_is_closed_whoever_came() {
        List<IncidentEvent> events = new ArrayList<>(List.of(SampleEvents.opened()));
        send(events, "a1", AssignmentStatus.IN_SERVICE);
        events.add(SampleEvents.closed());
        assertEquals(Tracking.CLOSED, Tracking.of(Incident.fold(Samples.id("crash"), events)));
    }

    /** Notified at minute 3; two minutes of turnout, then the drive of the sample's plan. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nobody was sent yet            | -          | 4  | -
            one was sent                   | NOTIFIED   | 3  | 15
            a minute later                 | NOTIFIED   | 4  | 15
            later than was planned         | NOTIFIED   | 60 | 5
            one is there                   | ON_SCENE   | 6  | -
            it was stood down              | CANCELLED  | 6  | -
            """)
    void says_roughly_when_somebody_will_be_there(String story, AssignmentStatus status, long minute, Long minutes) {
        List<IncidentEvent> events = new ArrayList<>(List.of(SampleEvents.opened()));
        send(events, "a1", status);
        Long etaS = Tracking.etaS(Incident.fold(Samples.id("crash"), events), Samples.minute(minute));
        assertEquals(minutes, etaS == null ? null : etaS / 60);
        assertTrue(etaS == null || etaS % 300 == 0);
    }

    private static void send(List<IncidentEvent> events, String unit, AssignmentStatus status) {
        if (status == null) {
            return;
        }
        events.add(SampleEvents.assigned(unit, null, null));
        if (status != AssignmentStatus.NOTIFIED) {
            events.add(SampleEvents.pressed(unit, status, 5));
        }
    }
}
