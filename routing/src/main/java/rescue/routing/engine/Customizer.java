package rescue.routing.engine;

import java.util.Arrays;
import java.util.BitSet;
import rescue.routing.cch.Customization;
import rescue.routing.cch.Hierarchy;
import rescue.routing.cch.Metric;
import rescue.routing.cch.PartialCustomization;
import rescue.routing.cch.Weight;

/** From what roads cost and what is closed to a metric: only what has changed where little has, everything in a storm. */
final class Customizer {

    /** When more than one edge in so many has a new weight, to compute all of them is faster. */
    private static final int FEW = 50;

    private final Arcs arcs;
    private final int edgeCount;
    private final Customization customization;
    private final PartialCustomization partial;
    private int[] changedArcs = new int[64];
    private long[] changedWeights = new long[64];
    private int changes;

    Customizer(RoadGraph graph, Hierarchy hierarchy) {
        arcs = graph.arcs();
        edgeCount = graph.edges();
        customization = new Customization(hierarchy);
        partial = new PartialCustomization(hierarchy);
    }

    /** The metric of a state of the roads from nothing. */
    synchronized RoadState full(RoadWeights weights, SlowStretches slow, ClosedStretches closed) {
        long[] byArc = new long[arcs.count()];
        for (int arc = 0; arc < byArc.length; arc++) {
            byArc[arc] = weight(arc, weights, slow, closed);
        }
        return new RoadState(weights, slow, closed, customization.customize(byArc));
    }

    /** Whether so much changes that everything is computed. */
    boolean isMuch(Change change) {
        return isMuch(change.edges());
    }

    private boolean isMuch(BitSet edges) {
        return edges.cardinality() > edgeCount / FEW;
    }

    /** The state that a change leads to. */
    synchronized RoadState next(Change change) {
        RoadState before = change.before();
        SlowStretches slow = change.slow();
        ClosedStretches closed = change.closed();
        RoadWeights weights = before.weights();
        BitSet touched = change.edges();
        if (isMuch(touched)) {
            return full(weights, slow, closed);
        }
        changes = 0;
        for (int edge = touched.nextSetBit(0); edge >= 0; edge = touched.nextSetBit(edge + 1)) {
            for (int key = 2 * edge; key <= 2 * edge + 1; key++) {
                if (before.label(key) != RoadState.through(key, weights, slow, closed)) {
                    addArcs(key, weights, slow, closed);
                }
            }
        }
        Metric metric = changes == 0
                ? before.metric()
                : partial.with(
                        before.metric(), Arrays.copyOf(changedArcs, changes), Arrays.copyOf(changedWeights, changes));
        return new RoadState(weights, slow, closed, metric);
    }

    private void addArcs(int key, RoadWeights weights, SlowStretches slow, ClosedStretches closed) {
        int[] first = arcs.byKey().first();
        for (int i = first[key]; i < first[key + 1]; i++) {
            if (changes == changedArcs.length) {
                changedArcs = Arrays.copyOf(changedArcs, 2 * changes);
                changedWeights = Arrays.copyOf(changedWeights, 2 * changes);
            }
            changedArcs[changes] = arcs.byKey().item()[i];
            changedWeights[changes] = weight(changedArcs[changes], weights, slow, closed);
            changes++;
        }
    }

    private long weight(int arc, RoadWeights weights, SlowStretches slow, ClosedStretches closed) {
        return weights.isTurnAllowed(arc)
                ? RoadState.through(arcs.key()[arc], weights, slow, closed)
                : Weight.UNREACHED;
    }
}
