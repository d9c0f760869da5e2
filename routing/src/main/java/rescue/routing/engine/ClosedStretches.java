package rescue.routing.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is closed to one kind of vehicle, immutable. Edges are kilometres long in these mountains, so a closure shuts a
 * stretch of an edge: nobody drives through it, but whoever stands on the edge still reaches the end on his own side.
 */
public final class ClosedStretches {

    /** Every road open. */
    public static final ClosedStretches NONE = of(List.of());

    private final BitSet edges;
    private final Map<Integer, List<Stretch>> byEdge;
    private final int size;

    private ClosedStretches(BitSet edges, Map<Integer, List<Stretch>> byEdge) {
        this.edges = edges;
        this.byEdge = byEdge;
        size = edges.cardinality();
    }

    /** Joins stretches that touch, so that each edge has its closed parts once and in order. */
    public static ClosedStretches of(Collection<Stretch> stretches) {
        BitSet edges = new BitSet();
        Map<Integer, List<Stretch>> byEdge = new HashMap<>();
        stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::edge).thenComparingDouble(Stretch::from))
                .forEach(next -> {
                    edges.set(next.edge());
                    List<Stretch> sofar = byEdge.computeIfAbsent(next.edge(), edge -> new ArrayList<>());
                    if (!sofar.isEmpty() && sofar.get(sofar.size() - 1).to() >= next.from()) {
                        Stretch last = sofar.remove(sofar.size() - 1);
                        sofar.add(new Stretch(next.edge(), last.from(), Math.max(last.to(), next.to())));
                    } else {
                        sofar.add(next);
                    }
                });
        return new ClosedStretches(edges, byEdge);
    }

    /** Whether nobody drives through that edge from end to end. */
    public boolean isClosed(int edge) {
        return edges.get(edge);
    }

    /** A copy of the set of edges that are closed somewhere. */
    BitSet edges() {
        return (BitSet) edges.clone();
    }

    /** The closed parts of an edge, in order. */
    public List<Stretch> on(int edge) {
        return byEdge.getOrDefault(edge, List.of());
    }

    /** Whether the point stands in a closed stretch. */
    public boolean isInside(Phantom point) {
        return isClosed(point.edge()) && on(point.edge()).stream().anyMatch(stretch -> stretch.holds(point.fraction()));
    }

    /** The closed stretch in which the point stands; there must be one. */
    Stretch around(Phantom point) {
        return on(point.edge()).stream()
                .filter(stretch -> stretch.holds(point.fraction()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether nothing is closed between two fractions of an edge. */
    boolean isOpen(int edge, double from, double to) {
        return !isClosed(edge) || on(edge).stream().noneMatch(stretch -> stretch.meets(from, to));
    }

    /**
     * What is closed to whoever starts from that point or wants to get to it. A point in a closed stretch (a crew at a
     * landslide, a car under it) opens that stretch, over all edges that it covers: the crew drives up to it from either
     * side, as it must.
     */
    ClosedStretches forPoint(Phantom point, RoadGraph graph) {
        if (!isInside(point)) {
            return this;
        }
        Set<Stretch> opened = new HashSet<>();
        Deque<Stretch> next = new ArrayDeque<>();
        on(point.edge()).stream()
                .filter(stretch -> stretch.holds(point.fraction()))
                .forEach(next::add);
        while (!next.isEmpty()) {
            Stretch stretch = next.pop();
            if (opened.add(stretch)) {
                if (stretch.from() <= 0) {
                    touching(graph.tail(2 * stretch.edge()), graph).forEach(next::add);
                }
                if (stretch.to() >= 1) {
                    touching(graph.head(2 * stretch.edge()), graph).forEach(next::add);
                }
            }
        }
        return of(byEdge.values().stream()
                .flatMap(List::stream)
                .filter(stretch -> !opened.contains(stretch))
                .toList());
    }

    private List<Stretch> touching(int node, RoadGraph graph) {
        return Arrays.stream(graph.keysFrom(node))
                .mapToObj(key -> on(key >> 1).stream()
                        .filter(stretch -> (stretch.from() <= 0 && graph.tail(key & ~1) == node)
                                || (stretch.to() >= 1 && graph.head(key & ~1) == node)))
                .flatMap(stretches -> stretches)
                .toList();
    }

    /** How many edges are closed somewhere. */
    public int size() {
        return size;
    }

    @Override
    public String toString() {
        return byEdge.values().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClosedStretches that && byEdge.equals(that.byEdge);
    }

    @Override
    public int hashCode() {
        return byEdge.hashCode();
    }
}
