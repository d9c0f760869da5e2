package rescue.routing.cch;

/**
 * The order of a piece of a few nodes: always the node next that has the fewest neighbours left and the shortest path below
 * it (minimum degree: Tinney, Walker 1967; here balanced with the height of the elimination tree, for a chain eaten from its
 * ends would become a path to the root).
 */
final class SmallCell {

    /** One bit a node in a {@code long}. */
    static final int MAX_NODES = 64;

    private SmallCell() {}

    /** The nodes of the piece, by their numbers in it, in the order in which they are contracted. */
    static int[] order(Adjacency graph) {
        int nodes = graph.nodes();
        long[] neighbours = new long[nodes];
        for (int v = 0; v < nodes; v++) {
            for (int i = graph.first()[v]; i < graph.first()[v + 1]; i++) {
                neighbours[v] |= 1L << graph.to()[i];
            }
        }
        int[] height = new int[nodes];
        int[] order = new int[nodes];
        long left = nodes == MAX_NODES ? -1L : (1L << nodes) - 1;
        for (int rank = 0; rank < nodes; rank++) {
            int best = -1;
            int bestCost = Integer.MAX_VALUE;
            for (long rest = left; rest != 0; rest &= rest - 1) {
                int v = Long.numberOfTrailingZeros(rest);
                int cost = Long.bitCount(neighbours[v] & left) + height[v];
                if (cost < bestCost) {
                    best = v;
                    bestCost = cost;
                }
            }
            order[rank] = best;
            left &= ~(1L << best);
            for (long rest = neighbours[best] & left; rest != 0; rest &= rest - 1) {
                int v = Long.numberOfTrailingZeros(rest);
                neighbours[v] |= neighbours[best] & ~(1L << v);
                height[v] = Math.max(height[v], height[best] + 1);
            }
        }
        return order;
    }
}
