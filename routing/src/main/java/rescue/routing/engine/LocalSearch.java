package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Shortest ways by length in a small neighbourhood, closures ignored: for matching drawn lines, not for driving. */
final class LocalSearch {

    private static final int NO_KEY = -1;

    private final RoadWeights roads;
    private final RoadGraph graph;
    private final Phantom from;
    private final Map<Integer, Reached> settled = new HashMap<>();

    private record Reached(int node, double metres, int byKey) {}

    /** Labels all nodes within {@code limitM} metres of a point. */
    LocalSearch(RoadWeights roads, Phantom from, double limitM) {
        this.roads = roads;
        graph = roads.graph();
        this.from = from;
        PriorityQueue<Reached> queue = new PriorityQueue<>((a, b) -> Double.compare(a.metres, b.metres));
        offer(queue, graph.head(2 * from.edge()), part(2 * from.edge(), 1 - from.fraction()), NO_KEY, limitM);
        offer(queue, graph.tail(2 * from.edge()), part(2 * from.edge() + 1, from.fraction()), NO_KEY, limitM);
        while (!queue.isEmpty()) {
            Reached next = queue.poll();
            if (settled.putIfAbsent(next.node, next) != null) {
                continue;
            }
            for (int key : graph.keysFrom(next.node)) {
                offer(queue, graph.head(key), next.metres + part(key, 1), key, limitM);
            }
        }
    }

    private static void offer(PriorityQueue<Reached> queue, int node, double metres, int byKey, double limitM) {
        if (metres <= limitM) {
            queue.add(new Reached(node, metres, byKey));
        }
    }

    private double part(int key, double fraction) {
        return Label.isReached(roads.label(key)) ? Label.metres(roads.label(key)) * fraction : Double.POSITIVE_INFINITY;
    }

    /** Metres to another point, infinite when it is not in the neighbourhood. */
    double metresTo(Phantom to) {
        return Math.min(along(to), Math.min(entering(to, 2 * to.edge()), entering(to, 2 * to.edge() + 1)));
    }

    private double along(Phantom to) {
        if (from.edge() != to.edge()) {
            return Double.POSITIVE_INFINITY;
        }
        int key = 2 * from.edge() + (to.fraction() >= from.fraction() ? 0 : 1);
        return part(key, Math.abs(to.fraction() - from.fraction()));
    }

    private double entering(Phantom to, int key) {
        Reached tail = settled.get(graph.tail(key));
        return tail == null ? Double.POSITIVE_INFINITY : tail.metres + part(key, fractionOn(to, key));
    }

    /** The way to another point; empty when {@link #metresTo} is infinite. */
    List<Piece> wayTo(Phantom to) {
        double best = metresTo(to);
        if (Double.isInfinite(best)) {
            return List.of();
        }
        if (along(to) <= best) {
            int key = 2 * from.edge() + (to.fraction() >= from.fraction() ? 0 : 1);
            return List.of(new Piece(key, fractionOn(from, key), fractionOn(to, key)));
        }
        int last = entering(to, 2 * to.edge()) <= best ? 2 * to.edge() : 2 * to.edge() + 1;
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(last, 0, fractionOn(to, last)));
        int node = graph.tail(last);
        for (Reached at = reached(node); at.byKey != NO_KEY; at = reached(node)) {
            pieces.add(new Piece(at.byKey, 0, 1));
            node = graph.tail(at.byKey);
        }
        int first = node == graph.head(2 * from.edge())
                        && reached(node).metres == part(2 * from.edge(), 1 - from.fraction())
                ? 2 * from.edge()
                : 2 * from.edge() + 1;
        pieces.add(new Piece(first, fractionOn(from, first), 1));
        Collections.reverse(pieces);
        return pieces;
    }

    private Reached reached(int node) {
        return Optional.ofNullable(settled.get(node)).orElseThrow();
    }

    private static double fractionOn(Phantom point, int key) {
        return (key & 1) == 0 ? point.fraction() : 1 - point.fraction();
    }
}
