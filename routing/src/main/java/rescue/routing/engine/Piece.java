package rescue.routing.engine;

/**
 * A part of a way that lies on one edge.
 *
 * @param edgeKey the edge, in the direction in which it is driven
 * @param from where the piece begins, as a fraction of the edge in that direction
 * @param to where it ends, not before {@code from}
 */
public record Piece(int edgeKey, double from, double to) {

    /** The same part of the edge along its drawing. */
    public Stretch stretch() {
        return (edgeKey & 1) == 0
                ? new Stretch(edgeKey >> 1, from, to)
                : new Stretch(edgeKey >> 1, Math.max(0, 1 - to), Math.min(1, 1 - from));
    }
}
