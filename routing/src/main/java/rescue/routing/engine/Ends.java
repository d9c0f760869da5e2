package rescue.routing.engine;

import java.util.Arrays;

/**
 * Where a point on an edge meets the nodes of the network: its ways out, or its ways in; none, one or two,
 * or more where a junction with a forbidden turn is taken apart.
 */
final class Ends {

    private int[] node = new int[2];
    private long[] label = new long[2];
    private int[] edgeKey = new int[2];
    private int size;

    /** Exactly on a node, as if some edge ended there. */
    static Ends atNode(int node) {
        Ends ends = new Ends();
        ends.add(node, 0, 0);
        return ends;
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

    int edgeKey(int way) {
        return edgeKey[way];
    }

    int[] nodes() {
        return Arrays.copyOf(node, size);
    }
}
