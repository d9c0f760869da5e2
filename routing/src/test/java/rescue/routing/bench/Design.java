package rescue.routing.bench;

import java.util.function.IntConsumer;

/**
 * One way to answer the questions of an {@link Item}.
 *
 * @param name ours, or a peer's
 * @param prepare what must have happened before question number n is asked, outside the measured time
 * @param work the answer as one number, so that two designs can be compared and no compiler can leave it out
 * @param atMost how often it is asked in all: slow peers would eat the minutes
 * @param exact whether its answers must be those of the first design to the last bit; a peer that rounds otherwise may differ
 */
public record Design(String name, IntConsumer prepare, Work work, int atMost, boolean exact) {

    /** Answers question number n with a number that sums it up: milliseconds of driving, as a rule. */
    @FunctionalInterface
    public interface Work {
        long answer(int question) throws Exception;
    }

    /** A design of ours. */
    public static Design of(String name, Work work) {
        return new Design(name, question -> {}, work, Integer.MAX_VALUE, true);
    }

    /** A peer that has its own rounding. */
    public static Design peer(String name, int atMost, Work work) {
        return new Design(name, question -> {}, work, atMost, false);
    }

    /** The same, prepared before every question. */
    public Design prepared(IntConsumer before) {
        return new Design(name, before, work, atMost, exact);
    }

    /** The same, asked less often. */
    public Design atMost(int times) {
        return new Design(name, prepare, work, times, exact);
    }

    /** The same, its answers not compared: it does the work of another item on the way. */
    public Design notCompared() {
        return new Design(name, prepare, work, atMost, false);
    }
}
