package rescue.routing.cch;

import java.util.Arrays;

/**
 * The fastest way between two sets of nodes, arc by arc: the elimination-tree query (Dibbelt, Strasser, Wagner 2016), then
 * unpacking, in which an upward arc is either an input arc of that very weight or the two lower sides of a triangle.
 *
 * <p>Not thread-safe; made once and used again.
 */
public final class ShortestPath {

    private final Hierarchy h;
    private final UpwardSearch forward;
    private final UpwardSearch backward;
    private final LowerTriangles triangles;
    private int[] climbed = new int[64];
    private int[] arcs = new int[256];
    private int length;
    private long weight = Weight.UNREACHED;
    private int source = -1;
    private int target = -1;

    public ShortestPath(Hierarchy hierarchy) {
        h = hierarchy;
        forward = new UpwardSearch(hierarchy);
        backward = new UpwardSearch(hierarchy);
        triangles = new LowerTriangles(hierarchy);
    }

    /**
     * Finds the fastest way from any of the first {@code sourceCount} sources to any of the first {@code targetCount}
     * targets, the weights with which they begin and end counted in. Returns its weight, {@link Weight#UNREACHED} when there
     * is none.
     */
    public long find(
            Metric metric,
            int[] sources,
            long[] sourceWeights,
            int sourceCount,
            int[] targets,
            long[] targetWeights,
            int targetCount) {
        metric.requireForward();
        forward.run(metric, sources, sourceWeights, sourceCount);
        backward.run(metric.reversed(), targets, targetWeights, targetCount);
        weight = Weight.UNREACHED;
        length = 0;
        int top = EliminationTree.NONE;
        for (int i = 0; i < forward.visits(); i++) {
            int node = forward.visited(i);
            long candidate = forward.weight(node) + backward.weight(node);
            if (candidate < weight) {
                weight = candidate;
                top = node;
            }
        }
        if (top == EliminationTree.NONE) {
            source = -1;
            target = -1;
        } else {
            unpackUpTo(metric, top);
            unpackDownFrom(metric, top);
        }
        return weight;
    }

    /** What the way costs that was found last. */
    public long weight() {
        return weight;
    }

    /** The source at which it begins; there is one only when there is a way. */
    public int source() {
        return source;
    }

    /** The target at which it ends. */
    public int target() {
        return target;
    }

    /** How many input arcs it has. */
    public int length() {
        return length;
    }

    /** Its input arcs, in the order in which they are driven. */
    public int arc(int i) {
        return arcs[i];
    }

    private void unpackUpTo(Metric metric, int top) {
        int steps = 0;
        int node = top;
        while (forward.byArc(node) != Hierarchy.NO_ARC) {
            if (2 * steps == climbed.length) {
                climbed = Arrays.copyOf(climbed, 2 * climbed.length);
            }
            climbed[2 * steps] = forward.byArc(node);
            climbed[2 * steps + 1] = forward.byNode(node);
            steps++;
            node = forward.byNode(node);
        }
        source = h.nodeAt[node];
        while (steps-- > 0) {
            unpack(metric, climbed[2 * steps + 1], 2 * climbed[2 * steps]);
        }
    }

    private void unpackDownFrom(Metric metric, int top) {
        int node = top;
        while (backward.byArc(node) != Hierarchy.NO_ARC) {
            unpack(metric, backward.byNode(node), 2 * backward.byArc(node) + 1);
            node = backward.byNode(node);
        }
        target = h.nodeAt[node];
    }

    /** Replaces an upward arc of {@code row} (twice the arc, plus one when driven downward) by the input arcs under it. */
    private void unpack(Metric metric, int row, int code) {
        long wanted = weight(metric, code);
        for (int i = h.inputFirst[row]; i < h.inputFirst[row + 1]; i++) {
            int arc = h.inputArc[i]; // of parallel arcs, the first that is as fast
            if (h.codeOf[arc] == code && metric.weight(arc) == wanted) {
                append(arc);
                return;
            }
        }
        int higher = h.upHead[code >> 1];
        int downward = code & 1;
        triangles.start(row, higher);
        while (triangles.next()) {
            int first = 2 * (downward == 0 ? triangles.arcToLower() : triangles.arcToHigher()) + 1;
            int second = 2 * (downward == 0 ? triangles.arcToHigher() : triangles.arcToLower());
            if (weight(metric, first) + weight(metric, second) == wanted) {
                int middle = triangles.middle();
                unpack(metric, middle, first);
                unpack(metric, middle, second);
                return;
            }
        }
        throw new IllegalStateException("an arc that nothing lies under: the metric is broken");
    }

    private long weight(Metric metric, int code) {
        int arc = code >> 1;
        return ((code & 1) == 0 ? metric.up : metric.down)[arc >>> h.pageBits][arc & h.pageMask];
    }

    private void append(int arc) {
        if (length == arcs.length) {
            arcs = Arrays.copyOf(arcs, 2 * length);
        }
        arcs[length++] = arc;
    }
}
