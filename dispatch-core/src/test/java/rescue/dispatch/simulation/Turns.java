package rescue.dispatch.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Whose turn it is: whatever happens in a simulated world happens here, one thing after another, as the seed has it. */
final class Turns {

    private record Turn(long atMs, long tie, Runnable what) {}

    private final PriorityQueue<Turn> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Turn::atMs).thenComparingLong(Turn::tie));
    private final Instant begin;
    private final SplittableRandom chance;
    private long nowMs;
    private long count;

    Turns(Instant begin, SplittableRandom chance) {
        this.begin = begin;
        this.chance = chance;
    }

    /** What falls on the same millisecond takes turns by chance; the count makes it the same chance each time. */
    void in(long delayMs, Runnable what) {
        count++;
        waiting.add(new Turn(nowMs + delayMs, chance.nextLong() >>> 16 << 16 ^ count, what));
    }

    /** Takes the next turn; false when nothing will happen any more. */
    boolean next() {
        Turn turn = waiting.poll();
        if (turn == null) {
            return false;
        }
        nowMs = turn.atMs();
        turn.what().run();
        return true;
    }

    Instant now() {
        return begin.plusMillis(nowMs);
    }

    long nowMs() {
        return nowMs;
    }
}
