package rescue.routing.engine;

/** From a point on an edge to the nodes at its ends, and back, road closures honoured. */
final class Approach {

    private final RoadGraph graph;

    Approach(RoadGraph graph) {
        this.graph = graph;
    }

    /** The ways from the point to nodes, or with {@link Direction#BACKWARD} from nodes to the point. */
    Ends ends(Phantom point, ClosedStretches closed, Direction direction) {
        int drawn = 2 * point.edge();
        Ends ends = new Ends();
        for (int end = 0; end < 2; end++) { // 0: the edge's adjacent node, 1: its base node
            int key = drawn + (direction == Direction.FORWARD ? end : 1 - end);
            long label = Label.scaled(graph.label(key), end == 0 ? 1 - point.fraction() : point.fraction());
            if (Label.isReached(label) && closed.isOpen(point.edge(), point.fraction(), 1 - end)) {
                ends.add(end == 0 ? graph.head(drawn) : graph.tail(drawn), label, key);
            }
        }
        return ends;
    }

    /** Along one edge from a point to another, without passing a node; {@link Label#UNREACHED} when closed between. */
    long along(Phantom from, Phantom to, ClosedStretches closed) {
        if (from.edge() != to.edge() || !closed.isOpen(from.edge(), from.fraction(), to.fraction())) {
            return Label.UNREACHED;
        }
        int key = 2 * from.edge() + (to.fraction() >= from.fraction() ? 0 : 1);
        return Label.scaled(graph.label(key), Math.abs(to.fraction() - from.fraction()));
    }
}
