package rescue.routing.cch;

/**
 * Turns any weights of the input arcs into a {@link Metric}: the basic customisation of Dibbelt, Strasser, Wagner
 * (2014/2016). An upward arc costs what the input arc costs, or less by a <em>lower triangle</em>: over a node that lies
 * below both its ends.
 *
 * <p>Rows are finished from the bottom to the top, each from the rows of its lower neighbours, so one pass is enough. Not
 * thread-safe.
 */
public final class Customization {

    private final Hierarchy hierarchy;

    /** The row in work, by the depth of the arcs' heads. */
    private final long[] upward;

    private final long[] downward;

    public Customization(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        upward = new long[hierarchy.height];
        downward = new long[hierarchy.height];
    }

    /**
     * The metric of these weights.
     *
     * @param arcWeights for each input arc what it costs, from 0 to {@link Weight#UNREACHED}
     */
    public Metric customize(long[] arcWeights) {
        if (arcWeights.length != hierarchy.arcs()) {
            throw new IllegalArgumentException(arcWeights.length + " weights for " + hierarchy.arcs() + " arcs");
        }
        long[][] input = pages(hierarchy.arcs(), hierarchy.pageBits);
        for (int page = 0; page < input.length; page++) {
            int from = page << hierarchy.pageBits;
            System.arraycopy(arcWeights, from, input[page], 0, Math.min(input[page].length, arcWeights.length - from));
        }
        long[][] up = pages(hierarchy.upHead.length, hierarchy.pageBits);
        long[][] down = pages(hierarchy.upHead.length, hierarchy.pageBits);
        Metric metric = new Metric(hierarchy, up, down, input);
        for (int node = 0; node < hierarchy.nodes(); node++) {
            customizeRow(metric, node);
        }
        return metric;
    }

    /** Computes a row that is not published yet from the input arcs and the rows below, which must be right already. */
    void customizeRow(Metric metric, int node) {
        Hierarchy h = hierarchy;
        int from = h.upFirst[node];
        int end = h.upEnd[node];
        if (from == end) {
            return;
        }
        for (int arc = from; arc < end; arc++) {
            upward[h.upDepth[arc]] = Weight.UNREACHED;
            downward[h.upDepth[arc]] = Weight.UNREACHED;
        }
        takeInput(metric, node);
        for (int i = h.downFirst[node]; i < h.downFirst[node + 1]; i++) {
            takeTriangles(metric, h.downArc[i], h.upEnd[h.downTail[i]]);
        }
        long[] up = metric.up[from >>> h.pageBits];
        long[] down = metric.down[from >>> h.pageBits];
        for (int arc = from; arc < end; arc++) {
            up[arc & h.pageMask] = upward[h.upDepth[arc]];
            down[arc & h.pageMask] = downward[h.upDepth[arc]];
        }
    }

    private void takeInput(Metric metric, int node) {
        Hierarchy h = hierarchy;
        for (int i = h.inputFirst[node]; i < h.inputFirst[node + 1]; i++) {
            int code = h.codeOf[h.inputArc[i]];
            long[] driven = (code & 1) == 0 ? upward : downward;
            int depth = h.upDepth[code >> 1];
            driven[depth] = Math.min(driven[depth], metric.weight(h.inputArc[i]));
        }
    }

    /** The triangles over one lower neighbour x: {@code toNode} leads from x up to the node, the arcs behind it higher. */
    private void takeTriangles(Metric metric, int toNode, int rowEnd) {
        Hierarchy h = hierarchy;
        long[] up = metric.up[toNode >>> h.pageBits];
        long[] down = metric.down[toNode >>> h.pageBits];
        int mask = h.pageMask;
        long fromNode = down[toNode & mask];
        long intoNode = up[toNode & mask];
        for (int arc = toNode + 1; arc < rowEnd; arc++) {
            int depth = h.upDepth[arc];
            upward[depth] = Math.min(upward[depth], fromNode + up[arc & mask]);
            downward[depth] = Math.min(downward[depth], down[arc & mask] + intoNode);
        }
    }

    private static long[][] pages(int length, int pageBits) {
        return new long[(length + (1 << pageBits) - 1) >>> pageBits][1 << pageBits]; // gaps stay 0, nobody reads them
    }
}
