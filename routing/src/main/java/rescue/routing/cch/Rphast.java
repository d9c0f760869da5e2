package rescue.routing.cch;

import java.util.Arrays;

/**
 * From one source set to some targets that have no label: RPHAST (Delling, Goldberg, Werneck 2011, "Faster batched shortest
 * paths in road networks") in its lazy form (Strasser, Zeitz 2021): nothing is prepared for the targets, each asks its
 * ancestors, and what one target has found the next finds ready.
 *
 * <p>With a reversed metric: from the targets to the source set. Not thread-safe; made once and used again.
 */
public final class Rphast {

    private final Hierarchy h;
    private final UpwardSearch upward;
    private final long[] weight;

    /** In which search a node's weight was found. A node's ancestors are found before it. */
    private final int[] foundIn;

    private final int[] path;
    private int search;
    private long[][] down = new long[0][];

    public Rphast(Hierarchy hierarchy) {
        h = hierarchy;
        upward = new UpwardSearch(hierarchy);
        weight = new long[hierarchy.nodes()];
        foundIn = new int[hierarchy.nodes()];
        path = new int[hierarchy.height];
    }

    /** Begins with a source set: the first {@code count} of {@code nodes}, each with the weight that it begins with. */
    public void start(Metric metric, int[] nodes, long[] weights, int count) {
        if (search == Integer.MAX_VALUE) {
            Arrays.fill(foundIn, 0);
            search = 0;
        }
        search++;
        down = metric.down;
        upward.run(metric, nodes, weights, count);
    }

    /** What it costs to get to a node; {@link Weight#UNREACHED} when there is no way. */
    public long weight(int node) {
        int rank = h.rankOf[node];
        int length = 0;
        for (int at = rank; at != EliminationTree.NONE && foundIn[at] != search; at = h.tree.parent()[at]) {
            path[length++] = at;
        }
        while (length > 0) {
            find(path[--length]);
        }
        return weight[rank];
    }

    private void find(int node) {
        long best = upward.weight(node);
        int arc = h.upFirst[node];
        int end = h.upEnd[node];
        if (arc < end) {
            long[] driven = down[arc >>> h.pageBits];
            for (; arc < end; arc++) {
                best = Math.min(best, weight[h.upHead[arc]] + driven[arc & h.pageMask]);
            }
        }
        weight[node] = best;
        foundIn[node] = search;
    }
}
