package rescue.dispatch.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of bad nights in seconds. One seed again: {@code -Dsimulation.seed=N -Dsimulation.seeds=1}; more:
 * {@code -Dsimulation.seeds=100000}.
 */
class SimulationTest {

    private static final int ACTS = 200;
    private static final long FIRST = Long.getLong("simulation.seed", 1);
    private static final long SEEDS = Long.getLong("simulation.seeds", 2_000);

    /** A fault that lets two incidents have one unit shows within far fewer runs than are made. */
    private static final long FOUND_WITHIN = 200;

    @Test
    void nothing_that_must_hold_is_broken_in_any_order_of_things() {
        long events = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            World world = new World(seed);
            try {
                world.run(ACTS);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
            events += world.events();
        }
        System.out.printf("%d seeds from %d, %d acts each, %d events written%n", SEEDS, FIRST, ACTS, events);
        assertTrue(events > SEEDS * ACTS / 4, "too little happened: " + events);
    }

    @Test
    void the_same_seed_is_the_same_night() {
        World one = new World(7);
        World two = new World(7);
        one.run(ACTS);
        two.run(ACTS);
        assertEquals(one.history(), two.history());

        World another = new World(8);
        another.run(ACTS);
        assertNotEquals(one.history(), another.history());
    }

    @Test
    void a_forgotten_claim_is_found() {
        OptionalLong found = LongStream.rangeClosed(1, FOUND_WITHIN)
                .filter(seed -> {
                    try {
                        new World(seed).withoutClaims().run(ACTS);
                        return false;
                    } catch (Invariants.Broken broken) {
                        return String.valueOf(broken.getMessage()).startsWith("two active assignments");
                    }
                })
                .findFirst();
        assertTrue(found.isPresent(), "no seed of " + FOUND_WITHIN + " shows two assignments of one unit");
    }
}
