package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How far a vehicle gets when the open roads do not lead to its goal: the point from which the drive and the walk along
 * the roads that are left take least time together. One search on foot from the goal backward, over the reach of the
 * vehicle; it ends when walking alone takes longer than the best stop found.
 */
public final class LastReachable {

    /** Metres between the vehicle and the closed stretch: it must turn there, and what has slid may slide again. */
    static final double STAND_OFF_M = 20;

    private final RoadState state;
    private final RoadGraph graph;
    private final IntToDoubleFunction lengthM;
    private final ClosedStretches closed;
    private final double walkMsPerM;
    private final Map<Integer, Foot> feet = new HashMap<>();
    private @Nullable Stop best;

    /**
     * Where the vehicle stops.
     *
     * @param at the point, outside every closed stretch
     * @param walkM metres from there to the goal along roads, closed ones too
     * @param walk the same as pieces of edges, in walking order
     */
    public record Stop(Phantom at, double walkM, List<Piece> walk, double totalMs) {}

    /** A node on foot: metres to the goal, the key by which one walks on, and whether the goal lies on that key. */
    private record Foot(int node, double metres, int onward, boolean last) {}

    LastReachable(RoadState state, ClosedStretches closed, IntToDoubleFunction lengthM, double walkMsPerM) {
        this.state = state;
        graph = state.weights().graph();
        this.lengthM = lengthM;
        this.closed = closed;
        this.walkMsPerM = walkMsPerM;
    }

    /** The best stop; empty when not even walking along roads leads there. {@code reach} labels every search node. */
    Optional<Stop> find(Phantom from, Phantom to, long[] reach) {
        long[] reached = atJunctions(reach);
        PriorityQueue<Foot> queue = new PriorityQueue<>((a, b) -> Double.compare(a.metres, b.metres));
        double toLength = lengthM.applyAsDouble(to.edge());
        queue.add(new Foot(graph.tail(2 * to.edge()), to.fraction() * toLength, 2 * to.edge(), true));
        queue.add(new Foot(graph.head(2 * to.edge()), (1 - to.fraction()) * toLength, 2 * to.edge() + 1, true));
        onEdge(to.edge(), from, to, reached);
        while (!queue.isEmpty()) {
            Foot foot = queue.poll();
            if (best != null && foot.metres * walkMsPerM >= best.totalMs) {
                break;
            }
            if (feet.putIfAbsent(foot.node, foot) != null) {
                continue;
            }
            if (Label.isReached(reached[foot.node])) {
                offerNode(foot.node, reached, to);
            }
            for (int key : graph.keysFrom(foot.node)) {
                queue.add(new Foot(graph.head(key), foot.metres + lengthM.applyAsDouble(key >> 1), key ^ 1, false));
                onEdge(key >> 1, from, to, reached);
            }
        }
        return Optional.ofNullable(best);
    }

    /** A junction that is taken apart is reached as soon as one of its nodes is. */
    private long[] atJunctions(long[] reach) {
        long[] reached = new long[graph.nodes()];
        Arrays.fill(reached, Label.UNREACHED);
        int[] junction = graph.arcs().junction();
        for (int node = 0; node < reach.length; node++) {
            reached[junction[node]] = Math.min(reached[junction[node]], reach[node]);
        }
        return reached;
    }

    /** The stops on one edge: where the vehicle stands, and before the closed stretches from either end. */
    private void onEdge(int edge, Phantom from, Phantom to, long[] reached) {
        List<Stretch> stretches = closed.on(edge);
        double off = Math.min(0.5, STAND_OFF_M / Math.max(1, lengthM.applyAsDouble(edge)));
        if (from.edge() == edge) {
            offer(from, 0, to);
            fromStart(from, stretches, off, to);
        }
        if (stretches.isEmpty()) {
            return;
        }
        double first = stretches.get(0).from() - off;
        if (first > 0) {
            offer(new Phantom(edge, first), reached[graph.tail(2 * edge)], state.part(2 * edge, 0, first), to);
        }
        double last = stretches.get(stretches.size() - 1).to() + off;
        if (last < 1) {
            offer(new Phantom(edge, last), reached[graph.head(2 * edge)], state.part(2 * edge + 1, last, 1), to);
        }
    }

    private void fromStart(Phantom from, List<Stretch> stretches, double off, Phantom to) {
        for (Stretch stretch : stretches) {
            boolean ahead = stretch.from() >= from.fraction();
            double at = ahead ? stretch.from() - off : stretch.to() + off;
            int key = 2 * from.edge() + (ahead ? 0 : 1);
            if ((ahead ? at > from.fraction() : at < from.fraction())
                    && closed.isOpen(from.edge(), from.fraction(), at)) {
                offer(new Phantom(from.edge(), at), 0, state.part(key, from.fraction(), at), to);
            }
        }
    }

    private void offerNode(int node, long[] reached, Phantom to) {
        Arrays.stream(graph.keysFrom(node))
                .filter(key -> Label.isReached(state.weights().label(key ^ 1)))
                .mapToObj(key -> new Phantom(key >> 1, key & 1))
                .filter(point -> !closed.isInside(point))
                .findFirst()
                .ifPresent(point -> offer(point, (double) Label.ms(reached[node]), to));
    }

    private void offer(Phantom stop, long before, long rest, Phantom to) {
        if (Label.isReached(before) && Label.isReached(rest)) {
            offer(stop, (double) Label.ms(before + rest), to);
        }
    }

    private void offer(Phantom stop, double driveMs, Phantom to) {
        if (closed.isInside(stop)) {
            return;
        }
        double length = lengthM.applyAsDouble(stop.edge());
        double along = stop.edge() == to.edge()
                ? Math.abs(stop.fraction() - to.fraction()) * length
                : Double.POSITIVE_INFINITY;
        double byHead = (1 - stop.fraction()) * length + metres(graph.head(2 * stop.edge()));
        double byTail = stop.fraction() * length + metres(graph.tail(2 * stop.edge()));
        double walkM = Math.min(along, Math.min(byHead, byTail));
        double totalMs = driveMs + walkM * walkMsPerM;
        if (totalMs < (best == null ? Double.POSITIVE_INFINITY : best.totalMs)) {
            best = new Stop(stop, walkM, walk(stop, to, along <= walkM, byHead <= walkM), totalMs);
        }
    }

    private double metres(int node) {
        Foot foot = feet.get(node);
        return foot == null ? Double.POSITIVE_INFINITY : foot.metres;
    }

    private List<Piece> walk(Phantom stop, Phantom to, boolean along, boolean byHead) {
        if (along) {
            boolean drawn = to.fraction() >= stop.fraction();
            int key = 2 * stop.edge() + (drawn ? 0 : 1);
            return List.of(new Piece(key, on(stop, key), on(to, key)));
        }
        List<Piece> pieces = new ArrayList<>();
        int key = 2 * stop.edge() + (byHead ? 0 : 1);
        pieces.add(new Piece(key, on(stop, key), 1));
        Foot foot = foot(graph.head(key));
        for (; !foot.last; foot = foot(graph.head(foot.onward))) {
            pieces.add(new Piece(foot.onward, 0, 1));
        }
        pieces.add(new Piece(foot.onward, 0, on(to, foot.onward)));
        return pieces;
    }

    private Foot foot(int node) {
        Foot foot = feet.get(node);
        if (foot == null) {
            throw new IllegalStateException("a walk that leads nowhere");
        }
        return foot;
    }

    private static double on(Phantom point, int key) {
        return (key & 1) == 0 ? point.fraction() : 1 - point.fraction();
    }
}
