package rescue.dispatch.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.assignment.RouteNotice;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.RouteChanged;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitCutOff;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.story.Samples;

/** The plan of every sample: 2 minutes turnout, 10 travel (nine of ten: 17), 15 on scene, 30 transport (nine of ten: 44). */
class ExpectedArrivalTest {

    private static final UUID ASSIGNMENT = Samples.id("assignment");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            told at once                          | BV01 | -                                               | 57 | 75
            who has read the order is no nearer   | BV01 | ACKNOWLEDGED 1                                  | 57 | 75
            a late start is a late arrival        | BV01 | EN_ROUTE 20                                     | 75 | 93
            on scene                              | BV01 | EN_ROUTE 3, ON_SCENE 10                         | 55 | 69
            at the patient                        | BV01 | EN_ROUTE 3, ON_SCENE 10, AT_PATIENT 12          | 55 | 69
            on the way                            | BV01 | EN_ROUTE 3, ON_SCENE 10, LEFT_SCENE 40          | 70 | 84
            diverted on the way: from there on    | BV01 | EN_ROUTE 3, ON_SCENE 10, LEFT_SCENE 40, to 50   | 70 | 81
            diverted before it left               | BV01 | EN_ROUTE 3, ON_SCENE 10, to 20, LEFT_SCENE 40   | 60 | 71
            a longer way to the scene, told on the way     | BV01 | EN_ROUTE 3, scene-25 8                 | 78 | 100
            told before it has left the station            | BV01 | scene-25 1                             | 72 | 94
            it has come to the scene all the same          | BV01 | EN_ROUTE 3, scene-25 8, ON_SCENE 20    | 65 | 79
            a longer way on, told before it leaves         | BV01 | EN_ROUTE 3, ON_SCENE 10, on-45 12      | 70 | 88
            a longer way on, told on the way               | BV01 | ON_SCENE 10, LEFT_SCENE 40, on-45 50   | 95 | 113
            told before it left, then it left              | BV01 | ON_SCENE 10, on-45 12, LEFT_SCENE 40   | 85 | 103
            another hospital: what was told is void        | BV01 | ON_SCENE 10, on-45 12, to 20, LEFT_SCENE 40 | 60 | 71
            cut off from the scene                         | BV01 | EN_ROUTE 3, scene-none 8               | - | -
            cut off from the hospital                      | BV01 | ON_SCENE 10, on-none 12                | - | -
            cut off, and then a way again                  | BV01 | EN_ROUTE 3, scene-none 8, scene-10 20  | 75 | 92
            it is there                           | BV01 | EN_ROUTE 3, ON_SCENE 10, LEFT_SCENE 40, AT_DESTINATION 60 | - | -
            stood down                            | BV01 | CANCELLED 5                                     | - | -
            going nowhere yet                     | -    | EN_ROUTE 3                                      | - | -
            """)
    void is_expected(
            String story,
            @Nullable String hospitalId,
            @Nullable String happened,
            @Nullable Integer p50,
            @Nullable Integer p90) {
        List<IncidentEvent> events = new ArrayList<>(List.of(opened(), assigned(hospitalId)));
        for (String step : happened == null ? new String[0] : happened.split(", ")) {
            events.add(event(step.split(" ")[0], Long.parseLong(step.split(" ")[1])));
        }
        Incident incident = Incident.fold(Samples.id("incident"), events);

        assertEquals(
                p50 == null ? "-" : p50 + " to " + p90,
                ExpectedArrival.of(incident, incident.findAssignment(ASSIGNMENT).orElseThrow())
                        .map(expected -> minutes(expected.p50()) + " to " + minutes(expected.p90()))
                        .orElse("-"),
                story);
    }

    private static long minutes(Instant at) {
        return Duration.between(Samples.NOW, at).toMinutes();
    }

    private static IncidentEvent opened() {
        return new IncidentOpened(
                "2026-000001",
                "TRACK",
                Samples.alert(AlertKind.FALL, Samples.SCENE),
                Priority.P1,
                Samples.EMERGENCY_CARE,
                List.of(),
                Samples.NOW,
                "public");
    }

    private static IncidentEvent assigned(@Nullable String hospitalId) {
        return new UnitAssigned(
                ASSIGNMENT,
                "lc-01",
                "LC-01",
                VehicleClass.AMBULANCE,
                hospitalId,
                hospitalId,
                null,
                Samples.plan(30),
                null,
                Samples.NOW,
                "operator");
    }

    /**
     * A status, or {@code to}: to a hospital 20 minutes from where it is then; or {@code scene-25}, {@code on-45}: so many
     * minutes are left to the scene, or from there on.
     */
    private static IncidentEvent event(String step, long minute) {
        if (step.startsWith("scene-")) {
            return routed(Leg.SCENE, step.substring(6), minute);
        }
        if (step.startsWith("on-")) {
            return routed(Leg.HOSPITAL, step.substring(3), minute);
        }
        return step.equals("to")
                ? new DestinationChanged(
                        ASSIGNMENT, "BV02", "BV02", null, Samples.plan(20), null, Samples.minute(minute), "operator")
                : new UnitStatusRecorded(
                        ASSIGNMENT,
                        AssignmentStatus.valueOf(step),
                        Samples.minute(minute),
                        "tablet",
                        minute,
                        null,
                        Samples.minute(minute),
                        "crew");
    }

    private static IncidentEvent routed(Leg leg, String left, long minute) {
        boolean none = left.equals("none");
        var notice = new RouteNotice(
                Samples.minute(minute),
                8,
                Duration.ofMinutes(10),
                none ? null : Duration.ofMinutes(Long.parseLong(left)),
                null,
                List.of(),
                List.of(),
                null);
        return none
                ? new UnitCutOff(ASSIGNMENT, leg, notice, notice.asOf(), "system")
                : new RouteChanged(ASSIGNMENT, leg, notice, notice.asOf(), "system");
    }
}
