package rescue.routing.engine;

import java.util.List;

/** The same questions as {@link RoadEngine#labels}, answered without the hierarchy: slow, and plainly right. */
final class PlainSearch {

    private final RoadGraph graph;
    private final Approach approach;

    PlainSearch(RoadGraph graph) {
        this.graph = graph;
        approach = new Approach(graph);
    }

    /** The labels between a scene and others. */
    long[] labels(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre) {
        Dijkstra dijkstra = new Dijkstra(graph);
        RoadState here = opened(state, scene);
        search(dijkstra, here, scene, othersAre);
        long[] labels = new long[others.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(dijkstra, here, scene, others.get(i), othersAre);
        }
        for (int i = 0; i < labels.length; i++) {
            if (here.closed().isInside(others.get(i))) {
                RoadState there = opened(here, others.get(i));
                search(dijkstra, there, scene, othersAre);
                labels[i] = label(dijkstra, there, scene, others.get(i), othersAre);
            }
        }
        return labels;
    }

    /** The metric stays the old one: nothing here looks at it. */
    private RoadState opened(RoadState state, Phantom point) {
        return new RoadState(state.weights(), state.slow(), state.closed().forPoint(point, graph), state.metric());
    }

    private void search(Dijkstra dijkstra, RoadState state, Phantom scene, Direction othersAre) {
        Ends start = new Ends();
        approach.fill(start, state, scene, othersAre.opposite());
        dijkstra.run(state, start, othersAre.opposite());
    }

    private long label(Dijkstra dijkstra, RoadState state, Phantom scene, Phantom other, Direction othersAre) {
        Ends ends = new Ends();
        approach.fill(ends, state, other, othersAre);
        long best = othersAre == Direction.FORWARD
                ? Approach.along(state, other, scene)
                : Approach.along(state, scene, other);
        for (int way = 0; way < ends.size(); way++) {
            best = Math.min(best, ends.label(way) + dijkstra.label(ends.node(way)));
        }
        return best;
    }
}
