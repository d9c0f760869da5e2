package rescue.routing.engine;

import java.util.Arrays;
import java.util.BitSet;

/** What driving each key costs in one travel mode on open, dry roads, and which part of the network that mode can use. */
public final class RoadWeights {

    private final RoadGraph graph;
    private final long[] labelByKey;
    private final boolean boundByTurns;
    private final BitSet mainEdges = new BitSet();

    /**
     * Weights for a graph.
     *
     * @param labelByKey for each edge key what driving it costs, {@link Label#UNREACHED} where that is not allowed
     * @param boundByTurns whether forbidden turns are forbidden to this mode
     */
    public RoadWeights(RoadGraph graph, long[] labelByKey, boolean boundByTurns) {
        this.graph = graph;
        this.labelByKey = labelByKey.clone();
        this.boundByTurns = boundByTurns && !graph.arcs().banned().isEmpty();
        Arcs arcs = graph.arcs();
        BitSet mainNodes = StrongComponents.largest(arcs, this::isDrivable);
        for (int arc = 0; arc < arcs.count(); arc++) {
            if (isDrivable(arc)
                    && !graph.signs().isCopy(arcs.key()[arc] >> 1)
                    && mainNodes.get(arcs.tail()[arc])
                    && mainNodes.get(arcs.head()[arc])) {
                mainEdges.set(arcs.key()[arc] >> 1);
            }
        }
    }

    private boolean isDrivable(int arc) {
        return Label.isReached(labelByKey[graph.arcs().key()[arc]]) && isTurnAllowed(arc);
    }

    /** Whether the turn with which that arc begins may be made. */
    boolean isTurnAllowed(int arc) {
        return !boundByTurns || !graph.arcs().banned().get(arc);
    }

    boolean isBoundByTurns() {
        return boundByTurns;
    }

    public RoadGraph graph() {
        return graph;
    }

    /** What driving that key costs from end to end on open, dry roads. */
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

    /** The keys that leave a node and may be driven. */
    public int[] keysFrom(int node) {
        return Arrays.stream(graph.keysFrom(node))
                .filter(key -> Label.isReached(labelByKey[key]))
                .toArray();
    }

    /** Whether both modes find the same roads, so that one can answer for the other. */
    boolean isSameAs(RoadWeights that) {
        return boundByTurns == that.boundByTurns && Arrays.equals(labelByKey, that.labelByKey);
    }
}
