package rescue.routing.route;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A small number for each of many pairs of numbers, as far as there is room: where two pairs fall on one place, the later
 * one stays and the other has to be found out again. Thread-safe, for each entry is one word.
 */
final class PairMemory {

    /** Nothing is remembered of that pair. */
    static final int UNKNOWN = -1;

    /** 131,072 places, a megabyte: a province has some 400,000 pairs of roads that meet, and seldom drives over most. */
    private static final int PLACE_BITS = 17;

    /** Each of the two numbers has so many bits, which is enough for the edges of a continent; the value has what is left. */
    private static final int NUMBER_BITS = 29;

    private static final int VALUE_BITS = 64 - 2 * NUMBER_BITS;

    /** Knuth's multiplicative hashing: 2 to the 64th by the golden ratio. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final AtomicLongArray entries = new AtomicLongArray(1 << PLACE_BITS);

    /** The value of a pair, or {@link #UNKNOWN}. */
    int find(int a, int b) {
        long pair = pair(a, b);
        long entry = entries.getOpaque(place(pair));
        int value = (int) (entry & ((1 << VALUE_BITS) - 1));
        return value != 0 && entry >>> VALUE_BITS == pair ? value - 1 : UNKNOWN; // an empty entry has no value
    }

    /** Remembers a value from 0 to 62. */
    void put(int a, int b, int value) {
        long pair = pair(a, b);
        entries.setOpaque(place(pair), (pair << VALUE_BITS) | (value + 1));
    }

    private static long pair(int a, int b) {
        return ((long) a << NUMBER_BITS) | b;
    }

    private static int place(long pair) {
        return (int) ((pair * SPREAD) >>> (64 - PLACE_BITS));
    }
}
