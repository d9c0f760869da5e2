package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Driving times and ways over one road graph. The one door to the searches: another algorithm comes in behind it.
 *
 * <p>Thread-safe. {@link #lookUp} takes microseconds and may be called anywhere, everything else belongs on a worker.
 */
public final class RoadEngine {

    /** Memory for reach trees, all states of the roads together: on 74,000 nodes 160 of them, for a process of 600 MB. */
    public static final long REACH_TREE_BYTES = 96L << 20;

    private static final long UNKNOWN = -1;

    private final Roads roads;
    private final RoadGraph graph;
    private final Approach approach;
    private final Workspaces workspaces;
    private final Executor background;
    private final Map<RoadWeights, RoadState> open = new IdentityHashMap<>();

    /** An engine that grows its reach trees on {@code background}. */
    public RoadEngine(Roads roads, Executor background) {
        this.roads = roads;
        this.background = background;
        graph = roads.graph();
        approach = new Approach(graph);
        workspaces = new Workspaces(graph);
        for (TravelMode mode : TravelMode.values()) {
            open.computeIfAbsent(
                    roads.weights(mode), weights -> state(weights, SlowStretches.NONE, ClosedStretches.NONE));
        }
    }

    public Roads roads() {
        return roads;
    }

    public RoadGraph graph() {
        return graph;
    }

    /** The roads as that mode finds them on a dry day with nothing closed. */
    public RoadState open(TravelMode mode) {
        return Optional.ofNullable(open.get(roads.weights(mode))).orElseThrow();
    }

    /** The roads as that mode finds them with some stretches closed. */
    public RoadState closed(TravelMode mode, ClosedStretches closed) {
        return next(open(mode), SlowStretches.NONE, closed);
    }

    /** The state that takes the place of another; what was known of that is found out again in the background. */
    RoadState next(RoadState before, SlowStretches slow, ClosedStretches closed) {
        if (before.isSameAs(before.weights(), slow, closed)) {
            return before;
        }
        RoadState next = state(before.weights(), slow, closed);
        next.trees().wishAllOf(before.trees());
        return next;
    }

    private RoadState state(RoadWeights weights, SlowStretches slow, ClosedStretches closed) {
        return new RoadState(
                weights,
                slow,
                closed,
                state -> new ReachTrees(graph, state, workspaces, background, REACH_TREE_BYTES / 4));
    }

    /**
     * The labels between a scene and others, from the others to the scene or, with {@link Direction#BACKWARD}, from the
     * scene to them. Empty when at least one reach tree is missing; if it is missed again it grows in the background.
     */
    public Optional<long[]> lookUp(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre) {
        long[] labels = known(state, scene, others, othersAre);
        return Arrays.stream(labels).anyMatch(label -> label == UNKNOWN) ? Optional.empty() : Optional.of(labels);
    }

    /** The same labels, whatever it takes: what no reach tree knows is found by one search from the scene. */
    public long[] search(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre) {
        long[] labels = known(state, scene, others, othersAre);
        int[] missing = IntStream.range(0, labels.length)
                .filter(i -> labels[i] == UNKNOWN)
                .toArray();
        if (missing.length == 0) {
            return labels;
        }
        ClosedStretches closed = state.closed().forPoint(scene, graph);
        long[] found = search(
                state,
                closed,
                scene,
                Arrays.stream(missing).mapToObj(others::get).toList(),
                othersAre);
        for (int i = 0; i < missing.length; i++) {
            Phantom other = others.get(missing[i]);
            // Rare: who stands in another closed stretch gets a search of his own.
            labels[missing[i]] = closed.isInside(other)
                    ? search(state, closed.forPoint(other, graph), scene, List.of(other), othersAre)[0]
                    : found[i];
        }
        return labels;
    }

    private long[] known(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre) {
        long[] labels = new long[others.size()];
        ClosedStretches closed = state.closed();
        if (closed.isInside(scene)) { // its own closure does not bind it, so no tree holds for it
            Arrays.fill(labels, UNKNOWN);
            return labels;
        }
        Ends atScene = approach.ends(state, scene, closed, opposite(othersAre));
        for (int i = 0; i < labels.length; i++) { // to the end, for every missing tree is to be noticed
            labels[i] =
                    closed.isInside(others.get(i)) ? UNKNOWN : known(state, scene, atScene, others.get(i), othersAre);
        }
        return labels;
    }

    private long known(RoadState state, Phantom scene, Ends atScene, Phantom other, Direction othersAre) {
        Ends atOther = approach.ends(state, other, state.closed(), othersAre);
        long best = along(state, state.closed(), scene, other, othersAre);
        boolean complete = true;
        for (int a = 0; a < atOther.size(); a++) {
            ReachTree tree = state.trees().find(atOther.node(a), othersAre);
            if (tree == null) {
                complete = false;
                continue;
            }
            for (int b = 0; b < atScene.size(); b++) {
                best = Math.min(best, atOther.label(a) + tree.label(atScene.node(b)) + atScene.label(b));
            }
        }
        return complete ? best : UNKNOWN;
    }

    private long[] search(
            RoadState state, ClosedStretches closed, Phantom scene, List<Phantom> others, Direction othersAre) {
        Direction direction = opposite(othersAre);
        Ends atScene = approach.ends(state, scene, closed, direction);
        List<Ends> atOthers = others.stream()
                .map(other -> approach.ends(state, other, closed, othersAre))
                .toList();
        int[] targets = atOthers.stream()
                .flatMapToInt(ends -> Arrays.stream(ends.nodes()))
                .toArray();
        return workspaces.with(dijkstra -> {
            dijkstra.runUntil(state, targets, atScene, closed, direction);
            long[] labels = new long[others.size()];
            for (int i = 0; i < labels.length; i++) {
                Ends ends = atOthers.get(i);
                labels[i] = along(state, closed, scene, others.get(i), othersAre);
                for (int a = 0; a < ends.size(); a++) {
                    labels[i] = Math.min(labels[i], ends.label(a) + dijkstra.label(ends.node(a)));
                }
            }
            return labels;
        });
    }

    private long along(RoadState state, ClosedStretches closed, Phantom scene, Phantom other, Direction othersAre) {
        return othersAre == Direction.FORWARD
                ? Approach.along(state, other, scene, closed)
                : Approach.along(state, scene, other, closed);
    }

    /** The fastest way, or empty when there is none. */
    public Optional<Way> way(RoadState state, Phantom from, Phantom to) {
        ClosedStretches closed = state.closed().forPoint(from, graph).forPoint(to, graph);
        Ends out = approach.ends(state, from, closed, Direction.FORWARD);
        Ends in = approach.ends(state, to, closed, Direction.BACKWARD);
        long direct = Approach.along(state, from, to, closed);
        return workspaces.with(dijkstra -> {
            dijkstra.runUntil(state, in.nodes(), out, closed, Direction.FORWARD);
            int last = IntStream.range(0, in.size())
                    .boxed()
                    .min((a, b) -> Long.compare(total(dijkstra, in, a), total(dijkstra, in, b)))
                    .orElse(-1);
            long round = last < 0 ? Label.UNREACHED : total(dijkstra, in, last);
            if (!Label.isReached(Math.min(direct, round))) {
                return Optional.empty();
            }
            return Optional.of(
                    direct <= round ? straight(direct, from, to) : unpack(dijkstra, round, from, to, out, in, last));
        });
    }

    /** How far one gets when {@link #way} finds no way; empty when not even a walk along roads leads there. */
    public Optional<LastReachable.Stop> lastReachable(
            RoadState state, Phantom from, Phantom to, IntToDoubleFunction lengthM, double walkMsPerM) {
        ClosedStretches closed = state.closed().forPoint(from, graph);
        Ends out = approach.ends(state, from, closed, Direction.FORWARD);
        long[] reach = workspaces.with(dijkstra -> {
            dijkstra.run(state, out, closed, Direction.FORWARD);
            return dijkstra.labels();
        });
        return new LastReachable(state, closed, lengthM, walkMsPerM).find(from, to, reach);
    }

    private static long total(Dijkstra dijkstra, Ends in, int i) {
        return dijkstra.label(in.node(i)) + in.label(i);
    }

    private static Way straight(long label, Phantom from, Phantom to) {
        boolean drawn = to.fraction() >= from.fraction();
        return new Way(
                label,
                List.of(new Piece(
                        2 * from.edge() + (drawn ? 0 : 1),
                        drawn ? from.fraction() : 1 - from.fraction(),
                        drawn ? to.fraction() : 1 - to.fraction())));
    }

    private Way unpack(Dijkstra dijkstra, long label, Phantom from, Phantom to, Ends out, Ends in, int last) {
        List<Integer> keys = new ArrayList<>();
        int node = in.node(last);
        for (int arc = dijkstra.parentArc(node); arc >= 0; arc = dijkstra.parentArc(node)) {
            keys.add(graph.arcs().key()[arc]);
            node = graph.arcs().tail()[arc];
        }
        Collections.reverse(keys);
        int first = wayOut(out, node, dijkstra.label(node));
        List<Piece> pieces = new ArrayList<>();
        int firstKey = out.edgeKey(first);
        pieces.add(new Piece(firstKey, (firstKey & 1) == 0 ? from.fraction() : 1 - from.fraction(), 1));
        keys.forEach(key -> pieces.add(new Piece(key, 0, 1)));
        int lastKey = in.edgeKey(last);
        pieces.add(new Piece(lastKey, 0, (lastKey & 1) == 0 ? to.fraction() : 1 - to.fraction()));
        return new Way(label, pieces);
    }

    private static int wayOut(Ends out, int node, long label) {
        return IntStream.range(0, out.size())
                .filter(i -> out.node(i) == node && out.label(i) == label)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a path that begins nowhere"));
    }

    private static Direction opposite(Direction direction) {
        return direction == Direction.FORWARD ? Direction.BACKWARD : Direction.FORWARD;
    }
}
