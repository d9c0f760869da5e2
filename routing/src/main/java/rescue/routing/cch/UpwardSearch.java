package rescue.routing.cch;

import java.util.Arrays;

/**
 * The upward half of a query: from a set of sources along the paths to the roots, without a queue, for every upward
 * neighbour is an ancestor. Labels lie by node, so that other parts can go on from them. Not thread-safe.
 */
final class UpwardSearch {

    private final Hierarchy h;
    private final long[] weight;

    /** By which arc a node was reached; {@link Hierarchy#NO_ARC} for a source. */
    private final int[] byArc;

    private final int[] byNode;
    private int[] visited = new int[256];
    private int visits;
    private int[] fronts = new int[8];

    UpwardSearch(Hierarchy hierarchy) {
        h = hierarchy;
        weight = new long[hierarchy.nodes()];
        byArc = new int[hierarchy.nodes()];
        byNode = new int[hierarchy.nodes()];
        Arrays.fill(weight, Weight.UNREACHED);
    }

    /** Forgets the last search and climbs from the first {@code count} of {@code nodes}. */
    void run(Metric metric, int[] nodes, long[] weights, int count) {
        for (int i = 0; i < visits; i++) {
            weight[visited[i]] = Weight.UNREACHED;
        }
        visits = 0;
        if (fronts.length < count) {
            fronts = new int[count];
        }
        for (int i = 0; i < count; i++) {
            int rank = h.rankOf[nodes[i]];
            fronts[i] = rank;
            if (weights[i] < weight[rank]) {
                weight[rank] = weights[i];
                byArc[rank] = Hierarchy.NO_ARC;
            }
        }
        // The sources' paths to the root are merged as sorted lists are: always on with the lowest.
        for (int node = lowest(count); node < Integer.MAX_VALUE; node = lowest(count)) {
            relax(metric, node);
            int parent = h.tree.parent()[node];
            for (int i = 0; i < count; i++) {
                if (fronts[i] == node) {
                    fronts[i] = parent == EliminationTree.NONE ? Integer.MAX_VALUE : parent;
                }
            }
        }
    }

    private int lowest(int count) {
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, fronts[i]);
        }
        return lowest;
    }

    private void relax(Metric metric, int node) {
        if (visits == visited.length) {
            visited = Arrays.copyOf(visited, 2 * visits);
        }
        visited[visits++] = node;
        long reached = weight[node];
        int arc = h.upFirst[node];
        int end = h.upEnd[node];
        if (reached >= Weight.UNREACHED || arc == end) {
            return;
        }
        long[] up = metric.up[arc >>> h.pageBits];
        for (; arc < end; arc++) {
            long candidate = reached + up[arc & h.pageMask];
            int head = h.upHead[arc];
            if (candidate < weight[head]) {
                weight[head] = candidate;
                byArc[head] = arc;
                byNode[head] = node;
            }
        }
    }

    /** What a node costs, by rank. */
    long weight(int node) {
        return weight[node];
    }

    /** The upward arc by which a node was reached, or {@link Hierarchy#NO_ARC}. */
    int byArc(int node) {
        return byArc[node];
    }

    /** The node from which it was reached. */
    int byNode(int node) {
        return byNode[node];
    }

    /** How many nodes were visited: all ancestors of the sources, the sources among them. */
    int visits() {
        return visits;
    }

    int visited(int i) {
        return visited[i];
    }
}
