package rescue.routing.closures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rescue.dispatch.road.ExtentMatch.Overlap;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Stretch;

/** Which road closures in force hold on the same roads: an index of one state of the roads. */
public final class ClosureOverlaps {

    /** Who enters a slow-down of all tracks is not told of every landslide on one. */
    private static final int MOST_TOLD = 20;

    /** More edges than this is a class of roads: looked up edge by edge, not kept with every edge. */
    private static final int MANY_EDGES = 1_000;

    private record Placed(int closure, Stretch stretch) {}

    private final List<InForce> closures;
    private final Map<Integer, List<Placed>> byEdge = new HashMap<>();
    private final Map<Integer, Set<Integer>> manyEdges = new HashMap<>();

    public ClosureOverlaps(List<InForce> closures) {
        this.closures = closures;
        for (int i = 0; i < closures.size(); i++) {
            List<Stretch> stretches = closures.get(i).stretches();
            if (stretches.size() > MANY_EDGES) {
                Set<Integer> edges = new HashSet<>();
                stretches.forEach(stretch -> edges.add(stretch.edge()));
                manyEdges.put(i, edges);
                continue;
            }
            for (Stretch stretch : stretches) {
                byEdge.computeIfAbsent(stretch.edge(), edge -> new ArrayList<>(2))
                        .add(new Placed(i, stretch));
            }
        }
    }

    /** Oldest first. */
    List<Overlap> with(List<Stretch> wanted) {
        Map<Integer, Integer> covered = new HashMap<>();
        Map<Integer, Boolean> touched = new HashMap<>();
        for (Stretch stretch : wanted) {
            Set<Integer> covering = new HashSet<>();
            for (Placed placed : byEdge.getOrDefault(stretch.edge(), List.of())) {
                if (placed.stretch.meets(stretch.from(), stretch.to()) || placed.stretch.equals(stretch)) {
                    touched.put(placed.closure, true);
                    if (placed.stretch.from() <= stretch.from() && placed.stretch.to() >= stretch.to()) {
                        covering.add(placed.closure);
                    }
                }
            }
            manyEdges.forEach((closure, edges) -> {
                if (edges.contains(stretch.edge())) {
                    touched.put(closure, true);
                    covering.add(closure);
                }
            });
            covering.forEach(closure -> covered.merge(closure, 1, Integer::sum));
        }
        return touched.keySet().stream()
                .sorted()
                .limit(MOST_TOLD)
                .map(i -> new Overlap(
                        closures.get(i).id(), closures.get(i).effect(), covered.getOrDefault(i, 0) == wanted.size()))
                .toList();
    }
}
