package rescue.dispatch.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.alert.TriageCategory.BLACK;
import static rescue.dispatch.alert.TriageCategory.GREEN;
import static rescue.dispatch.alert.TriageCategory.RED;
import static rescue.dispatch.alert.TriageCategory.YELLOW;
import static rescue.dispatch.assignment.AssignmentStatus.ACKNOWLEDGED;
import static rescue.dispatch.assignment.AssignmentStatus.AT_DESTINATION;
import static rescue.dispatch.assignment.AssignmentStatus.AT_PATIENT;
import static rescue.dispatch.assignment.AssignmentStatus.CANCELLED;
import static rescue.dispatch.assignment.AssignmentStatus.EN_ROUTE;
import static rescue.dispatch.assignment.AssignmentStatus.HANDED_OVER;
import static rescue.dispatch.assignment.AssignmentStatus.IN_SERVICE;
import static rescue.dispatch.assignment.AssignmentStatus.LEFT_SCENE;
import static rescue.dispatch.assignment.AssignmentStatus.ON_SCENE;
import static rescue.dispatch.unit.Capability.BLS;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.flow.KeepPhoto;
import rescue.dispatch.flow.ReviseIncident.Revision;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;

/** What a crew sends from the field: late, twice, in another order; each once. */
final class FieldStoriesTest {

    private static final long SCENE = 100;

    private final Town town =
            new Town().unit("A1", 90, BLS).hospital("Gan", 130, 2).hospital("Xa", 40, 5);

    private UUID crash;
    private UUID assignment;

    @BeforeEach
    void a_unit_is_out() {
        crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        assignment = town.assignmentOf("A1");
    }

    @Test
    void a_card_sent_again_changes_nothing_and_a_newer_one_corrects_it() {
        assertEquals("YELLOW/a, P2, version 3", town.card(assignment, "a", YELLOW, 1));
        assertEquals("YELLOW/a, P2, version 3", town.card(assignment, "a", YELLOW, 1));
        assertEquals("YELLOW/a GREEN/b, P2, version 4", town.card(assignment, "b", GREEN, 2));
        assertEquals("BLACK/a GREEN/b, P2, version 5", town.card(assignment, "a", BLACK, 3));
    }

    @Test
    void cards_may_come_in_another_order_than_they_were_written() {
        town.card(assignment, "a", YELLOW, 3);
        assertEquals("YELLOW/a GREEN/b, P2, version 4", town.card(assignment, "b", GREEN, 2));
        assertEquals(
                "YELLOW/a GREEN/b, P2, version 5",
                town.card(assignment, "a", GREEN, 1),
                "written down, but the card was corrected since");
        assertEquals("YELLOW/a GREEN/b, P2, version 5", town.card(assignment, "a", GREEN, 1));
    }

    @Test
    void a_number_that_was_used_for_something_else_is_refused() {
        town.card(assignment, "a", YELLOW, 1);
        assertEquals("PRESS_REUSED[PATIENT]", town.card(assignment, "a", RED, 1), "the same number, another colour");
        assertEquals("PRESS_REUSED[PATIENT]", town.card(assignment, "b", YELLOW, 1), "the same number, another card");
        assertEquals("PRESS_REUSED[PATIENT]", town.press(assignment, ACKNOWLEDGED, 1));
        assertEquals("ACKNOWLEDGED, version 4", town.press(assignment, ACKNOWLEDGED, 2));
        assertEquals("PRESS_REUSED[ACKNOWLEDGED]", town.card(assignment, "a", RED, 2));

        UUID fall = town.alert("FALL", 20);
        town.unit("A2", 80, BLS);
        town.assign(fall, "A2", "Xa");
        assertEquals(
                "PRESS_REUSED[PATIENT]",
                town.card(town.assignmentOf("A2"), "a", YELLOW, 1),
                "the same card for another assignment");
    }

    @Test
    void the_desk_changes_the_incident_meanwhile_and_the_card_is_written_all_the_same() {
        town.meanwhile(() -> town.alert("TRAFFIC_COLLISION", SCENE));
        assertEquals("YELLOW/a, P2, version 4", town.card(assignment, "a", YELLOW, 1));
        town.meanwhile(() -> town.card(assignment, "b", GREEN, 2));
        assertEquals("YELLOW/a GREEN/b, P2, version 5", town.card(assignment, "b", GREEN, 2), "twice at one moment");
    }

    @Test
    void a_red_card_asks_for_more_and_no_card_asks_for_less() {
        town.card(assignment, "a", RED, 1);
        assertEquals(Priority.P1, town.incident(crash).priority());
        assertEquals(BedKind.TRAUMA, town.incident(crash).needs().bed(), "it takes the place of the emergency bed");
        assertEquals(
                Set.of(Service.TRAUMA_SURGERY), town.incident(crash).needs().services());

        town.card(assignment, "a", GREEN, 2);
        assertEquals(Priority.P1, town.incident(crash).priority());
        assertEquals(BedKind.TRAUMA, town.incident(crash).needs().bed());
        assertEquals(
                Set.of(Service.TRAUMA_SURGERY), town.incident(crash).needs().services());
    }

    @Test
    void what_the_operator_asked_for_stays_asked_for() {
        town.revise(crash, new Revision(null, null, null, null, List.of(Service.CT)));
        town.card(assignment, "a", RED, 1);
        assertEquals(
                Set.of(Service.CT, Service.TRAUMA_SURGERY),
                town.incident(crash).needs().services());
    }

    @Test
    void the_desk_counted_two_and_the_crew_knows_one_of_them_now() {
        town.revise(crash, new Revision(null, null, Samples.patients(RED, YELLOW), null, null));
        assertEquals("RED/a YELLOW, P1, version 4", town.card(assignment, "a", RED, 1));
        assertEquals("RED/a YELLOW GREEN/b, P1, version 5", town.card(assignment, "b", GREEN, 2));
    }

    @Test
    void a_tablet_that_was_in_a_valley_all_night_may_send_in_the_morning_even_when_the_incident_is_closed() {
        town.presses("A1", EN_ROUTE, ON_SCENE, AT_PATIENT, LEFT_SCENE, AT_DESTINATION, HANDED_OVER, IN_SERVICE);
        assertEquals("CLOSED", town.close(crash));
        town.passes(23 * 60);
        assertEquals("YELLOW/a, P2, version 11", town.card(assignment, "a", YELLOW, 20));
        assertTrue(!town.incident(crash).isOpen(), "it is closed all the same");

        town.passes(60);
        assertEquals("ASSIGNMENT_LONG_OVER[A1]", town.card(assignment, "b", YELLOW, 21));
        assertEquals("YELLOW/a, P2, version 11", town.card(assignment, "a", YELLOW, 20), "what was heard was heard");
    }

    @Test
    void the_crew_asks_for_another_hospital_and_the_desk_diverts_it() {
        assertEquals(
                "asks for Xa: it is nearer to his family, version 3",
                town.ask(assignment, "Xa", "it is nearer to his family", 1));
        assertEquals(1, town.held("Gan"), "until the desk decides, the bed stays held");
        assertEquals("A1 goes to Xa", town.divert("A1", "Xa", null));
        assertEquals("nothing asked", town.asked(assignment));
        assertEquals(0, town.held("Gan"));
    }

    @Test
    void the_desk_leaves_it_where_it_goes_and_that_is_an_answer_too() {
        town.ask(assignment, null, "the road looks bad", 1);
        assertEquals("A1 goes to Gan", town.divert("A1", "Gan", null));
        assertEquals("nothing asked", town.asked(assignment));
        assertEquals(1, town.held("Gan"), "the bed was never given back");
        long version = town.incident(crash).version();
        assertEquals("A1 goes to Gan", town.divert("A1", "Gan", null));
        assertEquals(version, town.incident(crash).version(), "nobody asked, so there is nothing to answer");
    }

    @Test
    void the_newest_question_counts_and_each_is_heard_once() {
        town.ask(assignment, "Xa", "nearer", 1);
        assertEquals("asks for null: no matter where, version 4", town.ask(assignment, null, "no matter where", 2));
        assertEquals(
                "asks for null: no matter where, version 4", town.ask(assignment, "Xa", "nearer", 1), "late again");
        assertEquals("PRESS_REUSED[DESTINATION_ASK]", town.ask(assignment, "Xa", "another reason", 1));
        assertEquals("PRESS_REUSED[DESTINATION_ASK]", town.card(assignment, "a", RED, 2));
        assertEquals("HOSPITAL_UNKNOWN[Nowhere]", town.ask(assignment, "Nowhere", "lost", 3));
    }

    @Test
    void a_question_that_nobody_answered_ends_at_the_hospital() {
        town.ask(assignment, "Xa", "nearer", 50);
        town.presses("A1", EN_ROUTE, ON_SCENE, LEFT_SCENE);
        assertEquals("asks for Xa: nearer", town.asked(assignment));
        town.presses("A1", AT_DESTINATION);
        assertEquals("nothing asked", town.asked(assignment));
        assertEquals("NOT_NOW[AT_DESTINATION, HANDED_OVER]", town.ask(assignment, "Xa", "nearer", 51));
    }

    @Test
    void a_photo_is_kept_once_and_developed_once() {
        assertEquals("kept, version 3", town.photo(assignment, "p1", "the lorry"));
        assertEquals("kept, version 3", town.photo(assignment, "p1", "the lorry"));
        assertEquals("kept, version 4", town.photo(assignment, "p2", "the slope"));
        assertEquals(2, town.photos().developed());
        assertEquals(2, town.incident(crash).countPhotos());
    }

    @Test
    void the_desk_changes_the_incident_meanwhile_and_the_photo_is_kept_all_the_same() {
        town.meanwhile(() -> town.alert("TRAFFIC_COLLISION", SCENE));
        assertEquals("kept, version 4", town.photo(assignment, "p1", "the lorry"));
        town.meanwhile(() -> town.photo(assignment, "p2", "the slope"));
        assertEquals("kept, version 5", town.photo(assignment, "p2", "the slope"), "twice at one moment");
        assertEquals(2, town.incident(crash).countPhotos());
    }

    @Test
    void whoever_reported_may_send_five_photos_while_it_is_open() {
        String code = town.incident(crash).trackingCode();
        for (int i = 0; i < KeepPhoto.MOST_BY_REPORTERS; i++) {
            assertTrue(town.photo(code, "p" + i, "the bend").startsWith("kept"));
        }
        int developed = town.photos().developed();
        assertEquals("TOO_MANY_PHOTOS[5]", town.photo(code, "p5", "the bend"));
        assertEquals(developed, town.photos().developed(), "what is refused is not worth the work");
        assertTrue(town.photo(code, "p4", "the bend").startsWith("kept"), "it was, before");
        assertTrue(
                town.photo(assignment, "p6", "the bend").startsWith("kept"), "the crew's are counted for themselves");

        town.press("A1", CANCELLED);
        town.close(crash);
        assertEquals("ALERT_CLOSED", town.photo(code, "p7", "the bend"));
        assertTrue(town.photo(assignment, "p8", "the bend").startsWith("kept"), "a late outbox");
        town.passes(24 * 60);
        assertEquals("ASSIGNMENT_LONG_OVER[A1]", town.photo(assignment, "p9", "the bend"));
        assertEquals("TRACKING_CODE_UNKNOWN[nobody's]", town.photo("nobody's", "p1", "the bend"));
    }

    @Test
    void an_incident_has_room_for_sixty_photos() {
        for (int i = 0; i < KeepPhoto.MOST; i++) {
            assertTrue(town.photo(assignment, "p" + i, "the bend").startsWith("kept"));
        }
        assertEquals("TOO_MANY_PHOTOS[60]", town.photo(assignment, "one more", "the bend"));
    }

    @Test
    void what_is_no_picture_leaves_nothing_behind() {
        assertEquals("PHOTO_NOT_READABLE", town.photo(assignment, "p1", "text"));
        assertEquals(2, town.incident(crash).version());
        assertEquals("kept, version 3", town.photo(assignment, "p1", "the lorry"), "another try with the same id");
    }

    @Test
    void a_photo_of_a_report_that_was_merged_goes_to_the_incident_that_goes_on() {
        UUID second = town.alert("FALL", SCENE);
        String code = town.incident(second).trackingCode();
        town.merge(second, crash);
        assertTrue(town.photo(code, "p1", "the bend").startsWith("kept"));
        assertEquals(1, town.incident(crash).countPhotos());
        assertEquals(0, town.incident(second).countPhotos());
    }

    @Test
    void whoever_reported_may_say_more_and_it_counts_once() {
        String code = town.incident(crash).trackingCode();
        assertEquals("2026-000001, 2 alerts, P2", town.adds(code, "k1", 2));
        assertEquals("2026-000001, 2 alerts, P2", town.adds(code, "k1", 2));
        assertEquals("KEY_REUSED", town.adds(code, "k1", 4));
        assertEquals("2026-000001, 3 alerts, P1", town.adds(code, "k2", 4), "four hurt are urgent");
        assertEquals("2026-000001, 4 alerts, P1", town.adds(code, "k3", 0), "and stay so");
        assertEquals(4, town.incident(crash).injured(), "the most that anybody told");
        assertEquals("TRACKING_CODE_UNKNOWN[nobody's]", town.adds("nobody's", "k4", 1));

        town.press("A1", CANCELLED);
        town.close(crash);
        assertEquals("ALERT_CLOSED", town.adds(code, "k5", 1));
        assertEquals("2026-000001, 4 alerts, P1", town.adds(code, "k2", 4), "heard before it was over");
    }

    @Test
    void what_is_added_to_a_merged_report_goes_to_the_incident_that_goes_on() {
        UUID second = town.alert("FALL", SCENE);
        String code = town.incident(second).trackingCode();
        town.merge(second, crash);
        assertEquals("2026-000001, 2 alerts, P2", town.adds(code, "k1", 2));
    }

    @Test
    void a_card_for_nobody_is_refused() {
        assertTrue(town.card(Samples.id("nothing"), "a", RED, 1).startsWith("ASSIGNMENT_UNKNOWN"));
    }
}
