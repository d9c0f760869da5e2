package rescue.routing.engine;

import java.util.Arrays;

/** Dijkstra's algorithm from one point, with arrays that are kept from search to search. Not thread-safe. */
final class Dijkstra {

    private static final int NO_KEY = -1;

    private final RoadGraph graph;
    private final long[] label;
    private final int[] parentKey;
    /** A label of an earlier search is recognised by its number, so nothing has to be cleared between two searches. */
    private final int[] labelOf;

    private final int[] targetOf;
    private final LabelHeap heap = new LabelHeap();
    private int search;

    Dijkstra(RoadGraph graph) {
        this.graph = graph;
        label = new long[graph.nodes()];
        parentKey = new int[graph.nodes()];
        labelOf = new int[graph.nodes()];
        targetOf = new int[graph.nodes()];
    }

    /** Labels every node that can be reached. */
    void run(Ends start, ClosedStretches closed, Direction direction) {
        begin(start);
        settle(closed, direction, Integer.MAX_VALUE);
    }

    /** Labels nodes until all targets have their final label or there is nothing left to reach. */
    void runUntil(int[] targets, Ends start, ClosedStretches closed, Direction direction) {
        begin(start);
        int open = 0;
        for (int target : targets) {
            if (targetOf[target] != search) {
                targetOf[target] = search;
                open++;
            }
        }
        settle(closed, direction, open);
    }

    /** The label of a node in the last search. */
    long label(int node) {
        return labelOf[node] == search ? label[node] : Label.UNREACHED;
    }

    /** All labels of the last search. */
    long[] labels() {
        long[] all = new long[label.length];
        for (int node = 0; node < all.length; node++) {
            all[node] = label(node);
        }
        return all;
    }

    /** The edge key by which the last search came to a node; negative where it started. */
    int parentKey(int node) {
        return parentKey[node];
    }

    private void begin(Ends start) {
        if (++search == Integer.MAX_VALUE) { // once in decades; cheaper than to prove that it never happens
            Arrays.fill(labelOf, 0);
            Arrays.fill(targetOf, 0);
            search = 1;
        }
        heap.clear();
        for (int i = 0; i < start.size(); i++) {
            improve(start.node()[i], start.label()[i], NO_KEY);
        }
    }

    private void settle(ClosedStretches closed, Direction direction, int openTargets) {
        Arcs arcs = graph.arcs(direction);
        int open = openTargets;
        while (!heap.isEmpty() && open > 0) {
            long reached = heap.topLabel();
            int node = heap.topNode();
            heap.removeTop();
            if (reached > label[node]) {
                continue; // a better way was found meanwhile
            }
            if (targetOf[node] == search) {
                targetOf[node] = 0;
                open--;
            }
            for (int arc = arcs.first()[node]; arc < arcs.first()[node + 1]; arc++) {
                int key = arcs.edgeKey()[arc];
                if (!closed.isClosed(key >> 1)) {
                    improve(arcs.to()[arc], reached + arcs.label()[arc], key);
                }
            }
        }
    }

    private void improve(int node, long candidate, int byKey) {
        if (labelOf[node] != search || candidate < label[node]) {
            labelOf[node] = search;
            label[node] = candidate;
            parentKey[node] = byKey;
            heap.add(candidate, node);
        }
    }
}
