package rescue.routing.engine;

/** The arcs of a graph in compressed sparse rows: those of node {@code n} are {@code first[n]} to {@code first[n + 1] - 1}. */
final class Arcs {

    private final int[] first;
    private final int[] to;
    private final int[] edgeKey;
    private final long[] label;

    private Arcs(int[] first, int arcs) {
        this.first = first;
        to = new int[arcs];
        edgeKey = new int[arcs];
        label = new long[arcs];
    }

    // The searches read the arrays themselves: a call for each of a million arcs would be felt. Nobody writes to them.

    /** One entry a node and one behind the last. */
    int[] first() {
        return first;
    }

    /** The node at the arc's other end. */
    int[] to() {
        return to;
    }

    /** Twice the edge's number, plus one when the arc is driven against the edge's drawing. */
    int[] edgeKey() {
        return edgeKey;
    }

    /** What the arc costs on open roads. */
    long[] label() {
        return label;
    }

    /** Sorts the drivable edge keys by node: by their tail for a forward search, by their head for a backward one. */
    static Arcs of(int nodes, int[] base, int[] adj, long[] labelByKey, Direction direction) {
        int[] first = new int[nodes + 1];
        int arcs = 0;
        for (int key = 0; key < labelByKey.length; key++) {
            if (Label.isReached(labelByKey[key])) {
                first[from(base, adj, key, direction) + 1]++;
                arcs++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] next = first.clone();
        Arcs sorted = new Arcs(first, arcs);
        for (int key = 0; key < labelByKey.length; key++) {
            if (Label.isReached(labelByKey[key])) {
                int arc = next[from(base, adj, key, direction)]++;
                sorted.to[arc] = from(base, adj, key ^ 1, direction);
                sorted.edgeKey[arc] = key;
                sorted.label[arc] = labelByKey[key];
            }
        }
        return sorted;
    }

    private static int from(int[] base, int[] adj, int key, Direction direction) {
        boolean drawn = (key & 1) == 0;
        return drawn == (direction == Direction.FORWARD) ? base[key >> 1] : adj[key >> 1];
    }
}
