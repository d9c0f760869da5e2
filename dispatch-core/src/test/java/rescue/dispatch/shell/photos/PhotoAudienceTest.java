package rescue.dispatch.shell.photos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.story.Samples.hold;
import static rescue.dispatch.story.Samples.id;
import static rescue.dispatch.story.Samples.minute;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.SampleEvents;

class PhotoAudienceTest {

    /** A1 went to Tinh, which declined; then to Huyen. A1 was stood down after an hour, A2 is still out. */
    private final Incident incident = Incident.fold(
            id("crash"),
            List.of(
                    SampleEvents.opened(),
                    SampleEvents.assigned("a1", "tinh", hold(HoldState.FIRM)),
                    SampleEvents.assigned("a2", null, null),
                    SampleEvents.answered("a1", "tinh", PreArrivalAnswer.DECLINE),
                    SampleEvents.changed("a1", "huyen"),
                    SampleEvents.pressed("a1", AssignmentStatus.CANCELLED, 60)));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            the desk                            | OPERATOR   | -     | 61   | true
            its supervisor, a year later        | SUPERVISOR | -     | 500000 | true
            a crew that is out                  | CREW       | a2    | 61   | true
            a crew that was out                 | CREW       | a1    | 61   | true
            a crew that was out, a day later    | CREW       | a1    | 1500 | false
            another crew                        | CREW       | a3    | 61   | false
            the hospital it goes to             | HOSPITAL   | huyen | 61   | true
            a hospital it was to go to          | HOSPITAL   | tinh  | 61   | true
            another hospital                    | HOSPITAL   | xa    | 61   | false
            the administrator of the accounts   | ADMIN      | -     | 61   | false
            the committee                       | COMMITTEE  | -     | 61   | false
            the police                          | SECTOR     | -     | 61   | false
            """)
    void may_see(String story, Role role, String of, long minute, boolean maySee) {
        var caller = new Principal("somebody", role, role == Role.CREW ? of : null, role == Role.HOSPITAL ? of : null);
        assertEquals(maySee, PhotoAudience.maySee(caller, incident, minute(minute)));
    }
}
