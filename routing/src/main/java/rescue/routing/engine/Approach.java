package rescue.routing.engine;

/** From a point on an edge to the nodes at its ends, and back, on the roads as they are now. */
final class Approach {

    private final Arcs arcs;

    Approach(RoadGraph graph) {
        arcs = graph.arcs();
    }

    /** Fills in the ways from the point to nodes, or with {@link Direction#BACKWARD} from nodes to the point. */
    void fill(Ends ends, RoadState roads, Phantom point, Direction direction) {
        ends.clear();
        for (int end = 0; end < 2; end++) { // 0: the edge's adjacent node, 1: its base node
            int key = 2 * point.edge() + (direction == Direction.FORWARD ? end : 1 - end);
            long label = roads.part(key, point.fraction(), 1 - end);
            if (!Label.isReached(label) || !roads.closed().isOpen(point.edge(), point.fraction(), 1 - end)) {
                continue;
            }
            if (direction == Direction.FORWARD) {
                ends.add(arcs.nodeAfter()[key], label, key);
            } else {
                addWaysIn(ends, roads.weights(), label, key);
            }
        }
    }

    /** Where a junction is taken apart there are as many ways in as there are ways to come there and turn. */
    private void addWaysIn(Ends ends, RoadWeights weights, long label, int key) {
        int[] first = arcs.byKey().first();
        for (int i = first[key]; i < first[key + 1]; i++) {
            int arc = arcs.byKey().item()[i];
            if (weights.isTurnAllowed(arc)) {
                ends.add(arcs.tail()[arc], label, key);
            }
        }
    }

    /** Along one edge from a point to another, without passing a node; {@link Label#UNREACHED} when closed between. */
    static long along(RoadState roads, Phantom from, Phantom to) {
        if (from.edge() != to.edge() || !roads.closed().isOpen(from.edge(), from.fraction(), to.fraction())) {
            return Label.UNREACHED;
        }
        int key = 2 * from.edge() + (to.fraction() >= from.fraction() ? 0 : 1);
        return roads.part(key, from.fraction(), to.fraction());
    }
}
