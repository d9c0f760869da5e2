package rescue.routing.engine;

import java.util.Arrays;

/**
 * Where a point on an edge meets the nodes of the network: its ways out, or its ways in; none, one or two, or more where a
 * junction with a forbidden turn is taken apart. Made once for a thread and filled again and again.
 */
final class Ends {

    private int[] node = new int[2];
    private long[] label = new long[2];
    private int[] edgeKey = new int[2];
    private int size;

    void clear() {
        size = 0;
    }

    /**
     * Adds a way.
     *
     * @param toNode the node at its end
     * @param costs what the way costs
     * @param byKey the point's edge, in the direction in which it is driven
     */
    void add(int toNode, long costs, int byKey) {
        if (size == node.length) {
            node = Arrays.copyOf(node, 2 * size);
            label = Arrays.copyOf(label, 2 * size);
            edgeKey = Arrays.copyOf(edgeKey, 2 * size);
        }
        node[size] = toNode;
        label[size] = costs;
        edgeKey[size++] = byKey;
    }

    int size() {
        return size;
    }

    int node(int way) {
        return node[way];
    }

    long label(int way) {
        return label[way];
    }

    /** The key of the cheapest way that meets a node. */
    int edgeKey(int atNode) {
        int best = -1;
        for (int way = 0; way < size; way++) {
            if (node[way] == atNode && (best < 0 || label[way] < label[best])) {
                best = way;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("a path that begins or ends nowhere");
        }
        return edgeKey[best];
    }

    /** The nodes; only the first {@link #size} count. Nobody writes to them. */
    int[] nodes() {
        return node;
    }

    /** What the way to each of {@link #nodes} costs. */
    long[] labels() {
        return label;
    }
}
