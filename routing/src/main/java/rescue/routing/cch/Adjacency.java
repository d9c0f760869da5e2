package rescue.routing.cch;

import java.util.Arrays;

/**
 * Who is joined to whom, whichever way the arcs lead: the undirected graph that is dissected and contracted, in compressed
 * sparse rows. No node is its own neighbour, and each neighbour is listed once, the lowest first.
 */
@SuppressWarnings("ArrayRecordComponent") // read in loops that a copy would slow down; nobody compares two of them
record Adjacency(int[] first, int[] to) {

    /** The neighbours in the graph whose node {@code v} is called {@code name[v]}. */
    static Adjacency of(ArcGraph graph, int[] name) {
        int[] first = new int[graph.nodes() + 1];
        for (int arc = 0; arc < graph.arcs(); arc++) {
            if (graph.tail(arc) != graph.head(arc)) {
                first[name[graph.tail(arc)] + 1]++;
                first[name[graph.head(arc)] + 1]++;
            }
        }
        for (int node = 0; node < graph.nodes(); node++) {
            first[node + 1] += first[node];
        }
        int[] to = new int[first[graph.nodes()]];
        int[] next = first.clone();
        for (int arc = 0; arc < graph.arcs(); arc++) {
            if (graph.tail(arc) != graph.head(arc)) {
                to[next[name[graph.tail(arc)]]++] = name[graph.head(arc)];
                to[next[name[graph.head(arc)]]++] = name[graph.tail(arc)];
            }
        }
        return withoutRepeats(first, to);
    }

    /** Sorts every row and drops what stands in it twice. */
    static Adjacency withoutRepeats(int[] first, int[] to) {
        int nodes = first.length - 1;
        int kept = 0;
        for (int node = 0; node < nodes; node++) {
            int from = first[node];
            int end = first[node + 1];
            Arrays.sort(to, from, end);
            first[node] = kept;
            for (int i = from; i < end; i++) {
                if (i == from || to[i] != to[i - 1]) {
                    to[kept++] = to[i];
                }
            }
        }
        first[nodes] = kept;
        return new Adjacency(first, Arrays.copyOf(to, kept));
    }

    int nodes() {
        return first.length - 1;
    }

    int degree(int node) {
        return first[node + 1] - first[node];
    }
}
