package rescue.routing.cch;

/**
 * From one source set to all nodes: climb from the sources, then one sweep over all nodes from the top to the bottom, in the
 * order in which they lie in memory (Delling, Goldberg, Nowatzyk, Werneck 2011, "PHAST: Hardware-accelerated shortest path
 * trees"). With a reversed metric: from all nodes to the source set. Not thread-safe; made once and used again.
 */
public final class Phast {

    private final Hierarchy h;
    private final UpwardSearch upward;
    private final long[] weight;

    public Phast(Hierarchy hierarchy) {
        h = hierarchy;
        upward = new UpwardSearch(hierarchy);
        weight = new long[hierarchy.nodes()];
    }

    /** Labels every node from the first {@code count} of {@code nodes}, each with the weight that it begins with. */
    public void run(Metric metric, int[] nodes, long[] weights, int count) {
        upward.run(metric, nodes, weights, count);
        for (int node = weight.length - 1; node >= 0; node--) {
            long best = upward.weight(node);
            int arc = h.upFirst[node];
            int end = h.upEnd[node];
            if (arc < end) {
                long[] down = metric.down[arc >>> h.pageBits];
                for (; arc < end; arc++) {
                    best = Math.min(best, weight[h.upHead[arc]] + down[arc & h.pageMask]);
                }
            }
            weight[node] = best;
        }
    }

    /** What it costs to get to a node, as found last; {@link Weight#UNREACHED} when there is no way. */
    public long weight(int node) {
        return weight[h.rankOf[node]];
    }
}
