package rescue.routing.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Dijkstra's algorithm from one point, with arrays that are kept from search to search. Not thread-safe. */
final class Dijkstra {

    private static final int NO_KEY = -1;

    private final RoadGraph graph;
    private final long[] label;
    private final int[] parentKey;
    private final BitSet targets;
    private final LabelHeap heap = new LabelHeap();
    private int openTargets;

    Dijkstra(RoadGraph graph) {
        this.graph = graph;
        label = new long[graph.nodes()];
        parentKey = new int[graph.nodes()];
        targets = new BitSet(graph.nodes());
    }

    /** Labels every node that can be reached. */
    void run(Ends start, ClosedStretches closed, Direction direction) {
        runUntil(new int[0], start, closed, direction);
    }

    /** Labels nodes until all targets, if any, have their final label or there is nothing left to reach. */
    void runUntil(int[] wanted, Ends start, ClosedStretches closed, Direction direction) {
        Arrays.fill(label, Label.UNREACHED);
        targets.clear();
        Arrays.stream(wanted).forEach(targets::set);
        openTargets = wanted.length == 0 ? Integer.MAX_VALUE : targets.cardinality();
        heap.clear();
        for (int i = 0; i < start.size(); i++) {
            if (start.label(i) < label[start.node(i)]) {
                label[start.node(i)] = start.label(i);
                parentKey[start.node(i)] = NO_KEY;
                heap.add(start.label(i), start.node(i));
            }
        }
        settle(closed, graph.arcs(direction));
    }

    /** The label of a node in the last search. */
    long label(int node) {
        return label[node];
    }

    /** All labels of the last search. */
    long[] labels() {
        return label.clone();
    }

    /** The edge key by which the last search came to a node; negative where it started. */
    int parentKey(int node) {
        return parentKey[node];
    }

    private void settle(ClosedStretches closed, Arcs arcs) {
        int[] first = arcs.first();
        int[] to = arcs.to();
        int[] edgeKey = arcs.edgeKey();
        long[] cost = arcs.label();
        while (!heap.isEmpty() && openTargets > 0) {
            long reached = heap.topLabel();
            int node = heap.topNode();
            heap.removeTop();
            if (reached > label[node]) {
                continue; // a better way was found meanwhile
            }
            countIfTarget(node);
            for (int arc = first[node]; arc < first[node + 1]; arc++) {
                int head = to[arc];
                long candidate = reached + cost[arc];
                if (candidate < label[head] && !closed.isClosed(edgeKey[arc] >> 1)) {
                    label[head] = candidate;
                    parentKey[head] = edgeKey[arc];
                    if (graph.isDeadEnd(head)) {
                        countIfTarget(head); // nothing lies behind it: its label is final at once
                    } else {
                        heap.add(candidate, head);
                    }
                }
            }
        }
    }

    private void countIfTarget(int node) {
        if (targets.get(node)) {
            targets.clear(node);
            openTargets--;
        }
    }
}
