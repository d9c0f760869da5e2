package rescue.dispatch.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.assignment.AssignmentStatus.ACKNOWLEDGED;
import static rescue.dispatch.assignment.AssignmentStatus.AT_DESTINATION;
import static rescue.dispatch.assignment.AssignmentStatus.AT_PATIENT;
import static rescue.dispatch.assignment.AssignmentStatus.CANCELLED;
import static rescue.dispatch.assignment.AssignmentStatus.EN_ROUTE;
import static rescue.dispatch.assignment.AssignmentStatus.HANDED_OVER;
import static rescue.dispatch.assignment.AssignmentStatus.IN_SERVICE;
import static rescue.dispatch.assignment.AssignmentStatus.LEFT_SCENE;
import static rescue.dispatch.assignment.AssignmentStatus.ON_SCENE;
import static rescue.dispatch.unit.Capability.ALS;
import static rescue.dispatch.unit.Capability.BLS;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.PlaceFlag;
import rescue.dispatch.alert.Placement;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.flow.ReviseIncident.Revision;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.unit.Capability;

/** The scene is at minute 100; A1 stands ten minutes south of it, A2 twenty; Gan lies 30 minutes north, Xa 60 south. */
final class DispatchStoriesTest {

    private static final long SCENE = 100;

    private final Town town = new Town()
            .unit("A1", 90, BLS)
            .unit("A2", 80, BLS)
            .hospital("Gan", 130, 1)
            .hospital("Xa", 40, 5);

    @Test
    void from_the_alert_to_the_closed_incident() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertEquals("A1>Gan 57, A2>Gan 67, A1>Xa 87, A2>Xa 97", town.recommend(crash));
        assertEquals("A1 goes to Gan", town.assign(crash, "A1", "Gan"));
        assertEquals(1, town.held("Gan"));
        UUID assignment = town.assignmentOf("A1");
        town.presses("A1", ACKNOWLEDGED, EN_ROUTE, ON_SCENE);
        assertEquals("heard, version 6", town.answers("Gan", "A1", PreArrivalAnswer.ACCEPT, null));
        town.presses("A1", AT_PATIENT, LEFT_SCENE, AT_DESTINATION, HANDED_OVER, IN_SERVICE);
        assertEquals("CLOSED", town.close(crash));

        Assignment done = town.incident(crash).findAssignment(assignment).orElseThrow();
        assertEquals(9, done.milestones().size(), "every milestone once");
        assertEquals(0, town.held("Gan"), "the bed is used, not promised");
        assertEquals(12, town.incident(crash).timeline().size());
        assertEquals(12, town.rung(), "told as often as something was written");
        assertEquals("INCIDENT_NOT_OPEN[CLOSED]", town.recommend(crash));
    }

    @Test
    void when_another_dispatcher_takes_that_unit_first_the_next_best_is_named() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        UUID fall = town.alert("FALL", 20);
        town.meanwhile(() -> town.assign(fall, "A1", null));

        assertEquals(
                "UNIT_TAKEN[A1, 2026-000002]; next best: A2>Gan 67, A2>Xa 97; A1 BUSY",
                town.assign(crash, "A1", "Gan"));
        assertEquals(List.of(), town.incident(crash).assignments());
        assertEquals(0, town.held("Gan"), "the loser holds no bed");
    }

    @Test
    void a_unit_long_since_out_is_refused_with_the_incident_that_has_it() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(town.alert("FALL", 20), "A1", "Xa");
        assertTrue(town.assign(crash, "A1", "Gan").startsWith("UNIT_TAKEN[A1, 2026-000002]; next best: A2>Gan"));
        assertTrue(town.assign(crash, "A1", "Gan", "nearest").startsWith("UNIT_TAKEN"), "no reason overrides a claim");
    }

    @Test
    void when_the_last_bed_goes_to_another_the_next_best_hospital_is_named() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        UUID fall = town.alert("FALL", 20);
        town.meanwhile(() -> town.assign(fall, "A2", "Gan"));

        assertEquals("NO_BED[Gan]; next best: A1>Xa 87; A2 BUSY, Gan NO_BED", town.assign(crash, "A1", "Gan"));
        assertEquals("A1 goes to Xa", town.assign(crash, "A1", "Xa"), "the unit was not claimed");
        assertEquals(1, town.held("Gan"));
    }

    @Test
    void two_people_with_a_reason_send_the_unit_to_a_full_hospital_and_no_bed_is_promised() {
        town.counts("Gan", 0);
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertTrue(town.assign(crash, "A1", "Gan").startsWith("NO_BED[Gan]"));
        String reason = "they will make room";
        for (String nobodyElse : new String[] {null, "  ", "Operator "}) {
            assertTrue(
                    town.assign(crash, "A1", "Gan", reason, nobodyElse).startsWith("SECOND_PERSON_MISSING[Gan]"),
                    "alone: " + nobodyElse);
        }
        assertEquals("A1 goes to Gan without a bed", town.assign(crash, "A1", "Gan", reason, "Dr Mai, Gan"));
        assertEquals(0, town.held("Gan"));
        assertTrue(town.incident(crash).timeline().stream()
                .anyMatch(entry -> entry.event() instanceof IncidentEvent.UnitAssigned assigned
                        && "Dr Mai, Gan".equals(assigned.agreedBy())));
    }

    @Test
    void somebody_changes_the_incident_meanwhile_and_the_unit_goes_all_the_same() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.meanwhile(() -> town.alert("TRAFFIC_COLLISION", SCENE));
        assertEquals("A1 goes to Gan", town.assign(crash, "A1", "Gan"));
        assertEquals(2, town.incident(crash).alerts().size());
        assertEquals(3, town.incident(crash).version());
    }

    @Test
    void the_same_press_twice_counts_once() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        UUID assignment = town.assignmentOf("A1");
        assertEquals("ACKNOWLEDGED, version 3", town.press(assignment, ACKNOWLEDGED, 1));
        assertEquals("EN_ROUTE, version 4", town.press(assignment, EN_ROUTE, 2));
        assertEquals("EN_ROUTE, version 4", town.press(assignment, ACKNOWLEDGED, 1));
        assertEquals("EN_ROUTE, version 4", town.press(assignment, EN_ROUTE, 2));
        assertEquals(
                2,
                town.incident(crash).timeline().stream()
                        .map(entry -> entry.event())
                        .filter(UnitStatusRecorded.class::isInstance)
                        .count());
    }

    @Test
    void a_number_used_for_another_press_is_refused_with_what_it_was() {
        town.assign(town.alert("TRAFFIC_COLLISION", SCENE), "A1", "Gan");
        UUID assignment = town.assignmentOf("A1");
        town.press(assignment, ACKNOWLEDGED, 1);
        assertEquals("PRESS_REUSED[ACKNOWLEDGED]", town.press(assignment, EN_ROUTE, 1));
        town.assign(town.alert("FALL", 20), "A2", "Xa");
        assertEquals("PRESS_REUSED[ACKNOWLEDGED]", town.press(town.assignmentOf("A2"), ACKNOWLEDGED, 1));
    }

    @Test
    void what_may_not_be_pressed_now_names_what_may() {
        town.assign(town.alert("TRAFFIC_COLLISION", SCENE), "A1", "Gan");
        assertEquals("NOT_NOW[NOTIFIED, ACKNOWLEDGED, EN_ROUTE, CANCELLED]", town.press("A1", HANDED_OVER));
        town.presses("A1", EN_ROUTE, ON_SCENE, LEFT_SCENE);
        assertEquals("NOT_NOW[LEFT_SCENE, AT_DESTINATION]", town.press("A1", CANCELLED));
        assertTrue(town.press(Samples.id("nobody"), EN_ROUTE, 99).startsWith("ASSIGNMENT_UNKNOWN"));
    }

    @Test
    void a_tablet_whose_clock_runs_ahead_does_not_write_the_future() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        UUID assignment = town.assignmentOf("A1");
        town.press(assignment, ACKNOWLEDGED, 1, Samples.minute(7));
        town.passes(20);
        town.press(assignment, EN_ROUTE, 2, Samples.minute(15));
        Assignment a1 = town.incident(crash).findAssignment(assignment).orElseThrow();
        assertEquals(Samples.NOW, a1.milestones().get(ACKNOWLEDGED), "not later than we heard of it");
        assertEquals(Samples.minute(15), a1.milestones().get(EN_ROUTE), "out of coverage for five minutes");
    }

    @Test
    void a_decline_gives_the_bed_back_and_asks_again_for_that_unit_alone() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        town.presses("A1", EN_ROUTE, ON_SCENE);
        assertEquals("REASON_MISSING", town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, " "));
        assertEquals("heard, version 5", town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, "no surgeon"));
        assertEquals("heard, version 5", town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, "no surgeon"));
        assertEquals(0, town.held("Gan"));
        assertEquals("A1>Xa 75; Gan DECLINED", town.recommend(crash));
        assertEquals("HOSPITAL_NOT_ELIGIBLE[Gan, DECLINED]", town.divert("A1", "Gan", null));
        assertEquals("A1 goes to Xa", town.divert("A1", "Xa", null));
        assertEquals(1, town.held("Xa"));
        assertEquals("heard, version 7", town.answers("Xa", "A1", PreArrivalAnswer.ACCEPT, null));
        assertEquals("NOT_YOUR_PATIENT", town.answers("Gan", "A1", PreArrivalAnswer.ACCEPT, null));
    }

    @Test
    void sent_there_against_its_word_a_hospital_can_decline_again() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, "full");
        assertEquals("A1 goes to Gan", town.divert("A1", "Gan", "nowhere else"));
        town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, "still full");
        assertTrue(town.incident(crash).assignments().get(0).needsDestination());
    }

    @Test
    void on_the_way_with_the_patient_only_the_rest_of_the_way_counts() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        town.presses("A1", EN_ROUTE, ON_SCENE, LEFT_SCENE);
        town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, "full");
        assertEquals("A1>Xa 50; Gan DECLINED", town.recommend(crash), "from minute 90, where it was last seen, to 40");
    }

    @Test
    void an_incident_is_not_closed_while_a_unit_is_out() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        town.assign(crash, "A2", "Xa");
        assertEquals("ASSIGNMENTS_ACTIVE[A1, A2]", town.close(crash));
        town.press("A1", CANCELLED);
        assertEquals("ASSIGNMENTS_ACTIVE[A2]", town.close(crash));
        town.press("A2", CANCELLED);
        assertEquals("CLOSED", town.close(crash));
        assertEquals("INCIDENT_NOT_OPEN[CLOSED]", town.close(crash));
        assertEquals("INCIDENT_NOT_OPEN[CLOSED]", town.assign(crash, "A1", "Gan"));
    }

    @Test
    void two_incidents_become_one_and_two_again() {
        UUID one = town.alert("TRAFFIC_COLLISION", SCENE);
        UUID other = town.alert("FIRE", SCENE);
        assertEquals(List.of(one), town.incident(other).perhapsTheSameAs());
        assertEquals("MERGE_INTO_ITSELF", town.merge(one, one));
        assertEquals("MERGED", town.merge(other, one));
        assertEquals(one, town.incident(other).mergedInto());
        assertEquals(Set.of(other), town.incident(one).absorbed());
        assertEquals("INCIDENT_NOT_OPEN[MERGED]", town.merge(other, one));
        assertEquals("INCIDENT_NOT_OPEN[MERGED]", town.assign(other, "A1", "Gan"));
        assertEquals("OPEN", town.unmerge(other));
        assertEquals(Set.of(), town.incident(one).absorbed());
        assertEquals("NOT_MERGED", town.unmerge(other));
    }

    @Test
    void an_incident_whose_unit_is_out_is_not_merged_away() {
        UUID one = town.alert("TRAFFIC_COLLISION", SCENE);
        UUID other = town.alert("FIRE", SCENE);
        town.assign(other, "A1", "Gan");
        assertEquals("ASSIGNMENTS_ACTIVE[A1]", town.merge(other, one));
        assertEquals("MERGED", town.merge(one, other));
    }

    @Test
    void one_unit_is_enough_for_two_calls_about_one_crash() {
        UUID first = town.alert("TRAFFIC_COLLISION", SCENE);
        town.passes(5);
        assertEquals(first, town.alert("TRAFFIC_COLLISION", SCENE));
        town.passes(60);
        UUID later = town.alert("TRAFFIC_COLLISION", SCENE);
        assertNotEquals(first, later);
        assertEquals(List.of(first), town.incident(later).perhapsTheSameAs(), "still open: it is asked");
    }

    @Test
    void the_second_caller_sees_who_is_trapped_and_a_doctor_is_asked_for() {
        town.unit("A3", 70, ALS);
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertTrue(town.recommend(crash).startsWith("A1>Gan 57"));
        town.alert("second", "TRAFFIC_COLLISION", SCENE, 1);
        assertEquals(Priority.P1, town.incident(crash).priority());
        assertEquals("A3>Gan 97, A3>Xa 127; A1 LACKS_CAPABILITY, A2 LACKS_CAPABILITY", town.recommend(crash));
    }

    @Test
    void the_same_alert_sent_again_is_the_same_alert() {
        var first = town.alert("key", "FIRE", SCENE, null);
        var again = town.alert("key", "FIRE", SCENE, null);
        assertEquals(first.incidentId(), again.incidentId());
        assertTrue(again.repeated());
        assertEquals(1, town.incident(first.incidentId()).version());
    }

    @Test
    void a_landslide_between_the_station_and_the_scene_changes_who_goes() {
        town.unit("B1", 140, BLS);
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.landslideAt(95);
        assertEquals("B1>Gan 87; A1 CUT_OFF, A2 CUT_OFF, Xa CUT_OFF", town.recommend(crash));
        assertTrue(town.assign(crash, "A1", "Gan").startsWith("UNIT_NOT_ELIGIBLE[A1, CUT_OFF]; next best: B1>Gan"));
        assertEquals("A1 goes to Gan", town.assign(crash, "A1", "Gan", "they walk over the slide"));
    }

    @Test
    void a_bed_nobody_came_for_is_free_again_and_written_down_once() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        assertEquals(0, town.sweepHolds());
        town.passes(180);
        assertEquals(0, town.held("Gan"));
        assertEquals(1, town.sweepHolds());
        assertEquals(3, town.incident(crash).version());
        assertEquals(0, town.sweepHolds());
        assertEquals(3, town.incident(crash).version());
    }

    @Test
    void a_unit_in_the_yard_of_the_hospital_keeps_its_bed_however_late() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        town.presses("A1", EN_ROUTE, ON_SCENE, LEFT_SCENE, AT_DESTINATION);
        town.passes(600);
        assertEquals(1, town.held("Gan"));
        assertEquals(0, town.sweepHolds());
        assertTrue(
                town.answers("Gan", "A1", PreArrivalAnswer.DECLINE, "too late").startsWith("NOT_NOW[AT_DESTINATION"));
    }

    @Test
    void whoever_is_not_there_is_named_as_unknown() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertEquals("UNIT_UNKNOWN[Z9]", town.assign(crash, "Z9", "Gan"));
        assertEquals("HOSPITAL_UNKNOWN[Nowhere]", town.assign(crash, "A1", "Nowhere"));
        assertTrue(town.recommend(Samples.id("nothing")).startsWith("INCIDENT_UNKNOWN"));
        assertTrue(town.close(Samples.id("nothing")).startsWith("INCIDENT_UNKNOWN"));
    }

    @Test
    void a_new_priority_alone_asks_for_more_and_drops_nothing_the_operator_set() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.revise(
                crash, new Revision(null, null, null, List.of(Capability.BLS, Capability.RESCUE), List.of(Service.CT)));
        town.revise(crash, new Revision(Priority.P1, null, null, null, null));
        assertEquals(Priority.P1, town.incident(crash).priority());
        assertTrue(town.incident(crash).needs().capabilities().containsAll(Set.of(ALS, Capability.RESCUE)));
        assertEquals(Set.of(Service.CT), town.incident(crash).needs().services());

        town.revise(crash, new Revision(Priority.P3, null, null, null, null));
        assertEquals(Priority.P3, town.incident(crash).priority());
        assertTrue(
                town.incident(crash).needs().capabilities().containsAll(Set.of(ALS, Capability.RESCUE)),
                "less urgent, not less needed");
    }

    @Test
    void a_bed_whose_time_ran_out_can_be_held_again_for_the_same_unit_at_the_same_hospital() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        town.presses("A1", EN_ROUTE, ON_SCENE);
        town.passes(180);
        assertEquals(1, town.sweepHolds());
        assertEquals(0, town.held("Gan"));
        assertEquals("A1 goes to Gan", town.divert("A1", "Gan", null));
        assertEquals(1, town.held("Gan"));
        long version = town.incident(crash).version();
        assertEquals("A1 goes to Gan", town.divert("A1", "Gan", null));
        assertEquals(version, town.incident(crash).version(), "a bed that is held is not held twice");
    }

    @Test
    void the_dead_need_a_unit_and_no_bed() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.revise(
                crash,
                new Revision(null, null, Samples.patients(TriageCategory.BLACK, TriageCategory.BLACK), null, null));
        assertEquals(Priority.P4, town.incident(crash).priority());
        assertEquals(null, town.incident(crash).needs().bed());
        assertEquals(Set.of(), town.incident(crash).needs().services());
        town.revise(
                crash,
                new Revision(null, null, Samples.patients(TriageCategory.BLACK, TriageCategory.YELLOW), null, null));
        assertEquals(BedKind.EMERGENCY, town.incident(crash).needs().bed(), "one who lives");
    }

    @Test
    void a_place_five_kilometres_from_every_road_is_taken_and_flagged() {
        LatLon road = TownRoads.minute(SCENE);
        LatLon beside = new LatLon(road.lat(), road.lon() + 0.005);
        LatLon afar = new LatLon(road.lat(), road.lon() + 0.0485);
        assertEquals(5_000, afar.distanceM(road), 50);
        Placement far = town.incident(town.alert("afar", "FALL", afar, null).incidentId())
                .placement();
        assertEquals(Set.of(PlaceFlag.FAR_FROM_ROAD), far.flags());
        assertEquals(5_000, far.located().offRoadM(), 50);
        assertEquals(
                Set.of(),
                town.incident(town.alert("beside", "FIRE", beside, null).incidentId())
                        .placement()
                        .flags());
    }

    @Test
    void a_raised_priority_is_taken_back_with_the_needs_and_the_bed_that_came_with_it() {
        UUID scratch =
                town.alert("nobody hurt", "TRAFFIC_COLLISION", SCENE, 0, 0).incidentId();
        Incident before = town.incident(scratch);
        assertEquals(Priority.P3, before.priority());
        assertEquals(null, before.needs().bed());
        town.revise(scratch, new Revision(Priority.P1, null, null, null, null));
        assertEquals(BedKind.EMERGENCY, town.incident(scratch).needs().bed());
        assertTrue(town.incident(scratch).needs().capabilities().contains(ALS));

        town.revise(scratch, new Revision(Priority.P3, null, null, null, null));
        assertTrue(
                town.incident(scratch).needs().capabilities().contains(ALS), "lowering alone takes nobody's wish away");
        town.revise(
                scratch,
                new Revision(
                        before.priority(),
                        null,
                        null,
                        List.copyOf(before.needs().capabilities()),
                        List.copyOf(before.needs().services())));
        assertEquals(before.needs(), town.incident(scratch).needs());
        assertEquals(before.priority(), town.incident(scratch).priority());
    }

    @Test
    void the_first_who_takes_notice_counts_and_pressing_again_writes_nothing() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertEquals("one, version 2", town.acknowledge(crash, "one"));
        assertEquals("one, version 2", town.acknowledge(crash, "other"));
        town.alert("worse", "TRAFFIC_COLLISION", SCENE, 2);
        assertEquals(null, town.incident(crash).acknowledged(), "somebody is trapped: it rings again");
        assertEquals("other, version 4", town.acknowledge(crash, "other"));

        UUID fall = town.alert("FALL", 20);
        assertEquals("MERGED", town.merge(fall, crash));
        assertEquals("nobody, version 2", town.acknowledge(fall, "one"), "its alarm has ended with the merge");
        UUID quiet = town.alert("FIRE", 20);
        town.close(quiet);
        assertEquals("nobody, version 2", town.acknowledge(quiet, "one"));
        assertEquals("INCIDENT_UNKNOWN[" + Samples.id("none") + "]", town.acknowledge(Samples.id("none"), "one"));
    }

    @Test
    void a_closed_incident_is_reopened_with_a_reason_and_units_are_sent_anew() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        assertEquals("INCIDENT_NOT_CLOSED[OPEN]", town.reopen(crash, "why not"));
        town.press("A1", CANCELLED);
        town.close(crash);
        assertEquals("REASON_MISSING", town.reopen(crash, "  "));
        assertEquals("OPEN", town.reopen(crash, "one more lies below the bridge"));
        assertEquals(List.of(), town.incident(crash).activeAssignments());
        assertEquals(0, town.held("Gan"));
        assertEquals("A1 goes to Gan", town.assign(crash, "A1", "Gan"));
        assertEquals("INCIDENT_NOT_CLOSED[OPEN]", town.reopen(crash, "twice"));

        UUID fall = town.alert("FALL", 20);
        town.merge(fall, crash);
        assertEquals("INCIDENT_NOT_CLOSED[MERGED]", town.reopen(fall, "it is un-merged instead"));
    }

    @Test
    void a_note_is_kept_once_however_often_the_page_sends_it_and_whatever_has_become_of_the_incident() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertEquals("version 2", town.note(crash, "the bridge is slippery"));
        assertEquals("version 2", town.note(crash, "the bridge is slippery"));
        assertEquals("version 3", town.note(crash, "two children"));
        assertEquals("version 4", town.note(crash, "the bridge is slippery"), "said anew after something else");
        assertEquals("TEXT_MISSING[text]", town.note(crash, " \n"));
        town.close(crash);
        assertEquals("version 6", town.note(crash, "the hospital has called"));
    }

    @Test
    void what_if_another_pair_went_is_weighed_as_the_options_are() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        assertEquals("A1>Gan 57, A2>Gan 67, A1>Xa 87, A2>Xa 97", town.recommend(crash));
        assertEquals("A1>Gan 57 +0", town.weigh(crash, "A1", "Gan"));
        assertEquals("A2>Xa 97 +40", town.weigh(crash, "A2", "Xa"));
        assertEquals("A2>Gan 67 +10", town.weigh(crash, "A2", null), "the hospital that is best for it");

        town.assign(town.alert("FALL", 20), "A1", "Gan");
        assertEquals("A1>Gan 57 -40; A1 BUSY, Gan NO_BED", town.weigh(crash, "A1", "Gan"));
        town.landslideAt(110);
        assertEquals("no road; Gan NO_BED, Gan CUT_OFF", town.weigh(crash, "A2", "Gan"));
        assertEquals("A2>Xa 97 +0", town.weigh(crash, "A2", null));

        assertEquals("UNIT_UNKNOWN[A9]", town.weigh(crash, "A9", "Gan"));
        assertEquals("HOSPITAL_UNKNOWN[Nirgendwo]", town.weigh(crash, "A2", "Nirgendwo"));
        town.close(crash);
        assertEquals("INCIDENT_NOT_OPEN[CLOSED]", town.weigh(crash, "A2", "Xa"));
        assertEquals("INCIDENT_UNKNOWN[" + Samples.id("none") + "]", town.weigh(Samples.id("none"), "A1", null));
    }

    @Test
    void what_if_a_unit_that_is_out_already_went_elsewhere_is_asked_from_where_it_is() {
        UUID crash = town.alert("TRAFFIC_COLLISION", SCENE);
        town.assign(crash, "A1", "Gan");
        assertEquals("A1>Gan 55 +0", town.weigh(crash, "A1", "Gan"), "the last bed is its own, and it has turned out");
        assertEquals("A1>Xa 85 +30", town.weigh(crash, "A1", "Xa"));
        town.presses("A1", EN_ROUTE, ON_SCENE, LEFT_SCENE);
        town.isAt("A1", 60);
        assertEquals("A1>Xa 20 +0", town.weigh(crash, "A1", "Xa"));
        assertEquals("A1>Gan 70 +50", town.weigh(crash, "A1", "Gan"));
        assertEquals("A2>Xa 97 +0", town.weigh(crash, "A2", "Xa"), "one more unit, from the scene");
    }

    @Test
    void help_is_as_far_as_the_nearest_unit_that_is_free_and_a_village_that_is_cut_off_has_none() {
        Town valley = new Town()
                .unit("A1", 0, BLS)
                .unit("A2", 60, BLS)
                .village("Near", 10)
                .village("Far", 100);
        assertEquals("Near: A1 in 12, Far: A2 in 42", valley.coverage());

        valley.landslideAt(80);
        assertEquals("Near: A1 in 12, Far: nobody", valley.coverage());

        valley.hospital("Gan", 30, 1);
        assertEquals("A1 goes to Gan", valley.assign(valley.alert("FALL", 0), "A1", "Gan"));
        assertEquals("Near: A2 in 52, Far: nobody", valley.coverage(), "A1 is busy");
    }
}
