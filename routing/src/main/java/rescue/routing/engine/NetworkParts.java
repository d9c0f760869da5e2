package rescue.routing.engine;

import java.util.Arrays;

/**
 * Into which parts road closures have cut the network: its strongly connected components, so that within a part one can
 * drive from everywhere to everywhere.
 */
public final class NetworkParts {

    /** A point from which no end of its edge can be reached, there and back: between two closed stretches. */
    public static final int NOWHERE = -1;

    private final RoadState state;
    private final RoadGraph graph;
    private final Approach approach;
    private final int[] part;
    private final int[] size;

    /** One search over the whole network: milliseconds, so on a worker. */
    public NetworkParts(RoadState state) {
        this.state = state;
        graph = state.weights().graph();
        approach = new Approach(graph);
        Arcs arcs = graph.arcs();
        part = StrongComponents.number(
                arcs,
                arc -> Label.isReached(state.label(arcs.key()[arc]))
                        && state.weights().isTurnAllowed(arc));
        size = new int[part.length];
        Arrays.stream(part).forEach(number -> size[number]++);
    }

    /** The part to which a point belongs; of two, as for a point in a closed stretch, the larger; or {@link #NOWHERE}. */
    public int of(Phantom point) {
        RoadState here = around(point);
        Ends out = new Ends();
        Ends in = new Ends();
        approach.fill(out, here, point, Direction.FORWARD);
        approach.fill(in, here, point, Direction.BACKWARD);
        int best = NOWHERE;
        for (int a = 0; a < out.size(); a++) {
            for (int b = 0; b < in.size(); b++) {
                int leaves = part[out.node(a)];
                boolean returns = leaves == part[in.node(b)];
                if (returns && (best == NOWHERE || size[leaves] > size[best])) {
                    best = leaves;
                }
            }
        }
        return best;
    }

    /** Whoever stands in a closed stretch gets out of it at either end; nothing else about the roads is looked at here. */
    private RoadState around(Phantom point) {
        return state.closed().isInside(point)
                ? new RoadState(state.weights(), state.slow(), state.closed().forPoint(point, graph), state.metric())
                : state;
    }
}
