package rescue.routing.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Tarjan's algorithm for strongly connected components, without recursion: road networks are deep. */
final class StrongComponents {

    private static final int UNSEEN = -1;

    private StrongComponents() {}

    /** The nodes of the largest strongly connected component over the arcs that may be driven. */
    static BitSet largest(Arcs arcs, IntPredicate isDrivable) {
        int nodes = arcs.nodes();
        int[] first = arcs.byTail().first();
        int[] order = new int[nodes];
        Arrays.fill(order, UNSEEN);
        int[] low = new int[nodes];
        int[] nextArc = Arrays.copyOf(first, nodes);
        boolean[] done = new boolean[nodes];
        int[] path = new int[nodes];
        int[] open = new int[nodes];
        int openSize = 0;
        int seen = 0;
        BitSet largest = new BitSet();
        for (int start = 0; start < nodes; start++) {
            if (order[start] != UNSEEN) {
                continue;
            }
            int depth = 0;
            path[0] = start;
            order[start] = low[start] = seen++;
            open[openSize++] = start;
            while (depth >= 0) {
                int node = path[depth];
                if (nextArc[node] < first[node + 1]) {
                    int arc = nextArc[node]++;
                    if (!isDrivable.test(arc)) {
                        continue;
                    }
                    int to = arcs.head()[arc];
                    if (order[to] == UNSEEN) {
                        order[to] = low[to] = seen++;
                        open[openSize++] = to;
                        path[++depth] = to;
                    } else if (!done[to]) {
                        low[node] = Math.min(low[node], order[to]);
                    }
                    continue;
                }
                if (low[node] == order[node]) {
                    int from = openSize;
                    do {
                        done[open[--from]] = true;
                    } while (open[from] != node);
                    if (openSize - from > largest.cardinality()) {
                        largest.clear();
                        for (int i = from; i < openSize; i++) {
                            largest.set(open[i]);
                        }
                    }
                    openSize = from;
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
        return largest;
    }
}
