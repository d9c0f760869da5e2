package rescue.dispatch.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.story.Samples;

/** The plan of every sample: 2 minutes turnout, 10 travel, 15 on scene, 30 transport. */
class ExpectedArrivalTest {

    private static final UUID ASSIGNMENT = Samples.id("assignment");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            told at once                          | BV01 | -                                               | 57
            who has read the order is no nearer   | BV01 | ACKNOWLEDGED 1                                  | 57
            a late start is a late arrival        | BV01 | EN_ROUTE 20                                     | 75
            on scene                              | BV01 | EN_ROUTE 3, ON_SCENE 10                         | 55
            at the patient                        | BV01 | EN_ROUTE 3, ON_SCENE 10, AT_PATIENT 12          | 55
            on the way                            | BV01 | EN_ROUTE 3, ON_SCENE 10, LEFT_SCENE 40          | 70
            diverted on the way: from there on    | BV01 | EN_ROUTE 3, ON_SCENE 10, LEFT_SCENE 40, to 50   | 70
            diverted before it left               | BV01 | EN_ROUTE 3, ON_SCENE 10, to 20, LEFT_SCENE 40   | 60
            it is there                           | BV01 | EN_ROUTE 3, ON_SCENE 10, LEFT_SCENE 40, AT_DESTINATION 60 | -
            stood down                            | BV01 | CANCELLED 5                                     | -
            going nowhere yet                     | -    | EN_ROUTE 3                                      | -
            """)
    void is_expected(String story, @Nullable String hospitalId, @Nullable String happened, @Nullable Integer atMinute) {
        List<IncidentEvent> events = new ArrayList<>(List.of(opened(), assigned(hospitalId)));
        for (String step : happened == null ? new String[0] : happened.split(", ")) {
            events.add(event(step.split(" ")[0], Long.parseLong(step.split(" ")[1])));
        }
        Incident incident = Incident.fold(Samples.id("incident"), events);

        assertEquals(
                Optional.ofNullable(atMinute).map(Samples::minute),
                ExpectedArrival.of(incident, incident.findAssignment(ASSIGNMENT).orElseThrow()),
                story);
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

    /** A status, or {@code to}: to a hospital 20 minutes from where it is then. */
    private static IncidentEvent event(String step, long minute) {
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
}
