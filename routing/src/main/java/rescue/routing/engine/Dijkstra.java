package rescue.routing.engine;

import java.util.Arrays;

/**
 * Dijkstra's algorithm (1959) from one point to all nodes, over the arcs as they are and nothing prepared: the plain answer
 * to which every other answer is held. Not thread-safe.
 */
final class Dijkstra {

    private final Arcs arcs;
    private final long[] label;
    private final LabelHeap heap = new LabelHeap();

    Dijkstra(RoadGraph graph) {
        arcs = graph.arcs();
        label = new long[arcs.nodes()];
    }

    /** Labels every node. */
    void run(RoadState roads, Ends start, Direction direction) {
        Arrays.fill(label, Label.UNREACHED);
        heap.clear();
        for (int i = 0; i < start.size(); i++) {
            offer(start.node(i), start.label(i));
        }
        Rows arcsAt = direction == Direction.FORWARD ? arcs.byTail() : arcs.byHead();
        int[] far = direction == Direction.FORWARD ? arcs.head() : arcs.tail();
        while (!heap.isEmpty()) {
            long reached = heap.topLabel();
            int node = heap.topNode();
            heap.removeTop();
            if (reached > label[node]) {
                continue; // a better way was found meanwhile
            }
            for (int i = arcsAt.first()[node]; i < arcsAt.first()[node + 1]; i++) {
                int arc = arcsAt.item()[i];
                if (roads.weights().isTurnAllowed(arc)) {
                    offer(far[arc], reached + roads.label(arcs.key()[arc]));
                }
            }
        }
    }

    private void offer(int node, long candidate) {
        if (candidate < label[node]) {
            label[node] = candidate;
            heap.add(candidate, node);
        }
    }

    /** The label of a node in the last search. */
    long label(int node) {
        return label[node];
    }
}
