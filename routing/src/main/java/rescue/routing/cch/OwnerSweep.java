package rescue.routing.cch;

import java.util.Arrays;

/**
 * Who is nearest to every node: PHAST from many sources at once, each node remembering whose way was the best. Two sweeps
 * over all nodes, one up and one down, however many sources there are. Of two equally near owners the lower number wins.
 *
 * <p>With a reversed metric: to which of the sources every node has the shortest way. Not thread-safe; made once and used
 * again.
 */
public final class OwnerSweep {

    /** Nobody gets there. */
    public static final int NOBODY = Integer.MAX_VALUE;

    private final Hierarchy h;
    private final long[] weight;
    private final int[] owner;

    public OwnerSweep(Hierarchy hierarchy) {
        h = hierarchy;
        weight = new long[hierarchy.nodes()];
        owner = new int[hierarchy.nodes()];
    }

    /**
     * Labels every node.
     *
     * @param nodes where somebody is; one owner may be at several nodes, and several at one
     * @param weights the weight that each begins with
     * @param owners whose entry it is, from 0
     * @param count how many entries of the three count
     */
    public void run(Metric metric, int[] nodes, long[] weights, int[] owners, int count) {
        Arrays.fill(weight, Weight.UNREACHED);
        Arrays.fill(owner, NOBODY);
        for (int i = 0; i < count; i++) {
            if (weights[i] < Weight.UNREACHED) {
                offer(h.rankOf[nodes[i]], weights[i], owners[i]);
            }
        }
        sweepUp(metric);
        sweepDown(metric);
    }

    private void sweepUp(Metric metric) {
        for (int node = 0; node < weight.length; node++) {
            long reached = weight[node];
            int arc = h.upFirst[node];
            int end = h.upEnd[node];
            if (reached < Weight.UNREACHED && arc < end) {
                long[] up = metric.up[arc >>> h.pageBits];
                for (; arc < end; arc++) {
                    offer(h.upHead[arc], reached + up[arc & h.pageMask], owner[node]);
                }
            }
        }
    }

    private void sweepDown(Metric metric) {
        for (int node = weight.length - 1; node >= 0; node--) {
            long best = weight[node];
            int nearest = owner[node];
            int arc = h.upFirst[node];
            int end = h.upEnd[node];
            if (arc < end) {
                long[] down = metric.down[arc >>> h.pageBits];
                for (; arc < end; arc++) {
                    int head = h.upHead[arc];
                    long candidate = weight[head] + down[arc & h.pageMask];
                    if (candidate < best || (candidate == best && owner[head] < nearest)) {
                        best = candidate;
                        nearest = owner[head];
                    }
                }
            }
            weight[node] = best;
            owner[node] = best < Weight.UNREACHED ? nearest : NOBODY; // two closed roads are equally bad, too
        }
    }

    private void offer(int node, long candidate, int by) {
        if (candidate < weight[node] || (candidate == weight[node] && by < owner[node])) {
            weight[node] = candidate;
            owner[node] = by;
        }
    }

    /** What the nearest needs to a node; {@link Weight#UNREACHED} when nobody gets there. */
    public long weight(int node) {
        return weight[h.rankOf[node]];
    }

    /** Who is nearest to a node, or {@link #NOBODY}. */
    public int owner(int node) {
        return owner[h.rankOf[node]];
    }
}
