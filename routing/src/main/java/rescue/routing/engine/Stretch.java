package rescue.routing.engine;

/**
 * A part of one edge, as fractions of its length along the drawing.
 *
 * @param edge the edge's number
 * @param from where it begins, 0 to 1
 * @param to where it ends, not before {@code from}, at most 1
 */
public record Stretch(int edge, double from, double to) {

    public Stretch {
        if (!(from >= 0 && to <= 1 && from <= to)) {
            throw new IllegalArgumentException("stretch must lie on its edge: " + from + " to " + to);
        }
    }

    /** Whether that fraction of the edge lies in the stretch, its ends included. */
    public boolean holds(double fraction) {
        return fraction >= from && fraction <= to;
    }

    /** Whether the stretch shares more than nothing, or a point inside, with the open interval between two fractions. */
    public boolean meets(double a, double b) {
        return from < Math.max(a, b) && to > Math.min(a, b);
    }
}
