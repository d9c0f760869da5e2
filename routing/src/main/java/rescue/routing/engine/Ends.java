package rescue.routing.engine;

/**
 * Where a point on an edge meets the nodes of the network: its ways out, or its ways in; none, one or two.
 *
 * @param node the node at the end of each way
 * @param label what the way costs
 * @param edgeKey the point's edge, in the direction in which it is driven
 */
record Ends(int[] node, long[] label, int[] edgeKey) {

    int size() {
        return node.length;
    }
}
