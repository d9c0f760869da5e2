package rescue.dispatch.shell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.incident.SampleEvents;
import rescue.dispatch.port.PreArrivalNotices.Notice;
import rescue.dispatch.shell.postgres.Fencing;
import rescue.dispatch.shell.postgres.PgParked;
import rescue.dispatch.shell.postgres.TestShell;
import rescue.dispatch.story.Samples;

/** Every destination is told of every assignment on its way to it, however often something fails on the way. */
class HospitalTellerIT {

    private static TestShell shell;

    private final List<Notice> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final PgParked parked = new PgParked(shell.pool);
    private HospitalTeller teller;

    @BeforeAll
    static void connect() {
        shell = new TestShell();
        shell.hospital("BV1", 9);
        shell.hospital("BV2", 9);
    }

    @AfterAll
    static void disconnect() {
        shell.close();
    }

    @BeforeEach
    void hire() {
        teller = teller(Fencing.NONE);
        tell();
        told.clear();
    }

    @Test
    void each_assignment_has_its_own_destination_told() {
        UUID crash = shell.opened().id();
        shell.send(crash, shell.unit("A1"), "BV1", null);
        shell.send(crash, shell.unit("A2"), "BV2", null);
        shell.send(crash, shell.unit("A3"), null, null);
        tell();
        assertEquals(List.of("A1>BV1", "A2>BV2"), who());
    }

    @Test
    void a_hospital_that_reports_its_beds_holds_up_nobody() {
        shell.hospital("BV3", 4);
        shell.send(shell.opened().id(), shell.unit("B1"), "BV1", null);
        tell();
        assertEquals(List.of("B1>BV1"), who());
    }

    @Test
    void one_more_caller_who_saw_more_injured_is_passed_on() {
        UUID crash = shell.opened().id();
        shell.send(crash, shell.unit("C1"), "BV1", null);
        tell();
        told.clear();
        await(shell.log.receive(
                new rescue.dispatch.port.IncidentLog.IdempotencyKey("C1 again", "body"),
                shell.nextAlert(),
                around -> new rescue.dispatch.alert.IntakeOutcome.Joins(crash, 12.5),
                (outcome, ids) -> SampleEvents.joined(Priority.P1, 4)));
        tell();
        assertEquals(List.of("C1>BV1"), who());
        assertEquals(4, told.get(0).injured());
        assertEquals(Priority.P1, told.get(0).priority());
    }

    @Test
    void what_could_not_be_told_is_told_at_the_next_round() {
        away.set(true);
        shell.send(shell.opened().id(), shell.unit("D1"), "BV1", null);
        number();
        assertThrows(AssertionError.class, () -> await(teller.tell()));
        assertThrows(AssertionError.class, () -> await(teller.tell()));
        away.set(false);
        tell();
        assertEquals(List.of("D1>BV1"), who());
        tell();
        assertEquals(List.of("D1>BV1"), who(), "and not again");
    }

    @Test
    void told_again_after_a_crash_is_the_same_notice_and_noted_once() {
        UUID crash = shell.opened().id();
        shell.send(crash, shell.unit("E1"), "BV2", null);
        tell();
        long seq = await(shell.feed.last());
        await(shell.pool
                .query("UPDATE relay_position SET seq = " + (seq - 1) + " WHERE relay = 'hospitals'")
                .execute());
        tell();
        assertEquals(2, told.size());
        assertEquals(told.get(0), told.get(1));
        assertEquals(1L, shell.value("SELECT count(*) FROM delivery WHERE seq = " + seq));
    }

    @Test
    void who_was_stood_down_is_announced_no_more() {
        UUID crash = shell.opened().id();
        UUID sent = shell.send(crash, shell.unit("F1"), "BV1", null);
        tell();
        told.clear();
        shell.append(
                crash,
                new rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded(
                        sent, AssignmentStatus.CANCELLED, Samples.NOW, "F1's tablet", 1, null, Samples.NOW, "crew"));
        tell();
        assertEquals(List.of(), who());
    }

    @Test
    void more_than_a_batch_is_told_in_one_round() {
        await(shell.pool
                .query("INSERT INTO change (kind, subject) SELECT 'unit', 'u' || i FROM generate_series(1, 250) AS i")
                .execute());
        shell.send(shell.opened().id(), shell.unit("G1"), "BV1", null);
        tell();
        assertEquals(List.of("G1>BV1"), who());
        assertTrue(told.get(0).version() > 1);
    }

    @Test
    void one_that_cannot_be_told_is_set_aside_after_five_tries_and_the_others_flow() {
        await(shell.pool
                .query("INSERT INTO change (kind, subject, version, event_type, hospital_ids)"
                        + " VALUES ('incident', 'no incident at all', 1, 'UnitAssigned', '{BV1}')")
                .execute());
        shell.send(shell.opened().id(), shell.unit("H1"), "BV1", null);
        number();
        for (int i = 1; i < PgParked.TRIES_MAX; i++) {
            assertThrows(AssertionError.class, () -> await(teller.tell()));
            assertEquals(List.of(), who());
            assertEquals(List.of(), await(parked.list()), "it may be the weather");
        }
        await(teller.tell());
        assertEquals(List.of("H1>BV1"), who());
        PgParked.Parked one = await(parked.list()).get(0);
        assertEquals("hospitals", one.relay());
        assertTrue(one.reason().contains("UUID"), one.reason());

        shell.send(shell.opened().id(), shell.unit("H2"), "BV2", null);
        tell();
        assertEquals(List.of("H1>BV1", "H2>BV2"), who());
        assertEquals(1, await(parked.list()).size());
    }

    @Test
    void a_database_that_is_away_sets_nothing_aside() {
        shell.send(shell.opened().id(), shell.unit("I1"), "BV1", null);
        number();
        gone.set(true);
        for (int i = 0; i <= PgParked.TRIES_MAX; i++) {
            assertThrows(AssertionError.class, () -> await(teller.tell()));
        }
        gone.set(false);
        tell();
        assertEquals(List.of("I1>BV1"), who());
    }

    @Test
    void who_is_no_longer_in_charge_moves_nothing_on() {
        shell.send(shell.opened().id(), shell.unit("J1"), "BV1", null);
        number();
        long before = await(shell.feed.position("hospitals"));
        HospitalTeller yesterdays = teller(tx -> Future.failedFuture(new Fencing.Fenced("another node tells")));
        assertThrows(AssertionError.class, () -> await(yesterdays.tell()));
        assertEquals(before, await(shell.feed.position("hospitals")));
        tell();
        assertEquals(List.of("J1>BV1"), who());
    }

    private HospitalTeller teller(Fencing fencing) {
        return new HospitalTeller(
                shell.feed,
                shell.log,
                notice -> {
                    if (gone.get()) {
                        return Future.failedFuture(new java.net.ConnectException("refused"));
                    }
                    if (away.get()) {
                        return Future.failedFuture("the hospitals' tables are away");
                    }
                    told.add(notice);
                    return Future.succeededFuture();
                },
                parked,
                fencing);
    }

    private void tell() {
        number();
        await(teller.tell());
    }

    private static void number() {
        while (await(shell.feed.number()) > 0 || (Long) shell.value("SELECT count(*) FROM change") > 0) {
            Thread.onSpinWait();
        }
    }

    /** Each once: the same notice may come any number of times. */
    private List<String> who() {
        return told.stream()
                .map(notice -> notice.callSign() + ">" + notice.hospitalId())
                .distinct()
                .sorted()
                .toList();
    }
}
