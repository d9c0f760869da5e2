package rescue.routing.engine;

import java.util.List;

/**
 * A way over the network, unpacked.
 *
 * @param label what it costs from end to end
 * @param pieces its parts in driving order; at least one, and a part may have no length
 */
public record Way(long label, List<Piece> pieces) {

    public Way {
        pieces = List.copyOf(pieces);
    }

    /** Along one edge from a point to another. */
    static Way along(long label, Phantom from, Phantom to) {
        boolean drawn = to.fraction() >= from.fraction();
        Piece piece = new Piece(
                2 * from.edge() + (drawn ? 0 : 1),
                drawn ? from.fraction() : 1 - from.fraction(),
                drawn ? to.fraction() : 1 - to.fraction());
        return new Way(label, List.of(piece));
    }
}
