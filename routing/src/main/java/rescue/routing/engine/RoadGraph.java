package rescue.routing.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The roads of one map, immutable: junctions are nodes, what lies between two of them is an edge.
 *
 * <p>An edge has two keys, one for each way to drive it: {@code 2 * edge} as drawn, from base to adjacent node, and
 * {@code 2 * edge + 1} against it.
 */
public final class RoadGraph {

    private final int[] base;
    private final int[] adj;
    private final long[] labelByKey;
    private final Arcs out;
    private final Arcs in;
    private final BitSet mainEdges;
    private final BitSet deadEnds;

    /**
     * A graph of {@code base.length} edges.
     *
     * @param nodes how many junctions there are
     * @param base for each edge the node where its drawing begins
     * @param adj for each edge the node where its drawing ends
     * @param labelByKey for each edge key what driving it costs, {@link Label#UNREACHED} where that is not allowed
     */
    public RoadGraph(int nodes, int[] base, int[] adj, long[] labelByKey) {
        this.base = base.clone();
        this.adj = adj.clone();
        this.labelByKey = labelByKey.clone();
        out = Arcs.of(nodes, base, adj, labelByKey, Direction.FORWARD);
        in = Arcs.of(nodes, base, adj, labelByKey, Direction.BACKWARD);
        deadEnds = deadEnds(base, adj);
        BitSet mainNodes = StrongComponents.largest(out, nodes);
        mainEdges = new BitSet(base.length);
        for (int edge = 0; edge < base.length; edge++) {
            boolean drivable = Label.isReached(labelByKey[2 * edge]) || Label.isReached(labelByKey[2 * edge + 1]);
            mainEdges.set(edge, drivable && mainNodes.get(base[edge]) && mainNodes.get(adj[edge]));
        }
    }

    private BitSet deadEnds(int[] bases, int[] adjs) {
        int[] degree = new int[nodes()];
        for (int edge = 0; edge < bases.length; edge++) {
            degree[bases[edge]]++;
            degree[adjs[edge]]++;
        }
        BitSet ends = new BitSet(degree.length);
        for (int node = 0; node < degree.length; node++) {
            ends.set(node, degree[node] == 1);
        }
        return ends;
    }

    /** Whether only one edge touches the node: a third of them in these mountains, and no way leads through. */
    boolean isDeadEnd(int node) {
        return deadEnds.get(node);
    }

    public int nodes() {
        return out.first().length - 1;
    }

    public int edges() {
        return base.length;
    }

    /** The node where driving that key begins. */
    public int tail(int edgeKey) {
        return (edgeKey & 1) == 0 ? base[edgeKey >> 1] : adj[edgeKey >> 1];
    }

    /** The node where driving that key ends. */
    public int head(int edgeKey) {
        return tail(edgeKey ^ 1);
    }

    /** What driving that key costs from end to end on open roads. */
    public long label(int edgeKey) {
        return labelByKey[edgeKey];
    }

    /**
     * Whether the edge belongs to the largest part of the network in which one can drive from everywhere to everywhere.
     * Points are put only on these: the rest are islands of the drawing.
     */
    public boolean isMain(int edge) {
        return mainEdges.get(edge);
    }

    /** How many edges belong to the main network. */
    public int mainEdges() {
        return mainEdges.cardinality();
    }

    Arcs arcs(Direction direction) {
        return direction == Direction.FORWARD ? out : in;
    }

    /** The drivable keys that leave a node. */
    public int[] keysFrom(int node) {
        return keysAt(node, Direction.FORWARD).toArray();
    }

    /** The drivable keys that leave a node or, backward, that come in. */
    IntStream keysAt(int node, Direction direction) {
        Arcs arcs = arcs(direction);
        return Arrays.stream(arcs.edgeKey(), arcs.first()[node], arcs.first()[node + 1]);
    }
}
