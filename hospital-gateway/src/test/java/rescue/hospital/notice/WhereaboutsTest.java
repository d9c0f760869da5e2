package rescue.hospital.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.story.Samples.minute;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.story.Samples;

/** What one unit's whole story is to hospital A. One word an event, a minute each, from minute 1 on. */
class WhereaboutsTest {

    private static final UUID UNIT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    // spotless:off
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            >B                            | -
            >A                            | COMING 1
            >A A:yes                      | COMING 1
            >A EN_ROUTE ON_SCENE          | COMING 1
            >A >B                         | DIVERTED 2
            >A >B >C                      | DIVERTED 2
            >A >B CANCELLED               | DIVERTED 2
            >A >B >A                      | COMING 3
            >B >A                         | COMING 2
            >A A:no                       | DECLINED 2
            >A A:no A:no                  | DECLINED 2
            >A A:no >B                    | DIVERTED 3
            >A A:no CANCELLED             | STOOD_DOWN 3
            >A >B B:no                    | DIVERTED 2
            >A >B A:no                    | DIVERTED 2
            >A CANCELLED                  | STOOD_DOWN 2
            >A ON_SCENE IN_SERVICE        | NOT_TRANSPORTED 3
            >A HANDED_OVER                | HANDED_OVER 2
            >A HANDED_OVER IN_SERVICE     | HANDED_OVER 2
            >A >B HANDED_OVER IN_SERVICE  | DIVERTED 2
            >-                            | -
            >- >A                         | COMING 2
            >- CANCELLED                  | -
            """)
    // spotless:on
    void is_the_last_that_concerned_it(String story, String expected) {
        assertEquals(
                expected == null ? "-" : expected,
                Whereabouts.of(told(story), UNIT, "A")
                        .map(where -> where.state() + " "
                                + (where.at().getEpochSecond() - minute(0).getEpochSecond()) / 60)
                        .orElse("-"));
    }

    private static Incident told(String story) {
        List<IncidentEvent> events = new ArrayList<>(List.of(opened()));
        int at = 0;
        for (String word : story.split(" ")) {
            events.add(event(word, ++at));
        }
        return Incident.fold(UUID.randomUUID(), events);
    }

    private static IncidentEvent event(String word, int at) {
        if (word.startsWith(">")) {
            String to = word.equals(">-") ? null : word.substring(1);
            return at == 1
                    ? new UnitAssigned(
                            UNIT,
                            "U",
                            "U",
                            VehicleClass.AMBULANCE,
                            to,
                            to,
                            null,
                            Samples.plan(30),
                            null,
                            minute(at),
                            "op")
                    : new DestinationChanged(
                            UNIT, word.substring(1), to, null, Samples.plan(30), null, minute(at), "op");
        }
        if (word.contains(":")) {
            String[] said = word.split(":");
            var answer = said[1].equals("no") ? PreArrivalAnswer.DECLINE : PreArrivalAnswer.ACCEPT;
            return new PreArrivalAnswered(UNIT, said[0], answer, "why", minute(at), said[0]);
        }
        return new UnitStatusRecorded(
                UNIT, AssignmentStatus.valueOf(word), minute(at), "tablet", at, null, minute(at), "crew");
    }

    private static IncidentOpened opened() {
        var alert = new Alert(
                UUID.randomUUID(),
                AlertSource.PHONE,
                AlertKind.FALL,
                null,
                ToldPlace.NONE,
                Samples.placement(Samples.SCENE),
                1,
                null,
                null,
                null,
                null,
                minute(0));
        return new IncidentOpened(
                "1", "code", alert, Priority.P1, Samples.EMERGENCY_CARE, List.of(), minute(0), "public");
    }
}
