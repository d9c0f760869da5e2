package rescue.routing.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Dijkstra's algorithm from one point, with arrays that are kept from search to search. Not thread-safe. */
final class Dijkstra {

    private static final int NO_ARC = -1;

    private final Arcs arcs;
    private final long[] label;
    private final int[] parentArc;
    private final BitSet targets;
    private final LabelHeap heap = new LabelHeap();
    private int openTargets;

    Dijkstra(RoadGraph graph) {
        arcs = graph.arcs();
        label = new long[arcs.nodes()];
        parentArc = new int[arcs.nodes()];
        targets = new BitSet(arcs.nodes());
    }

    /** Labels every node that can be reached. */
    void run(RoadState roads, Ends start, ClosedStretches closed, Direction direction) {
        runUntil(roads, new int[0], start, closed, direction);
    }

    /** Labels nodes until all targets, if any, have their final label or there is nothing left to reach. */
    void runUntil(RoadState roads, int[] wanted, Ends start, ClosedStretches closed, Direction direction) {
        Arrays.fill(label, Label.UNREACHED);
        targets.clear();
        Arrays.stream(wanted).forEach(targets::set);
        openTargets = wanted.length == 0 ? Integer.MAX_VALUE : targets.cardinality();
        heap.clear();
        for (int i = 0; i < start.size(); i++) {
            if (start.label(i) < label[start.node(i)]) {
                label[start.node(i)] = start.label(i);
                parentArc[start.node(i)] = NO_ARC;
                heap.add(start.label(i), start.node(i));
            }
        }
        settle(roads, closed, direction);
    }

    /** The label of a node in the last search. */
    long label(int node) {
        return label[node];
    }

    /** All labels of the last search. */
    long[] labels() {
        return label.clone();
    }

    /** The arc by which the last search came to a node; negative where it started. */
    int parentArc(int node) {
        return parentArc[node];
    }

    private void settle(RoadState roads, ClosedStretches closed, Direction direction) {
        Rows arcsAt = direction == Direction.FORWARD ? arcs.byTail() : arcs.byHead();
        int[] far = direction == Direction.FORWARD ? arcs.head() : arcs.tail();
        while (!heap.isEmpty() && openTargets > 0) {
            long reached = heap.topLabel();
            int node = heap.topNode();
            heap.removeTop();
            if (reached > label[node]) {
                continue; // a better way was found meanwhile
            }
            countIfTarget(node);
            for (int i = arcsAt.first()[node]; i < arcsAt.first()[node + 1]; i++) {
                int arc = arcsAt.item()[i];
                int key = arcs.key()[arc];
                if (closed.isClosed(key >> 1) || !roads.weights().isTurnAllowed(arc)) {
                    continue;
                }
                long candidate = reached + roads.part(key, 0, 1);
                if (candidate < label[far[arc]]) {
                    label[far[arc]] = candidate;
                    parentArc[far[arc]] = arc;
                    heap.add(candidate, far[arc]);
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
