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
        int[] component = number(arcs, isDrivable);
        int[] size = new int[component.length];
        Arrays.stream(component).forEach(number -> size[number]++);
        int most = 0;
        for (int number = 1; number < size.length; number++) {
            most = size[number] > size[most] ? number : most; // of equally large ones the one found first
        }
        BitSet largest = new BitSet();
        for (int node = 0; node < component.length; node++) {
            largest.set(node, component[node] == most);
        }
        return largest;
    }

    /** For each node the number of its strongly connected component, from 0 on, in the order in which they are found. */
    static int[] number(Arcs arcs, IntPredicate isDrivable) {
        int nodes = arcs.nodes();
        int[] component = new int[nodes];
        int found = 0;
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
                    int member;
                    do {
                        member = open[--openSize];
                        done[member] = true;
                        component[member] = found;
                    } while (member != node);
                    found++;
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
        return component;
    }
}
