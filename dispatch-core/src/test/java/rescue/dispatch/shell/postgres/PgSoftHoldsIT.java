package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.SoftHold;

/** Beds that desks are choosing, on a real PostgreSQL. */
class PgSoftHoldsIT {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private static TestShell shell;
    private static PgSoftHolds holds;

    @BeforeAll
    static void open() {
        shell = new TestShell();
        holds = new PgSoftHolds(shell.pool);
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @Test
    void sixteen_desks_at_the_last_bed_one_has_it_and_all_see_who() {
        String hospital = shell.hospital("last", 1);
        List<UUID> incidents =
                Stream.generate(() -> shell.opened().id()).limit(16).toList();
        List<Future<Optional<SoftHold>>> asked =
                incidents.stream().map(each -> take(each, hospital)).toList();
        await(Future.all(asked));
        List<SoftHold> got =
                asked.stream().map(Future::result).flatMap(Optional::stream).toList();
        assertEquals(1, got.size(), got::toString);
        assertEquals(got, at(hospital));
        assertTrue(got.get(0).incidentNumber().matches("\\d{4}-\\d{6}"), got::toString);
    }

    @Test
    void whoever_sends_a_unit_has_the_bed_and_the_choice_is_over() {
        String hospital = shell.hospital("sent", 1);
        UUID choosing = shell.opened().id();
        UUID sending = shell.opened().id();
        assertTrue(await(take(choosing, hospital)).isPresent());
        shell.send(sending, shell.unit("S-1"), hospital, FAR_AHEAD);
        assertEquals(Optional.empty(), await(take(choosing, hospital)), "it is promised");
        assertEquals(List.of(), at(hospital));

        String other = shell.hospital("other", 2);
        assertTrue(await(take(choosing, other)).isPresent());
        shell.send(choosing, shell.unit("S-2"), other, FAR_AHEAD);
        assertEquals(List.of(), at(other), "her own unit has it now");
        assertEquals(1, held(other));
    }

    @Test
    void it_moves_runs_out_and_is_given_back_only_by_whoever_has_it() {
        String one = shell.hospital("one", 1);
        String two = shell.hospital("two", 1);
        UUID incident = shell.opened().id();
        UUID next = shell.opened().id();
        assertTrue(await(take(incident, one)).isPresent());
        assertTrue(await(take(incident, one)).isPresent(), "her own bed does not stand in her way");
        assertTrue(await(take(incident, two)).isPresent());
        assertEquals(List.of(), at(one));
        await(holds.giveBack(incident, "somebody else"));
        assertEquals(1, at(two).size());

        sql("UPDATE soft_hold SET expires_at = now() WHERE incident_id = '" + incident + "'");
        assertEquals(List.of(), at(two));
        assertTrue(await(take(next, two)).isPresent(), "what has run out is anybody's");
        await(holds.giveBack(next, "operator"));
        assertEquals(List.of(), at(two));
        assertTrue(await(take(incident, two)).isPresent());
        assertEquals(0, held(two), "a choice is no promise");
    }

    @Test
    void what_a_ward_never_reported_is_not_chosen_and_a_lapsed_promise_is_free() {
        String hospital = shell.hospital("lapsed", 1);
        UUID incident = shell.opened().id();
        assertEquals(Optional.empty(), await(holds.take(incident, hospital, BedKind.ICU, "operator")));
        shell.send(shell.opened().id(), shell.unit("L-1"), hospital, Instant.parse("2020-01-01T00:00:00Z"));
        assertTrue(await(take(incident, hospital)).isPresent());
    }

    private static Future<Optional<SoftHold>> take(UUID incident, String hospital) {
        return holds.take(incident, hospital, BedKind.EMERGENCY, "operator");
    }

    private static List<SoftHold> at(String hospital) {
        return await(holds.list()).stream()
                .filter(each -> each.hospitalId().equals(hospital))
                .toList();
    }

    private static int held(String hospital) {
        return await(shell.hospitals.find(hospital))
                .orElseThrow()
                .capacity()
                .findBeds(BedKind.EMERGENCY)
                .orElseThrow()
                .held();
    }

    private static void sql(String text) {
        await(shell.pool.query(text).execute());
    }
}
