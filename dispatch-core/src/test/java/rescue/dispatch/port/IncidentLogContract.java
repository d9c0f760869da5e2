package rescue.dispatch.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.story.Samples.EMERGENCY_CARE;
import static rescue.dispatch.story.Samples.northOf;
import static rescue.dispatch.story.Samples.placement;
import static rescue.dispatch.story.Samples.plan;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertIntake;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.AlertSource;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.ToldPlace;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.closure.Disposition;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.PreArrivalAnswer;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.DestinationChanged;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.IncidentAbsorbed;
import rescue.dispatch.incident.IncidentEvent.IncidentClosed;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.IncidentReopened;
import rescue.dispatch.incident.IncidentEvent.IncidentRevised;
import rescue.dispatch.incident.IncidentEvent.MergedInto;
import rescue.dispatch.incident.IncidentEvent.PatientRecorded;
import rescue.dispatch.incident.IncidentEvent.PreArrivalAnswered;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.port.Appended.Done;
import rescue.dispatch.port.Appended.NoBed;
import rescue.dispatch.port.Appended.PressRepeated;
import rescue.dispatch.port.Appended.Stale;
import rescue.dispatch.port.Appended.UnitTaken;
import rescue.dispatch.port.IncidentLog.Entry;
import rescue.dispatch.port.IncidentLog.ExpiredHold;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.Receipt;
import rescue.dispatch.road.VehicleClass;

/**
 * What every {@link IncidentLog} must keep, in memory or in PostgreSQL. Whoever implements it extends this class and says
 * how units and hospitals come into its world. Ids and places are new in each test, so a world may be shared by them.
 */
public abstract class IncidentLogContract {

    /** The world around a log. */
    protected interface World {

        IncidentLog log();

        /** A unit that is free and in service. */
        void unit(String unitId);

        /** A hospital that has just said how many such beds it has. */
        void hospital(String hospitalId, BedKind kind, int beds);

        /** How many of its beds are promised to units now. */
        int held(String hospitalId, BedKind kind);
    }

    private static final BedKind KIND = BedKind.EMERGENCY;

    /** How many try at once. */
    private static final int CROWD = 16;

    private static final Instant RECEIVED = Instant.parse("2026-07-02T09:30:00Z");

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private World world;

    private IncidentLog log;

    protected abstract World world();

    @BeforeEach
    void enterTheWorld() {
        world = world();
        log = world.log();
    }

    @Test
    void an_alert_is_there_once_it_is_acknowledged() {
        Receipt receipt = received("k" + UUID.randomUUID(), alert(somewhere()));
        Incident incident = found(receipt.incidentId());
        assertEquals(receipt.incidentNumber(), incident.number());
        assertEquals(receipt.alertId(), incident.firstAlert().id());
        assertEquals(1, incident.version());
        assertFalse(receipt.repeated());
    }

    @Test
    void the_same_key_again_gives_the_same_receipt_and_opens_nothing() {
        String key = "k" + UUID.randomUUID();
        LatLon spot = somewhere();
        Receipt first = received(key, alert(spot));
        Receipt again = received(key, alert(spot));
        assertEquals(
                new Receipt(first.alertId(), first.incidentId(), first.incidentNumber(), first.trackingCode(), true),
                again);
        assertEquals(1, found(first.incidentId()).version());
    }

    @Test
    void what_is_told_beside_a_transfer_is_about_something_else() {
        String from = "from-" + UUID.randomUUID();
        String to = "to-" + UUID.randomUUID();
        world.hospital(from, KIND, 1);
        world.hospital(to, KIND, 1);
        LatLon gate = somewhere();
        Receipt transfer = received("k" + UUID.randomUUID(), alert(gate, asked(from, to)));
        Receipt call = received("k" + UUID.randomUUID(), alert(gate));
        assertNotEquals(transfer.incidentId(), call.incidentId());
        assertEquals(List.of(), found(call.incidentId()).perhapsTheSameAs());
        assertEquals(to, found(transfer.incidentId()).transfer().toId());
    }

    private static TransferRequest asked(String from, String to) {
        return new TransferRequest(from, from, to, to, Patient.counted(TriageCategory.RED, null), KIND, Set.of(), null);
    }

    @Test
    void the_same_key_for_another_body_is_refused() {
        String key = "k" + UUID.randomUUID();
        received(key, alert(somewhere()));
        assertInstanceOf(IncidentLog.Received.KeyReused.class, await(receive(key, "another body", alert(somewhere()))));
    }

    @Test
    void the_same_key_at_the_same_moment_counts_once() {
        String key = "k" + UUID.randomUUID();
        Alert alert = alert(somewhere());
        List<Receipt> receipts = Stream.generate(() -> receive(key, "body", alert)).limit(CROWD).toList().stream()
                .map(IncidentLogContract::receipt)
                .toList();
        assertEquals(1, receipts.stream().map(Receipt::incidentId).distinct().count());
        assertEquals(1, receipts.stream().filter(receipt -> !receipt.repeated()).count());
        assertEquals(1, found(receipts.get(0).incidentId()).alerts().size());
    }

    @Test
    void every_incident_has_its_own_number_and_tracking_code() {
        Receipt one = received("k" + UUID.randomUUID(), alert(somewhere()));
        Receipt other = received("k" + UUID.randomUUID(), alert(somewhere()));
        assertNotEquals(one.incidentNumber(), other.incidentNumber());
        assertNotEquals(one.trackingCode(), other.trackingCode());
        assertEquals(
                other.incidentId(),
                found(log.findByTrackingCode(other.trackingCode())).id());
    }

    @Test
    void two_calls_about_one_accident_open_it_once() {
        LatLon spot = somewhere();
        Receipt first = received("k" + UUID.randomUUID(), alert(spot));
        Receipt second = received("k" + UUID.randomUUID(), alert(northOf(spot, 100)));
        assertEquals(first.incidentId(), second.incidentId());
        assertEquals(first.incidentNumber(), second.incidentNumber());
        assertEquals(first.trackingCode(), second.trackingCode());
        assertNotEquals(first.alertId(), second.alertId());
        assertEquals(2, found(first.incidentId()).alerts().size());
    }

    @Test
    void many_calls_about_one_accident_at_one_moment_open_it_once() {
        LatLon spot = somewhere();
        List<Future<IncidentLog.Received>> calls = Stream.generate(
                        () -> receive("k" + UUID.randomUUID(), "body", alert(spot)))
                .limit(CROWD)
                .toList();
        List<UUID> incidents = calls.stream()
                .map(call -> receipt(call).incidentId())
                .distinct()
                .toList();
        assertEquals(1, incidents.size());
        assertEquals(CROWD, found(incidents.get(0)).alerts().size());
        assertEquals(CROWD, found(incidents.get(0)).version());
    }

    @Test
    void what_is_near_and_open_is_offered_to_a_new_alert_and_nothing_else() {
        LatLon spot = somewhere();
        Receipt near = received("k" + UUID.randomUUID(), alert(northOf(spot, 400)));
        received("k" + UUID.randomUUID(), alert(northOf(spot, 5_000)));
        Incident over = opened(northOf(spot, -450));
        done(over, new IncidentClosed(Disposition.FALSE_ALARM, null, RECEIVED, "operator"));
        List<UUID> offered = new ArrayList<>();
        Alert alert = alert(spot);
        await(log.receive(
                new IdempotencyKey("k" + UUID.randomUUID(), "body"),
                alert,
                around -> {
                    offered.clear();
                    around.stream()
                            .filter(open -> AlertIntake.isAround(spot, open.at()))
                            .forEach(open -> offered.add(open.id()));
                    return AlertIntake.decide(alert, around);
                },
                (outcome, ids) -> event(alert, outcome, ids)));
        assertEquals(List.of(near.incidentId()), offered);
    }

    @Test
    void an_alert_without_a_place_is_taken_all_the_same() {
        Receipt receipt = received("k" + UUID.randomUUID(), alert(null));
        assertEquals(null, found(receipt.incidentId()).placement().located());
    }

    @Test
    void what_was_appended_is_read_back_as_it_was_written() {
        Incident incident = opened(somewhere());
        var revised = new IncidentRevised(
                Priority.P1, null, null, List.of(rescue.dispatch.story.Samples.RED), EMERGENCY_CARE, RECEIVED, "op");
        done(incident, revised);
        assertEquals(incident.after(revised), found(incident.id()));
    }

    @Test
    void who_saw_an_older_version_is_told_and_nothing_is_written() {
        Incident incident = opened(somewhere());
        done(incident, urgency(Priority.P1));
        assertInstanceOf(Stale.class, append(incident, urgency(Priority.P4)));
        assertEquals(Priority.P1, found(incident.id()).priority());
        assertEquals(2, found(incident.id()).version());
    }

    @Test
    void of_many_next_events_exactly_one_is_the_next() {
        Incident incident = opened(somewhere());
        List<Appended> answers = atOnce(Stream.generate(() -> entry(incident, urgency(Priority.P3))));
        assertEquals(1, answers.stream().filter(Done.class::isInstance).count());
        assertEquals(CROWD - 1, answers.stream().filter(Stale.class::isInstance).count());
        assertEquals(2, found(incident.id()).version());
    }

    @Test
    void one_unit_one_incident_and_the_loser_is_told_who_won() {
        String unit = unit();
        Incident first = opened(somewhere());
        Incident second = opened(somewhere());
        done(first, assigned(unit, null, null));
        assertEquals(new UnitTaken(unit, first.id(), first.number()), append(second, assigned(unit, null, null)));
        assertEquals(List.of(), found(second.id()).assignments());
        assertEquals(1, found(second.id()).version());
    }

    @Test
    void of_many_who_send_one_unit_exactly_one_sends_it() {
        String unit = unit();
        List<Incident> incidents =
                Stream.generate(() -> opened(somewhere())).limit(CROWD).toList();
        List<Appended> answers =
                atOnce(incidents.stream().map(incident -> entry(incident, assigned(unit, null, null))));
        assertEquals(1, answers.stream().filter(Done.class::isInstance).count());
        assertEquals(
                CROWD - 1, answers.stream().filter(UnitTaken.class::isInstance).count());
    }

    @Test
    void a_unit_that_is_free_again_can_be_sent_again() {
        for (AssignmentStatus over : List.of(AssignmentStatus.CANCELLED, AssignmentStatus.IN_SERVICE)) {
            String unit = unit();
            Incident first = opened(somewhere());
            UnitAssigned sent = assigned(unit, null, null);
            done(first, sent);
            done(found(first.id()), pressed(sent.assignmentId(), over));
            assertInstanceOf(Done.class, append(opened(somewhere()), assigned(unit, null, null)), over.name());
        }
    }

    @Test
    void a_bed_is_promised_once_and_the_loser_has_no_unit_either() {
        String hospital = hospital(1);
        String unit = unit();
        done(opened(somewhere()), assigned(unit(), hospital, hold(FAR_AHEAD)));
        Incident second = opened(somewhere());
        assertEquals(new NoBed(hospital), append(second, assigned(unit, hospital, hold(FAR_AHEAD))));
        assertEquals(1, found(second.id()).version());
        assertEquals(1, world.held(hospital, KIND));
        assertInstanceOf(Done.class, append(second, assigned(unit, null, null)), "the unit was not claimed");
    }

    @Test
    void of_many_who_want_the_last_bed_exactly_one_has_it() {
        String hospital = hospital(1);
        List<Entry> orders = Stream.generate(
                        () -> entry(opened(somewhere()), assigned(unit(), hospital, hold(FAR_AHEAD))))
                .limit(CROWD)
                .toList();
        List<Appended> answers = atOnce(orders.stream());
        assertEquals(1, answers.stream().filter(Done.class::isInstance).count());
        assertEquals(CROWD - 1, answers.stream().filter(NoBed.class::isInstance).count());
        assertEquals(1, world.held(hospital, KIND));
    }

    @Test
    void a_ride_of_several_has_a_bed_for_each_or_none_at_all() {
        String hospital = hospital(3);
        world.hospital(hospital, BedKind.ICU, 1);
        UnitAssigned sent =
                assigned(unit(), hospital, new Hold(BedKind.ICU, HoldState.FIRM, FAR_AHEAD, Map.of(KIND, 2)));
        Incident first = opened(somewhere());
        done(first, sent);
        assertEquals(2, world.held(hospital, KIND));
        assertEquals(1, world.held(hospital, BedKind.ICU));

        var two = new Hold(KIND, HoldState.FIRM, FAR_AHEAD, Map.of(KIND, 1));
        assertEquals(new NoBed(hospital), append(opened(somewhere()), assigned(unit(), hospital, two)));
        assertEquals(2, world.held(hospital, KIND), "half a ride holds nothing");
        done(found(first.id()), pressed(sent.assignmentId(), AssignmentStatus.CANCELLED));
        assertEquals(0, world.held(hospital, KIND));
        assertEquals(0, world.held(hospital, BedKind.ICU));
    }

    /** Some begin with the one kind and some with the other: who takes and who gives back must not wait for each other for ever. */
    @Test
    void many_rides_of_two_kinds_at_once_are_each_whole() {
        int beds = CROWD / 2;
        String hospital = hospital(beds);
        world.hospital(hospital, BedKind.ICU, beds);
        List<Entry> orders = IntStream.range(0, CROWD)
                .mapToObj(i -> i % 2 == 0 ? List.of(KIND, BedKind.ICU) : List.of(BedKind.ICU, KIND))
                .map(kinds -> new Hold(kinds.get(0), HoldState.FIRM, FAR_AHEAD, Map.of(kinds.get(1), 1)))
                .map(hold -> entry(opened(somewhere()), assigned(unit(), hospital, hold)))
                .toList();
        List<Appended> answers = atOnce(orders.stream());
        assertEquals(beds, answers.stream().filter(Done.class::isInstance).count());
        assertEquals(beds, answers.stream().filter(NoBed.class::isInstance).count());
        assertEquals(beds, world.held(hospital, KIND));
        assertEquals(beds, world.held(hospital, BedKind.ICU));

        List<Entry> home = orders.stream()
                .map(order -> found(order.incidentId()))
                .flatMap(incident -> incident.assignments().stream()
                        .map(each -> entry(incident, pressed(each.id(), AssignmentStatus.CANCELLED))))
                .toList();
        assertTrue(atOnce(home.stream()).stream().allMatch(Done.class::isInstance));
        assertEquals(0, world.held(hospital, KIND));
        assertEquals(0, world.held(hospital, BedKind.ICU));
    }

    @Test
    void as_many_as_there_are_beds_and_no_more() {
        String hospital = hospital(3);
        List<Entry> orders = Stream.generate(
                        () -> entry(opened(somewhere()), assigned(unit(), hospital, hold(FAR_AHEAD))))
                .limit(CROWD)
                .toList();
        assertEquals(
                3,
                atOnce(orders.stream()).stream().filter(Done.class::isInstance).count());
        assertEquals(3, world.held(hospital, KIND));
    }

    @Test
    void a_decline_gives_the_bed_back() {
        String hospital = hospital(1);
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), hospital, hold(FAR_AHEAD));
        done(incident, sent);
        done(
                found(incident.id()),
                new PreArrivalAnswered(
                        sent.assignmentId(), hospital, PreArrivalAnswer.DECLINE, "full", RECEIVED, "nurse"));
        assertEquals(0, world.held(hospital, KIND));
        assertInstanceOf(Done.class, append(opened(somewhere()), assigned(unit(), hospital, hold(FAR_AHEAD))));
    }

    @Test
    void standing_down_gives_the_bed_back() {
        String hospital = hospital(1);
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), hospital, hold(FAR_AHEAD));
        done(incident, sent);
        done(found(incident.id()), pressed(sent.assignmentId(), AssignmentStatus.CANCELLED));
        assertEquals(0, world.held(hospital, KIND));
    }

    @Test
    void another_destination_gives_the_old_bed_back_and_holds_the_new_one() {
        String from = hospital(1);
        String to = hospital(1);
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), from, hold(FAR_AHEAD));
        done(incident, sent);
        done(found(incident.id()), changed(sent, to));
        assertEquals(0, world.held(from, KIND));
        assertEquals(1, world.held(to, KIND));
    }

    @Test
    void another_destination_without_a_bed_leaves_all_as_it_was() {
        String from = hospital(1);
        String to = hospital(0);
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), from, hold(FAR_AHEAD));
        done(incident, sent);
        assertEquals(new NoBed(to), append(found(incident.id()), changed(sent, to)));
        assertEquals(1, world.held(from, KIND));
        assertEquals(2, found(incident.id()).version());
    }

    @Test
    void a_bed_whose_time_ran_out_is_free_and_listed_until_that_is_written_down() {
        String hospital = hospital(1);
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), hospital, hold(LONG_AGO));
        done(incident, sent);
        ExpiredHold expired = new ExpiredHold(incident.id(), sent.assignmentId(), hospital, LONG_AGO, false);
        assertTrue(await(log.listExpiredHolds(10_000)).contains(expired));
        assertInstanceOf(Done.class, append(opened(somewhere()), assigned(unit(), hospital, hold(FAR_AHEAD))));
        done(found(incident.id()), new HoldExpired(sent.assignmentId(), hospital, RECEIVED, "system"));
        assertFalse(isListedAsExpired(sent));
    }

    @Test
    void a_bed_whose_unit_has_arrived_does_not_run_out() {
        String hospital = hospital(1);
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), hospital, hold(LONG_AGO));
        done(incident, sent);
        done(found(incident.id()), pressed(sent.assignmentId(), AssignmentStatus.AT_DESTINATION));
        assertFalse(isListedAsExpired(sent));
        assertEquals(1, world.held(hospital, KIND));
    }

    private boolean isListedAsExpired(UnitAssigned sent) {
        return await(log.listExpiredHolds(10_000)).stream()
                .anyMatch(each -> each.assignmentId().equals(sent.assignmentId()));
    }

    @Test
    void a_press_counts_once_even_on_another_assignment() {
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), null, null);
        done(incident, sent);
        UnitStatusRecorded press = pressed(sent.assignmentId(), AssignmentStatus.ACKNOWLEDGED);
        done(found(incident.id()), press);
        Incident other = opened(somewhere());
        UnitAssigned sentToo = assigned(unit(), null, null);
        done(other, sentToo);
        var again = new UnitStatusRecorded(
                sentToo.assignmentId(),
                AssignmentStatus.EN_ROUTE,
                RECEIVED,
                press.deviceId(),
                press.seq(),
                null,
                RECEIVED,
                "crew");
        assertInstanceOf(PressRepeated.class, append(found(other.id()), again));
        assertEquals(2, found(other.id()).version());
        assertEquals(
                Optional.of(new IncidentLog.RecordedPress(sent.assignmentId(), "ACKNOWLEDGED")),
                await(log.findPress(press.deviceId(), press.seq())));
    }

    @Test
    void several_entries_are_written_all_or_none() {
        Incident one = opened(somewhere());
        Incident other = opened(somewhere());
        var merged = new MergedInto(other.id(), other.number(), RECEIVED, "operator");
        var absorbed = new IncidentAbsorbed(one.id(), one.number(), RECEIVED, "operator");
        done(other, urgency(Priority.P1));
        assertInstanceOf(Stale.class, await(log.append(List.of(entry(one, merged), entry(other, absorbed)))));
        assertTrue(found(one.id()).isOpen());
        assertEquals(1, found(one.id()).version());
        assertInstanceOf(
                Done.class, await(log.append(List.of(entry(one, merged), entry(found(other.id()), absorbed)))));
        assertFalse(found(one.id()).isOpen());
        assertTrue(found(other.id()).absorbed().contains(one.id()));
    }

    @Test
    void the_open_ones_are_listed_most_urgent_first_then_oldest() {
        Incident later = opened(somewhere());
        Incident urgent = opened(somewhere());
        Incident over = opened(somewhere());
        done(urgent, urgency(Priority.P1));
        done(over, new IncidentClosed(Disposition.FALSE_ALARM, null, RECEIVED, "operator"));
        List<Incident> open = await(log.listOpen(100_000));
        List<UUID> ids = open.stream().map(Incident::id).toList();
        assertTrue(ids.indexOf(urgent.id()) >= 0 && ids.indexOf(urgent.id()) < ids.indexOf(later.id()));
        assertFalse(ids.contains(over.id()));
        assertEquals(
                open.stream()
                        .sorted(java.util.Comparator.comparing(Incident::priority)
                                .thenComparing(Incident::openedAt))
                        .map(incident -> incident.priority() + " " + incident.openedAt())
                        .toList(),
                open.stream()
                        .map(incident -> incident.priority() + " " + incident.openedAt())
                        .toList());
        assertEquals(1, await(log.listOpen(1)).size());
    }

    @Test
    void an_incident_is_found_by_its_assignment_and_what_is_not_there_is_empty() {
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), null, null);
        done(incident, sent);
        assertEquals(
                incident.id(), found(log.findByAssignment(sent.assignmentId())).id());
        assertEquals(Optional.empty(), await(log.find(UUID.randomUUID())));
        assertEquals(Optional.empty(), await(log.findByAssignment(UUID.randomUUID())));
        assertEquals(Optional.empty(), await(log.findByTrackingCode("nobody's")));
        assertEquals(Optional.empty(), await(log.findPress("nobody's", 1)));
    }

    @Test
    void a_number_counts_once_whatever_was_sent_under_it() {
        Incident incident = opened(somewhere());
        UnitAssigned sent = assigned(unit(), null, null);
        done(incident, sent);
        UnitStatusRecorded press = pressed(sent.assignmentId(), AssignmentStatus.ACKNOWLEDGED);
        done(found(incident.id()), press);
        var card = new PatientRecorded(
                sent.assignmentId(),
                rescue.dispatch.story.Samples.RED,
                Priority.P1,
                EMERGENCY_CARE,
                RECEIVED,
                press.deviceId(),
                press.seq(),
                RECEIVED,
                "crew");
        assertInstanceOf(PressRepeated.class, append(found(incident.id()), card));
        assertEquals(List.of(), found(incident.id()).patients());
        var next = new PatientRecorded(
                card.assignmentId(),
                card.patient(),
                card.priority(),
                card.needs(),
                RECEIVED,
                card.deviceId(),
                card.seq() + 1,
                RECEIVED,
                "crew");
        done(found(incident.id()), next);
        assertEquals(Priority.P1, found(incident.id()).priority());
        assertEquals(
                Optional.of(new IncidentLog.RecordedPress(sent.assignmentId(), "PATIENT")),
                await(log.findPress(next.deviceId(), next.seq())));
    }

    @Test
    void what_is_added_to_an_alert_joins_that_incident_once() {
        Incident incident = opened(somewhere());
        IdempotencyKey key = new IdempotencyKey("k" + UUID.randomUUID(), "body");
        AlertJoined more = more(Priority.P1);
        List<Future<Optional<IncidentLog.Received>>> tries = Stream.generate(
                        () -> log.join(key, more.alert(), incident.id(), more))
                .limit(CROWD)
                .toList();
        List<Receipt> receipts = tries.stream()
                .map(each -> receipt(Future.succeededFuture(await(each).orElseThrow())))
                .toList();
        assertEquals(1, receipts.stream().filter(receipt -> !receipt.repeated()).count());
        assertEquals(
                List.of(incident.id()),
                receipts.stream().map(Receipt::incidentId).distinct().toList());
        Incident now = found(incident.id());
        assertEquals(2, now.alerts().size());
        assertEquals(2, now.version());
        assertEquals(Priority.P1, now.priority());
        assertEquals(incident.told(), now.told(), "it said nothing of the place");
        assertInstanceOf(
                IncidentLog.Received.KeyReused.class,
                await(log.join(new IdempotencyKey(key.key(), "another"), more.alert(), incident.id(), more))
                        .orElseThrow());
    }

    @Test
    void nothing_is_added_to_what_is_over_but_what_was_added_before_is_answered_as_before() {
        Incident incident = opened(somewhere());
        IdempotencyKey key = new IdempotencyKey("k" + UUID.randomUUID(), "body");
        AlertJoined before = more(Priority.P3);
        await(log.join(key, before.alert(), incident.id(), before));
        done(found(incident.id()), new IncidentClosed(Disposition.TRANSPORTED, null, RECEIVED, "operator"));
        AlertJoined late = more(Priority.P1);
        IdempotencyKey next = new IdempotencyKey("k" + UUID.randomUUID(), "body");
        assertEquals(Optional.empty(), await(log.join(next, late.alert(), incident.id(), late)));
        assertTrue(receipt(Future.succeededFuture(await(log.join(key, before.alert(), incident.id(), before))
                        .orElseThrow()))
                .repeated());
        assertEquals(3, found(incident.id()).version());
        assertEquals(Optional.empty(), await(log.join(next, late.alert(), UUID.randomUUID(), late)));
    }

    // -- what the stories above are made of

    private static AlertJoined more(Priority priority) {
        Alert alert = alert(null);
        return new AlertJoined(alert, 0, priority, EMERGENCY_CARE, RECEIVED, "public");
    }

    private Future<IncidentLog.Received> receive(String key, String body, Alert alert) {
        return log.receive(
                new IdempotencyKey(key, body),
                alert,
                around -> AlertIntake.decide(alert, around),
                (outcome, ids) -> event(alert, outcome, ids));
    }

    private static IncidentEvent event(
            Alert alert, rescue.dispatch.alert.IntakeOutcome outcome, IncidentLog.NewIncident ids) {
        return outcome.fold(
                joins -> new AlertJoined(
                        alert, joins.distanceM(), Priority.P2, EMERGENCY_CARE, alert.receivedAt(), "public"),
                opens -> new IncidentOpened(
                        ids.number(),
                        ids.trackingCode(),
                        alert,
                        Priority.P2,
                        EMERGENCY_CARE,
                        opens.perhapsTheSameAs(),
                        alert.receivedAt(),
                        "public"));
    }

    private Receipt received(String key, Alert alert) {
        return receipt(receive(key, "body", alert));
    }

    private static Receipt receipt(Future<IncidentLog.Received> received) {
        return await(received).fold(IncidentLog.Received.Accepted::receipt, reused -> {
            throw new AssertionError("the key was new");
        });
    }

    private Incident opened(LatLon at) {
        return found(received("k" + UUID.randomUUID(), alert(at)).incidentId());
    }

    private Incident found(UUID id) {
        return found(log.find(id));
    }

    private static Incident found(Future<Optional<Incident>> incident) {
        return await(incident).orElseThrow();
    }

    private Appended append(Incident incident, IncidentEvent event) {
        return await(log.append(List.of(entry(incident, event))));
    }

    private void done(Incident incident, IncidentEvent event) {
        assertInstanceOf(Done.class, append(incident, event));
    }

    /** All are asked before the first answer is waited for. */
    private List<Appended> atOnce(Stream<Entry> entries) {
        List<Future<Appended>> asked = entries.limit(CROWD).toList().stream()
                .map(entry -> log.append(List.of(entry)))
                .toList();
        return asked.stream().map(IncidentLogContract::await).toList();
    }

    private static Entry entry(Incident incident, IncidentEvent event) {
        return new Entry(incident.id(), incident.version(), event);
    }

    private String unit() {
        String unit = "u-" + UUID.randomUUID();
        world.unit(unit);
        return unit;
    }

    private String hospital(int beds) {
        String hospital = "h-" + UUID.randomUUID();
        world.hospital(hospital, KIND, beds);
        return hospital;
    }

    private static Hold hold(Instant expiresAt) {
        return new Hold(KIND, HoldState.FIRM, expiresAt);
    }

    private static IncidentRevised urgency(Priority priority) {
        return new IncidentRevised(priority, null, null, null, null, RECEIVED, "operator");
    }

    private static UnitAssigned assigned(String unit, @Nullable String hospital, @Nullable Hold hold) {
        return new UnitAssigned(
                UUID.randomUUID(),
                unit,
                unit,
                VehicleClass.AMBULANCE,
                hospital,
                hospital,
                hold,
                plan(40),
                null,
                RECEIVED,
                "operator");
    }

    @Test
    void an_incident_that_is_reopened_is_in_the_queue_again_and_offered_to_neighbours() {
        LatLon spot = somewhere();
        Incident incident = opened(spot);
        done(incident, new IncidentClosed(Disposition.FALSE_ALARM, null, RECEIVED, "operator"));
        assertFalse(isInQueue(incident));
        done(found(incident.id()), new IncidentReopened("not over", RECEIVED, "operator"));
        assertTrue(isInQueue(incident));
        assertTrue(found(incident.id()).isOpen());
        Receipt next = received("k" + UUID.randomUUID(), alert(northOf(spot, 100)));
        assertEquals(incident.id(), next.incidentId(), "one more caller about it joins it");
    }

    private boolean isInQueue(Incident incident) {
        return await(log.listOpen(100_000)).stream().anyMatch(open -> open.id().equals(incident.id()));
    }

    private static DestinationChanged changed(UnitAssigned sent, String hospital) {
        return new DestinationChanged(
                sent.assignmentId(), hospital, hospital, hold(FAR_AHEAD), plan(30), "nearer", RECEIVED, "operator");
    }

    private static UnitStatusRecorded pressed(UUID assignment, AssignmentStatus status) {
        return new UnitStatusRecorded(
                assignment, status, RECEIVED, "tablet-" + UUID.randomUUID(), 1, null, RECEIVED, "crew");
    }

    private static Alert alert(@Nullable LatLon at) {
        return alert(at, null);
    }

    private static Alert alert(@Nullable LatLon at, @Nullable TransferRequest transfer) {
        return new Alert(
                UUID.randomUUID(),
                AlertSource.PHONE,
                AlertKind.TRAFFIC_COLLISION,
                null,
                at == null ? ToldPlace.NONE : new ToldPlace(at.lat(), at.lon(), null, null, null, null),
                placement(at),
                null,
                null,
                null,
                null,
                null,
                RECEIVED,
                transfer);
    }

    /** Where no other test is. */
    private static LatLon somewhere() {
        UUID chance = UUID.randomUUID();
        return new LatLon(
                Math.floorMod(chance.getMostSignificantBits(), 600_000) / 10_000.0,
                Math.floorMod(chance.getLeastSignificantBits(), 1_700_000) / 10_000.0);
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
