package rescue.routing.engine;

/**
 * A point on the network that is not a node: somewhere along an edge. (The literature's phantom node.)
 *
 * @param edge the edge's number
 * @param fraction how far along the edge's drawing, 0 at its base to 1 at its adjacent node
 */
public record Phantom(int edge, double fraction) {

    public Phantom {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be within 0..1: " + fraction);
        }
    }
}
