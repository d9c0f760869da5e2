package rescue.routing.bench;

import java.util.function.IntConsumer;

/**
 * One way to answer the questions of an {@link Item}.
 *
 * @param name ours, or a peer's
 * @param prepare what must have happened before question number n is asked, outside the measured time
 * @param work the answer as one number, so that two designs can be compared and no compiler can leave it out
 * @param atMost how often it is asked in all: slow peers would eat the minutes
 * @param answers what its answers have to do with those of the first design
 */
public record Design(String name, IntConsumer prepare, Work work, int atMost, Answers answers) {

    /** How answers are compared. */
    public enum Answers {
        /** To the last bit; anything else ends the run. */
        THE_SAME,
        /** By how much they differ is told: a peer has its own rounding. */
        NEARLY,
        /** Not at all: it does other work beside. */
        OTHERS
    }

    /** Answers question number n with a number that sums it up: milliseconds of driving, as a rule. */
    @FunctionalInterface
    public interface Work {
        long answer(int question) throws Exception;
    }

    /** A design of ours. */
    public static Design of(String name, Work work) {
        return new Design(name, question -> {}, work, Integer.MAX_VALUE, Answers.THE_SAME);
    }

    /** A peer that has its own rounding. */
    public static Design peer(String name, int atMost, Work work) {
        return new Design(name, question -> {}, work, atMost, Answers.NEARLY);
    }

    /** The same, prepared before every question. */
    public Design prepared(IntConsumer before) {
        return new Design(name, before, work, atMost, answers);
    }

    /** The same, asked less often. */
    public Design atMost(int times) {
        return new Design(name, prepare, work, times, answers);
    }

    /** The same, its answers not compared. */
    public Design notCompared() {
        return new Design(name, prepare, work, atMost, Answers.OTHERS);
    }
}
