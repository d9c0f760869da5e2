package rescue.routing.cch;

/**
 * The step that every customisation is made of: what the arcs of one row cost, from the input arcs and from the
 * <em>lower triangles</em>, the ways over a node that lies below both ends. The rows below must be right already.
 */
final class RowCustomization {

    private final Hierarchy h;

    /** The row in work, by the depth of the arcs' heads: small arrays that stay near, whatever the size of the map. */
    private final long[] upward;

    private final long[] downward;

    RowCustomization(Hierarchy hierarchy) {
        h = hierarchy;
        upward = new long[hierarchy.height];
        downward = new long[hierarchy.height];
    }

    /** Computes the row of a node; the tables are those of a {@link Metric} in the making. */
    void compute(int node, long[][] up, long[][] down, long[][] input) {
        for (int arc = h.upFirst[node]; arc < h.upEnd[node]; arc++) {
            upward[h.upDepth[arc]] = Weight.UNREACHED;
            downward[h.upDepth[arc]] = Weight.UNREACHED;
        }
        for (int i = h.inputFirst[node]; i < h.inputFirst[node + 1]; i++) {
            int arc = h.inputArc[i];
            int code = h.codeOf[arc];
            long[] driven = (code & 1) == 0 ? upward : downward;
            int depth = h.upDepth[code >> 1];
            driven[depth] = Math.min(driven[depth], input[arc >>> h.pageBits][arc & h.pageMask]);
        }
        for (int i = h.downFirst[node]; i < h.downFirst[node + 1]; i++) {
            int page = h.downArc[i] >>> h.pageBits;
            takeTriangles(h.downArc[i], h.upEnd[h.downTail[i]], up[page], down[page]);
        }
    }

    /** The triangles over one lower neighbour x: {@code toNode} leads from x up to the node, the arcs behind it higher. */
    private void takeTriangles(int toNode, int rowEnd, long[] up, long[] down) {
        int mask = h.pageMask;
        long fromNode = down[toNode & mask];
        long intoNode = up[toNode & mask];
        for (int arc = toNode + 1; arc < rowEnd; arc++) {
            int depth = h.upDepth[arc];
            upward[depth] = Math.min(upward[depth], fromNode + up[arc & mask]);
            downward[depth] = Math.min(downward[depth], down[arc & mask] + intoNode);
        }
    }

    /** What an arc of the row costs upward. */
    long upward(int arc) {
        return upward[h.upDepth[arc]];
    }

    /** What it costs downward. */
    long downward(int arc) {
        return downward[h.upDepth[arc]];
    }
}
