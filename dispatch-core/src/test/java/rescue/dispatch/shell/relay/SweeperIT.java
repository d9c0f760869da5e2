package rescue.dispatch.shell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.flow.ExpireHolds;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.HoldExpired;
import rescue.dispatch.incident.IncidentEvent.UnitStatusRecorded;
import rescue.dispatch.incident.TimelineEntry;
import rescue.dispatch.shell.postgres.TestShell;

/** A hold that runs out: the bed is free by the database's clock, and the timeline says so once. */
class SweeperIT {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private TestShell shell;
    private ExpireHolds expire;

    @BeforeEach
    void connect() {
        shell = new TestShell();
        expire = new ExpireHolds(shell.log, InstantSource.system(), () -> {});
        shell.hospital("BV1", 1);
    }

    @AfterEach
    void disconnect() {
        shell.close();
    }

    @Test
    void the_bed_is_free_before_anybody_sweeps_and_told_once_by_however_many_sweep() {
        UUID crash = shell.opened().id();
        shell.send(crash, shell.unit("A1"), "BV1", LONG_AGO);
        assertEquals(new BedCount(1, 0), beds(), "at once");
        await(Future.join(Stream.generate(expire::sweep).limit(8).toList()));
        await(expire.sweep());
        assertEquals(1, expiries(crash));
        assertEquals(new BedCount(1, 0), beds(), "given back once");
    }

    @Test
    void who_takes_the_bed_first_is_not_disturbed_by_the_sweep() {
        UUID late = shell.opened().id();
        shell.send(late, shell.unit("A1"), "BV1", LONG_AGO);
        UUID other = shell.opened().id();
        shell.send(other, shell.unit("A2"), "BV1", Instant.parse("2100-01-01T00:00:00Z"));
        assertEquals(new BedCount(1, 1), beds());
        await(expire.sweep());
        await(expire.sweep());
        assertEquals(List.of(1, 0), List.of(expiries(late), expiries(other)));
        assertEquals(new BedCount(1, 1), beds());
    }

    @Test
    void who_comes_late_and_finds_the_bed_given_away_is_told_so() {
        UUID late = shell.opened().id();
        UUID assignment = shell.send(late, shell.unit("A1"), "BV1", LONG_AGO);
        shell.send(shell.opened().id(), shell.unit("A2"), "BV1", Instant.parse("2100-01-01T00:00:00Z"));
        shell.append(
                late,
                new UnitStatusRecorded(
                        assignment, AssignmentStatus.AT_DESTINATION, NOW, "tablet", 1, null, NOW, "crew"));
        assertEquals(new BedCount(1, 1), beds());
        await(expire.sweep());
        await(expire.sweep());
        assertEquals(1, expiries(late));
        assertEquals(
                HoldState.EXPIRED,
                shell.incident(late)
                        .findAssignment(assignment)
                        .orElseThrow()
                        .hold()
                        .state());
        assertEquals(new BedCount(1, 1), beds(), "the other keeps it");
    }

    @Test
    void who_comes_late_and_whose_bed_nobody_took_has_it() {
        UUID late = shell.opened().id();
        UUID assignment = shell.send(late, shell.unit("A1"), "BV1", LONG_AGO);
        shell.append(
                late,
                new UnitStatusRecorded(
                        assignment, AssignmentStatus.AT_DESTINATION, NOW, "tablet", 2, null, NOW, "crew"));
        await(expire.sweep());
        assertEquals(0, expiries(late));
        assertEquals(new BedCount(1, 1), beds());
    }

    private BedCount beds() {
        return await(shell.hospitals.find("BV1"))
                .orElseThrow()
                .capacity()
                .findBeds(BedKind.EMERGENCY)
                .orElseThrow();
    }

    private int expiries(UUID incident) {
        Stream<IncidentEvent> events =
                shell.incident(incident).timeline().stream().map(TimelineEntry::event);
        return (int) events.filter(HoldExpired.class::isInstance).count();
    }
}
