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
}
