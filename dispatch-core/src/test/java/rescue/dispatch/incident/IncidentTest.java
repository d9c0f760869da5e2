package rescue.dispatch.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static rescue.dispatch.incident.SampleEvents.acknowledged;
import static rescue.dispatch.incident.SampleEvents.answered;
import static rescue.dispatch.incident.SampleEvents.assigned;
import static rescue.dispatch.incident.SampleEvents.changed;
import static rescue.dispatch.incident.SampleEvents.closed;
import static rescue.dispatch.incident.SampleEvents.expired;
import static rescue.dispatch.incident.SampleEvents.joined;
import static rescue.dispatch.incident.SampleEvents.noted;
import static rescue.dispatch.incident.SampleEvents.opened;
import static rescue.dispatch.incident.SampleEvents.pressed;
import static rescue.dispatch.incident.SampleEvents.reopened;
import static rescue.dispatch.incident.SampleEvents.revised;
import static rescue.dispatch.story.Samples.SCENE;
import static rescue.dispatch.story.Samples.alert;
import static rescue.dispatch.story.Samples.hold;
import static rescue.dispatch.story.Samples.id;
import static rescue.dispatch.story.Samples.minute;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.Assignment;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.IncidentAbsorbed;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.incident.IncidentEvent.MergeUndone;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.story.Samples;
import rescue.dispatch.unit.Capability;

final class IncidentTest {

    @Test
    void there_is_a_sample_of_every_kind_of_event() {
        Set<Class<?>> sampled =
                SampleEvents.ofEveryKind().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Arrays.stream(IncidentEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()), sampled);
    }

    static Stream<IncidentEvent> everyKindButTheOpening() {
        return SampleEvents.ofEveryKind().stream().filter(event -> !(event instanceof IncidentOpened));
    }

    @ParameterizedTest
    @MethodSource("everyKindButTheOpening")
    void every_kind_is_folded_and_kept_in_the_timeline(IncidentEvent event) {
        Incident before = Incident.fold(
                id("i"), List.of(SampleEvents.askedByAWard(), assigned("a1", "huyen", hold(HoldState.FIRM))));
        Incident now = before.after(event);
        assertEquals(before.version() + 1, now.version());
        assertEquals(
                new TimelineEntry(now.version(), event),
                now.timeline().get(now.timeline().size() - 1));
    }

    @Test
    void all_of_them_in_a_row_are_numbered_without_a_gap() {
        List<IncidentEvent> all = SampleEvents.ofEveryKind();
        Incident incident = Incident.fold(id("i"), all);
        assertEquals(all, incident.timeline().stream().map(TimelineEntry::event).toList());
        assertEquals(
                LongStream.rangeClosed(1, all.size()).boxed().toList(),
                incident.timeline().stream().map(TimelineEntry::version).toList());
        assertEquals(all.size(), incident.version());
    }

    @Test
    void folding_again_gives_the_same() {
        assertEquals(
                Incident.fold(id("i"), SampleEvents.ofEveryKind()), Incident.fold(id("i"), SampleEvents.ofEveryKind()));
    }

    @Test
    void it_begins_with_its_opening_and_opens_once() {
        assertThrows(IllegalArgumentException.class, () -> Incident.fold(id("i"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Incident.fold(id("i"), List.of(closed())));
        assertThrows(IllegalStateException.class, () -> after(opened()));
    }

    @Test
    void what_happens_to_an_assignment_nobody_has_is_a_bug_and_not_ignored() {
        assertThrows(IllegalStateException.class, () -> after(pressed("nobody", AssignmentStatus.EN_ROUTE, 4)));
    }

    @Test
    void as_opened_it_says_what_the_caller_said() {
        Incident incident = after();
        assertTrue(incident.isOpen());
        assertEquals(1, incident.version());
        assertEquals(opened().alert(), incident.firstAlert());
        assertEquals(opened().needs(), incident.needs());
        assertNull(incident.injured());
    }

    @Test
    void of_several_callers_the_one_who_saw_most_counts() {
        Incident incident = after(
                joined(Priority.P2, 2), joined(Priority.P2, null), joined(Priority.P2, 5), joined(Priority.P2, 1));
        assertEquals(5, incident.injured());
        assertEquals(5, incident.alerts().size());
        assertNull(incident.trapped());
    }

    @Test
    void a_later_caller_raises_the_urgency_and_never_lowers_it() {
        Incident raised = after(joined(Priority.P1, 3));
        assertEquals(Priority.P1, raised.priority());
        assertEquals(Set.of(Capability.BLS, Capability.ALS), raised.needs().capabilities());
        assertEquals(opened().needs().bed(), raised.needs().bed());
        Incident calmed = raised.after(joined(Priority.P3, 0));
        assertEquals(Priority.P1, calmed.priority());
        assertEquals(raised.needs(), calmed.needs());
    }

    @Test
    void a_later_caller_who_knows_the_place_gives_it_and_one_who_differs_does_not_move_it() {
        var lost = new IncidentOpened(
                "2026-000001",
                "K7M2QX",
                alert(AlertKind.FIRE, null),
                Priority.P2,
                Samples.EMERGENCY_CARE,
                List.of(),
                minute(0),
                "public");
        var here = new AlertJoined(
                alert(AlertKind.FIRE, SCENE), 0, Priority.P2, Samples.EMERGENCY_CARE, minute(1), "public");
        var elsewhere = new AlertJoined(
                alert(AlertKind.FIRE, Samples.northOf(SCENE, 100)),
                100,
                Priority.P2,
                Samples.EMERGENCY_CARE,
                minute(2),
                "public");
        Incident incident = Incident.fold(id("i"), List.of(lost, here, elsewhere));
        assertEquals(here.alert().placement(), incident.placement());
        assertEquals(here.alert().told(), incident.told());
    }

    @Test
    void a_revision_changes_what_it_names_and_nothing_else() {
        Incident before = after();
        Incident better = before.after(revised());
        assertEquals(Priority.P1, better.priority());
        assertEquals(2, better.patients().size());
        assertEquals(Samples.TRAUMA_CARE, better.needs());
        assertEquals(before.told(), better.told());
        Incident same = better.after(new IncidentRevised(null, null, null, null, null, minute(5), "operator"));
        assertEquals(better.patients(), same.patients());
        assertEquals(better.priority(), same.priority());
        assertEquals(better.needs(), same.needs());
    }

    @Test
    void a_unit_assigned_is_notified_and_active() {
        Assignment a1 = assignment(after(assigned("a1", "tinh", hold(HoldState.FIRM))));
        assertEquals(AssignmentStatus.NOTIFIED, a1.status());
        assertEquals(minute(3), a1.milestones().get(AssignmentStatus.NOTIFIED));
        assertTrue(a1.isActive());
        assertFalse(a1.needsDestination());
    }

    @Test
    void a_milestone_keeps_its_first_time() {
        Assignment a1 = assignment(after(
                assigned("a1", "tinh", null),
                pressed("a1", AssignmentStatus.EN_ROUTE, 5),
                pressed("a1", AssignmentStatus.EN_ROUTE, 9)));
        assertEquals(minute(5), a1.milestones().get(AssignmentStatus.EN_ROUTE));
    }

    @Test
    void the_whole_way_has_every_milestone_once_and_uses_the_bed_up() {
        Incident incident = after(assigned("a1", "tinh", hold(HoldState.FIRM)));
        AssignmentStatus[] way = {
            AssignmentStatus.ACKNOWLEDGED,
            AssignmentStatus.EN_ROUTE,
            AssignmentStatus.ON_SCENE,
            AssignmentStatus.AT_PATIENT,
            AssignmentStatus.LEFT_SCENE,
            AssignmentStatus.AT_DESTINATION,
            AssignmentStatus.HANDED_OVER,
            AssignmentStatus.IN_SERVICE
        };
        for (int i = 0; i < way.length; i++) {
            incident = incident.after(pressed("a1", way[i], 4 + i));
        }
        Assignment a1 = assignment(incident);
        assertEquals(9, a1.milestones().size());
        assertEquals(HoldState.OCCUPIED, holdOf(a1));
        assertFalse(a1.isActive());
        assertEquals(List.of(), incident.activeAssignments());
    }

    @ParameterizedTest
    @EnumSource(
            value = AssignmentStatus.class,
            names = {"CANCELLED", "IN_SERVICE"})
    void a_unit_that_carries_nobody_gives_the_bed_back(AssignmentStatus over) {
        assertEquals(
                HoldState.RELEASED,
                holdOf(assignment(after(assigned("a1", "tinh", hold(HoldState.FIRM)), pressed("a1", over, 9)))));
    }

    @Test
    void a_decline_gives_the_bed_back_leaves_no_destination_and_is_remembered() {
        Assignment a1 = assignment(
                after(assigned("a1", "tinh", hold(HoldState.FIRM)), answered("a1", "tinh", PreArrivalAnswer.DECLINE)));
        assertTrue(a1.needsDestination());
        assertEquals(HoldState.REFUSED, holdOf(a1));
        assertEquals(Set.of("tinh"), a1.declinedBy());
        assertEquals("full", a1.answerReason());
    }

    @Test
    void another_destination_starts_afresh_and_still_knows_who_declined() {
        Assignment a1 = assignment(after(
                assigned("a1", "tinh", hold(HoldState.FIRM)),
                answered("a1", "tinh", PreArrivalAnswer.DECLINE),
                changed("a1", "huyen")));
        assertFalse(a1.needsDestination());
        assertEquals("huyen", a1.hospitalId());
        assertNull(a1.answer());
        assertEquals(HoldState.FIRM, holdOf(a1));
        assertEquals(Set.of("tinh"), a1.declinedBy());
        assertEquals(55, a1.plan().transport().toMinutes());
    }

    @Test
    void the_late_answer_of_a_former_destination_changes_nothing() {
        Incident diverted = after(assigned("a1", "tinh", hold(HoldState.FIRM)), changed("a1", "huyen"));
        assertEquals(
                assignment(diverted), assignment(diverted.after(answered("a1", "tinh", PreArrivalAnswer.DECLINE))));
    }

    @Test
    void a_yes_after_the_arrival_is_no_step_back() {
        Assignment a1 = assignment(after(
                assigned("a1", "tinh", hold(HoldState.FIRM)),
                pressed("a1", AssignmentStatus.AT_DESTINATION, 60),
                answered("a1", "tinh", PreArrivalAnswer.ACCEPT)));
        assertEquals(HoldState.ARRIVED, holdOf(a1));
    }

    @Test
    void an_expired_bed_is_gone_and_the_unit_still_goes_there() {
        Assignment a1 = assignment(after(assigned("a1", "tinh", hold(HoldState.CONFIRMED)), expired("a1", "tinh")));
        assertEquals(HoldState.EXPIRED, holdOf(a1));
        assertEquals("tinh", a1.hospitalId());
    }

    /** Written after an arrival only when somebody else has the bed; that one who arrived in time loses none is decided before. */
    @Test
    void a_bed_that_was_anothers_when_the_unit_arrived_is_gone() {
        Assignment a1 = assignment(after(
                assigned("a1", "tinh", hold(HoldState.FIRM)),
                pressed("a1", AssignmentStatus.AT_DESTINATION, 60),
                expired("a1", "tinh")));
        assertEquals(HoldState.EXPIRED, holdOf(a1));
    }

    @Test
    void a_bed_in_which_the_patient_lies_does_not_run_out() {
        Assignment a1 = assignment(after(
                assigned("a1", "tinh", hold(HoldState.FIRM)),
                pressed("a1", AssignmentStatus.AT_DESTINATION, 60),
                pressed("a1", AssignmentStatus.HANDED_OVER, 70),
                expired("a1", "tinh")));
        assertEquals(HoldState.OCCUPIED, holdOf(a1));
    }

    @Test
    void assignments_keep_the_order_in_which_they_were_made() {
        Incident incident = after(
                assigned("b9", null, null), assigned("a1", null, null), pressed("b9", AssignmentStatus.EN_ROUTE, 9));
        assertEquals(
                List.of("b9", "a1"),
                incident.assignments().stream().map(Assignment::callSign).toList());
    }

    @Test
    void merged_it_stands_aside_and_undone_it_stands_for_itself_again() {
        Incident merged = after(new MergedInto(id("other"), "2026-000002", minute(5), "operator"));
        assertEquals(IncidentStatus.MERGED, merged.status());
        assertEquals(id("other"), merged.mergedInto());
        Incident again = merged.after(new MergeUndone(id("other"), "2026-000002", minute(6), "operator"));
        assertTrue(again.isOpen());
        assertNull(again.mergedInto());
    }

    @Test
    void the_one_that_absorbed_lets_go_of_that_one_alone() {
        Incident absorbing = after(
                new IncidentAbsorbed(id("x"), "2026-000002", minute(5), "operator"),
                new IncidentAbsorbed(id("y"), "2026-000003", minute(6), "operator"));
        assertEquals(Set.of(id("x"), id("y")), absorbing.absorbed());
        Incident after = absorbing.after(new MergeUndone(id("x"), "2026-000002", minute(7), "operator"));
        assertEquals(Set.of(id("y")), after.absorbed());
        assertTrue(after.isOpen());
    }

    @Test
    void closed_it_says_how_it_ended() {
        Incident incident = after(closed());
        assertEquals(IncidentStatus.CLOSED, incident.status());
        assertEquals(Disposition.TRANSPORTED, incident.disposition());
    }

    @Test
    void reopened_it_is_in_nobodys_hands_and_says_no_more_how_it_ended() {
        Incident closed = after(
                        assigned("a1", "tinh", hold(HoldState.FIRM)), pressed("a1", AssignmentStatus.IN_SERVICE, 90))
                .after(closed());
        Incident again = closed.after(reopened());
        assertTrue(again.isOpen());
        assertNull(again.disposition());
        assertEquals(closed.assignments(), again.assignments(), "what has ended stays ended");
        assertEquals(closed.acknowledged(), again.acknowledged());
    }

    /** Who has taken notice after what happened, and in which minute. */
    static Stream<Arguments> whoHasTakenNotice() {
        return Stream.of(
                arguments("nobody yet", null, List.of()),
                arguments("the first one counts", "one 5", List.of(acknowledged("one", 5), acknowledged("other", 6))),
                arguments("whoever sends a unit", "operator 3", List.of(assigned("a1", null, null))),
                arguments(
                        "sending does not take it from whoever was first",
                        "one 2",
                        List.of(acknowledged("one", 2), assigned("a1", null, null))),
                arguments(
                        "a caller who tells nothing worse",
                        "one 5",
                        List.of(acknowledged("one", 5), joined(Priority.P2, 2), joined(Priority.P4, 0))),
                arguments(
                        "a caller who tells of worse rings again",
                        null,
                        List.of(acknowledged("one", 5), joined(Priority.P1, 2))),
                arguments(
                        "even when a unit is out, as it may need more",
                        null,
                        List.of(assigned("a1", null, null), joined(Priority.P1, 2))),
                arguments(
                        "and is taken notice of again",
                        "other 7",
                        List.of(acknowledged("one", 5), joined(Priority.P1, 2), acknowledged("other", 7))),
                arguments("a note is no notice: it may be written by one who waits", null, List.of(noted("rain"))),
                arguments("who reopens it has it before him", "operator 201", List.of(closed(), reopened())),
                arguments(
                        "merged and un-merged it is as it was",
                        null,
                        List.of(
                                new MergedInto(id("other"), "2026-000002", minute(5), "operator"),
                                new MergeUndone(id("other"), "2026-000002", minute(6), "operator"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("whoHasTakenNotice")
    void the_alarm_goes_on_until_somebody_takes_notice(String story, String who, List<IncidentEvent> events) {
        Acknowledgement acknowledged =
                after(events.toArray(IncidentEvent[]::new)).acknowledged();
        assertEquals(who, acknowledged == null ? null : acknowledged.by() + " " + minuteOf(acknowledged.at()));
    }

    private static long minuteOf(Instant at) {
        return Duration.between(minute(0), at).toMinutes();
    }

    @Test
    void a_note_changes_nothing_but_the_timeline() {
        Incident before = after(revised());
        Incident noted = before.after(noted("rain"));
        assertEquals(before.version() + 1, noted.version());
        assertEquals(before.priority(), noted.priority());
        assertEquals(before.patients(), noted.patients());
        assertEquals(before.status(), noted.status());
    }

    @Test
    void an_incident_is_a_value_and_what_came_before_is_untouched() {
        Incident before = after();
        Incident now = before.after(revised());
        assertNotEquals(before, now);
        assertEquals(1, before.version());
    }

    private static Incident after(IncidentEvent... events) {
        return Incident.fold(
                id("i"),
                Stream.concat(Stream.of(opened()), Arrays.stream(events)).toList());
    }

    private static Assignment assignment(Incident incident) {
        return incident.assignments().get(0);
    }

    private static HoldState holdOf(Assignment assignment) {
        var hold = assignment.hold();
        if (hold == null) {
            throw new AssertionError("no hold in " + assignment);
        }
        return hold.state();
    }
}
