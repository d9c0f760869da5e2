package rescue.routing.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairMemoryTest {

    private static final long SEED = 42;
    private static final int BIGGEST = (1 << 29) - 1;

    @Test
    void nothing_is_known_of_a_pair_that_was_never_told_zeroes_included() {
        PairMemory memory = new PairMemory();
        assertEquals(PairMemory.UNKNOWN, memory.find(0, 0));
        memory.put(3, 5, 0);
        assertEquals(0, memory.find(3, 5));
        assertEquals(PairMemory.UNKNOWN, memory.find(5, 3));
    }

    @Test
    void the_biggest_numbers_and_values_come_back() {
        PairMemory memory = new PairMemory();
        memory.put(BIGGEST, BIGGEST, 62);
        assertEquals(62, memory.find(BIGGEST, BIGGEST));
    }

    @Test
    void of_more_pairs_than_there_is_room_for_some_are_forgotten_and_none_is_wrong() {
        PairMemory memory = new PairMemory();
        Random random = new Random(SEED);
        Map<Long, Integer> told = new HashMap<>();
        for (int i = 0; i < 500_000; i++) {
            int a = random.nextInt(1_000);
            int b = random.nextInt(1_000);
            int value = told.computeIfAbsent((long) a << 32 | b, pair -> random.nextInt(63));
            memory.put(a, b, value);
            assertEquals(value, memory.find(a, b), () -> "seed " + SEED);
        }
        long forgotten = told.entrySet().stream()
                .filter(pair -> {
                    int found = memory.find(
                            (int) (pair.getKey() >> 32), pair.getKey().intValue());
                    assertEquals(found == PairMemory.UNKNOWN ? found : (int) pair.getValue(), found, "seed " + SEED);
                    return found == PairMemory.UNKNOWN;
                })
                .count();
        assertTrue(forgotten > 0, "this test needs more pairs than that");
    }
}
