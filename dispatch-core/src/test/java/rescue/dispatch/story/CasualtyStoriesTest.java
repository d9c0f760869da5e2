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
import static rescue.dispatch.assignment.AssignmentStatus.EN_ROUTE;
import static rescue.dispatch.assignment.AssignmentStatus.HANDED_OVER;
import static rescue.dispatch.assignment.AssignmentStatus.IN_SERVICE;
import static rescue.dispatch.assignment.AssignmentStatus.LEFT_SCENE;
import static rescue.dispatch.assignment.AssignmentStatus.ON_SCENE;
import static rescue.dispatch.unit.Capability.ALS;
import static rescue.dispatch.unit.Capability.BLS;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.decision.Reason;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.plan.Ride;

/**
 * The scene is at minute 100; A1 with a doctor stands ten minutes south of it, A2 twenty. Gan, without surgeons, lies 30
 * minutes north, Xa with surgeons 60 south. Turnout takes 2 minutes, the scene 15, a handover 15. A unit has one stretcher
 * and two seats.
 */
final class CasualtyStoriesTest {

    private static final long SCENE = 100;

    private final Town town = new Town()
            .unit("A1", 90, BLS, ALS)
            .unit("A2", 80, BLS)
            .hospital("Gan", 130, 4)
            .hospital("Xa", 40, 5, Service.TRAUMA_SURGERY);

    /** Red to the surgeons with the doctor, 2+10+15+60; yellow to the near house, and the lightly hurt sit beside them there. */
    @Test
    void everybody_rides_where_he_is_helped_soonest() {
        UUID crash = crash(RED, YELLOW, GREEN, GREEN);

        assertEquals("A2>Gan[YELLOW, GREEN, GREEN] 67, A1>Xa[RED] 87", town.plan(crash));
        assertTrue(town.planned(crash).isProved());
    }

    /** Two yellow more than stretchers: A2 is back at the scene after 67+15+30, and drives again. */
    @Test
    void a_unit_drives_again_when_there_are_too_few() {
        UUID crash = crash(RED, YELLOW, YELLOW);

        assertEquals("A2>Gan[YELLOW] 67, A1>Xa[RED] 87, later A2>Gan[YELLOW] 157", town.plan(crash));
    }

    @Test
    void each_ride_is_sent_by_itself_and_the_plan_starts_again_from_what_is() {
        UUID crash = crash(RED, YELLOW, YELLOW, GREEN);
        assertEquals("A2>Gan[YELLOW, GREEN] 67, A1>Xa[RED] 87, later A2>Gan[YELLOW] 157", town.plan(crash));

        assertEquals("A2[YELLOW, GREEN] goes to Gan, {EMERGENCY=2}", town.sends(crash, "A2", "Gan", YELLOW, GREEN));
        assertEquals("A1>Xa[RED] 87, later A2>Gan[YELLOW] 157", town.plan(crash));

        assertEquals(
                "A1[RED] goes to Xa without a bed", town.sends(crash, "A1", "Xa", RED), "Xa never counted such beds");
        assertEquals("later A2>Gan[YELLOW] 157", town.plan(crash));

        town.presses("A2", ACKNOWLEDGED, EN_ROUTE, ON_SCENE, AT_PATIENT, LEFT_SCENE, AT_DESTINATION, HANDED_OVER);
        town.presses("A2", IN_SERVICE);
        assertEquals(
                "A2>Gan[YELLOW] 67", town.plan(crash), "free again, and the two whom it brought are not at the scene");
    }

    /** By the incident's need, which is that of its gravest, Gan would be refused for everybody. */
    @Test
    void a_small_house_takes_whom_it_can_help_though_others_need_more() {
        UUID crash = crash(RED, YELLOW);

        assertEquals("HOSPITAL_NOT_ELIGIBLE[Gan, LACKS_SERVICE]; next best: ", cut(town.assign(crash, "A1", "Gan")));
        assertEquals("A2[YELLOW] goes to Gan, {EMERGENCY=1}", town.sends(crash, "A2", "Gan", YELLOW));
    }

    /** Three of Gan's four beds are held: the next yellow gets the last one, the one after it goes far; nobody else comes either. */
    @Test
    void everybody_who_is_on_the_way_has_his_bed() {
        UUID crash = crash(YELLOW, GREEN, GREEN, YELLOW, YELLOW);
        town.unit("A3", 80, BLS);

        assertEquals(
                "A2[YELLOW, GREEN, GREEN] goes to Gan, {EMERGENCY=3}",
                town.sends(crash, "A2", "Gan", YELLOW, GREEN, GREEN));
        assertEquals(3, town.held("Gan"));
        assertEquals("A1>Gan[YELLOW] 57, A3>Xa[YELLOW] 97", town.plan(crash));

        UUID fall = town.alert("FALL", SCENE);
        assertEquals("A1 goes to Gan", town.assign(fall, "A1", "Gan"));
        UUID next = town.alert("FALL", SCENE);
        assertEquals("NO_BED[Gan]; next best: A3>Xa 97; A1 BUSY, A2 BUSY, Gan NO_BED", town.assign(next, "A3", "Gan"));
        town.presses("A2", ACKNOWLEDGED, EN_ROUTE, ON_SCENE, AT_PATIENT, LEFT_SCENE, AT_DESTINATION, HANDED_OVER);
        assertEquals(1, town.held("Gan"), "three are occupied, and promised to nobody any more");
    }

    /** Two beds for three: whoever rides along without one is counted all the same when the plan is made again. */
    @Test
    void whoever_is_on_the_way_has_his_bed_also_without_a_hold() {
        UUID crash = crash(YELLOW, GREEN, GREEN, YELLOW);
        town.counts("Gan", 2);

        assertEquals(
                "A2[YELLOW, GREEN, GREEN] goes to Gan, {EMERGENCY=2}",
                town.sends(crash, "A2", "Gan", YELLOW, GREEN, GREEN));
        town.counts("Gan", 3);
        assertEquals("A1>Xa[YELLOW] 87", town.plan(crash), "the third bed is his who rides along");
    }

    @Test
    void whoever_is_left_is_told_why() {
        UUID crash = crash(BLACK, YELLOW, YELLOW);
        town.counts("Gan", 1);
        town.counts("Xa", 0);

        assertEquals("A1>Gan[YELLOW] 57, YELLOW NO_BED[EMERGENCY], BLACK BEYOND_HELP[]", town.plan(crash));
    }

    @Test
    void nobody_comes_when_nobody_is_free() {
        UUID crash = crash(YELLOW);
        UUID fall = town.alert("FALL", 20);
        town.assign(fall, "A1", null);
        town.assign(fall, "A2", null);

        assertEquals("YELLOW NO_UNIT[]", town.plan(crash));
    }

    /** Forty were told of, nobody has looked: yellow is assumed, and said to be. */
    @Test
    void those_whom_nobody_has_looked_at_are_planned_as_yellow() {
        UUID crash = town.alert("c1", "TRAFFIC_COLLISION", SCENE, 2, null).incidentId();

        assertEquals("A1>Gan[YELLOW] 57, A2>Gan[YELLOW] 67", town.plan(crash));
        assertTrue(town.planned(crash).rides().stream()
                .flatMap(ride -> ride.patients().stream())
                .noneMatch(patient -> patient.seen()));
    }

    /** One patient, so of two units that are alike only the sooner can matter; the other is not left out without a word. */
    @Test
    void every_unit_and_house_that_takes_no_part_has_its_reason() {
        town.unit("A3", 70, BLS);

        assertEquals(
                List.of("A2 OUTRANKED[67]", "A3 OUTRANKED[77]", "Xa OUTRANKED[87]"),
                town.planned(crash(YELLOW)).refusals().stream()
                        .map(refusal -> refusal.name() + " " + refusal.code() + refusal.args())
                        .toList());
    }

    @Test
    void says_why_not_the_nearer_house() {
        List<Ride> rides = town.planned(crash(RED)).rides();

        assertEquals(1, rides.size());
        assertEquals(
                new Reason(Reason.Code.NEARER_LACKS, List.of("Gan", "30", "TRAUMA_SURGERY")),
                rides.get(0).reasons().stream()
                        .filter(reason -> reason.code() == Reason.Code.NEARER_LACKS)
                        .findFirst()
                        .orElseThrow());
    }

    private UUID crash(TriageCategory... colours) {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.counts(crash, colours);
        return crash;
    }

    private static String cut(String told) {
        return told.substring(0, told.indexOf("next best: ") + "next best: ".length());
    }
}
