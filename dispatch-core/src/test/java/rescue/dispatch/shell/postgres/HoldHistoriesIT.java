package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of promised beds on a real PostgreSQL: sent, answered, diverted, arrived, handed over, stood down, run out,
 * counted anew and lower, in any order. After every step each bed is where a plain model says. A failure names its seed and
 * tells the steps; {@code -Dholds.seed=N} plays it again, {@code -Dholds.histories=N} plays more.
 */
class HoldHistoriesIT {

    private static final int STEPS = 80;

    private static final long HISTORIES = Long.getLong("holds.histories", 12);

    private static TestShell shell;
    private static int full;
    private static int lowered;

    @BeforeAll
    static void connect() {
        shell = new TestShell();
    }

    /** Histories in which no ward was ever full, or never below what it had promised, would say little. */
    @AfterAll
    static void disconnect() {
        shell.close();
        if (Long.getLong("holds.seed") == null) {
            assertTrue(full > 0 && lowered > 0, full + " refused, " + lowered + " lowered below what is held");
        }
    }

    static LongStream seeds() {
        Long one = Long.getLong("holds.seed");
        return one == null ? LongStream.rangeClosed(1, HISTORIES) : LongStream.of(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_bed_is_where_it_was_promised_after_every_step_and_none_stays_held(long seed) {
        var history = new HoldHistory(shell, seed);
        try {
            for (int step = 0; step < STEPS; step++) {
                history.step();
                history.check();
            }
            history.endAll();
            history.check();
            assertEquals(
                    List.of(0L, 0L), history.heldAndConflict(), "held, conflict: nothing is left when all is over");
        } catch (AssertionError failure) {
            throw new AssertionError("seed " + seed + ":\n" + history.told(), failure);
        }
        full += history.refusals();
        lowered += history.conflicts();
    }

    /** What the tests above rest on: a bed that is given away behind the rules is found. */
    @ParameterizedTest
    @MethodSource("tamperings")
    void a_bed_that_goes_astray_is_found(String tampering) {
        var history = new HoldHistory(shell, 4711);
        for (int step = 0; step < STEPS; step++) {
            history.step();
        }
        history.check();
        history.sendWhereABedIsFree();
        history.check();
        await(shell.pool.query(tampering.formatted(history.prefix())).execute());
        boolean found = false;
        try {
            history.check();
        } catch (AssertionError expected) {
            found = true;
        }
        assertTrue(found, tampering);
        history.forgetAll();
    }

    static List<String> tamperings() {
        return List.of(
                "UPDATE hospital_bed SET held = held + 1, conflict = conflict + 1 WHERE hospital_id LIKE '%s%%'",
                "UPDATE hospital_bed SET reported = reported + 1 WHERE hospital_id LIKE '%s%%'",
                "UPDATE bed_hold SET state = 'RELEASED' WHERE hospital_id LIKE '%s%%' AND state IN ('FIRM', 'CONFIRMED')"
                        + " AND expires_at > now()");
    }
}
