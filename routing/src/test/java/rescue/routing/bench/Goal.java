package rescue.routing.bench;

import java.util.Locale;

/**
 * A promise about one design of an item.
 *
 * @param design whose figure is looked at
 * @param figure which one: p50, p99, or how many times the first design's median it takes
 * @param limit milliseconds or whatever the figure's unit is at most, or times at least
 */
public record Goal(String design, Figure figure, double limit) {

    /** What is looked at. */
    public enum Figure {
        P50_MS,
        P99_MS,
        TIMES_OURS,
        VALUE
    }

    /** A median of at most so many milliseconds. */
    public static Goal p50(String design, double ms) {
        return new Goal(design, Figure.P50_MS, ms);
    }

    /** A 99th percentile of at most so many milliseconds. */
    public static Goal p99(String design, double ms) {
        return new Goal(design, Figure.P99_MS, ms);
    }

    /** A peer that takes at least so many times as long as the first design. */
    public static Goal timesOurs(String peer, double times) {
        return new Goal(peer, Figure.TIMES_OURS, times);
    }

    /** A figure that is no time of an answer, in its unit, at most. */
    public static Goal figure(String unit, double limit) {
        return new Goal(unit, Figure.VALUE, limit);
    }

    boolean isReached(double value) {
        return figure == Figure.TIMES_OURS ? value >= limit : value <= limit;
    }

    String inWords() {
        return switch (figure) {
            case P50_MS -> String.format(Locale.ROOT, "p50 <= %s ms", plain());
            case P99_MS -> String.format(Locale.ROOT, "p99 <= %s ms", plain());
            case VALUE -> "<= " + plain() + " " + design;
            case TIMES_OURS -> String.format(Locale.ROOT, ">= %,.0f x", limit);
        };
    }

    private String plain() {
        return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
    }

    String inOneWord() {
        return design.replace(' ', '_') + "|" + figure + "|" + limit;
    }

    static Goal fromOneWord(String word) {
        String[] parts = word.split("\\|");
        return new Goal(parts[0].replace('_', ' '), Figure.valueOf(parts[1]), Double.parseDouble(parts[2]));
    }
}
