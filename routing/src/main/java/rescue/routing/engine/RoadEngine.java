package rescue.routing.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import rescue.routing.cch.EliminationTreeLabel;
import rescue.routing.cch.Hierarchy;
import rescue.routing.cch.Metric;
import rescue.routing.cch.Phast;

/**
 * Driving times and ways over the roads of one map: the one door to the hierarchy.
 *
 * <p>Thread-safe. {@link #labels} takes microseconds and may be called anywhere as long as {@link #isQuick} says so; ways
 * and new states belong on a worker.
 */
public final class RoadEngine {

    /** So few labels are computed and kept at once, some microseconds each; more are found by one lazy search instead. */
    private static final int LABELS_AT_ONCE = 8;

    /** Closed stretches opened for questions from inside, of one state: landslides with a crew in them. */
    private static final int MAX_OPENED = 16;

    private final Roads roads;
    private final RoadGraph graph;
    private final Hierarchy hierarchy;
    private final Approach approach;
    private final Workspaces workspaces;
    private final Executor background;

    /** One for each kind of weights (which are equal only to themselves), so that several can work at once. */
    private final Map<RoadWeights, Customizer> customizers = new HashMap<>();

    private final Map<RoadWeights, RoadState> open = new HashMap<>();

    /** An engine that computes labels again on {@code background} when the roads change. */
    public RoadEngine(Roads roads, Hierarchy hierarchy, Executor background) {
        this.roads = roads;
        this.hierarchy = hierarchy;
        this.background = background;
        graph = roads.graph();
        approach = new Approach(graph);
        workspaces = new Workspaces(hierarchy);
        for (TravelMode mode : TravelMode.values()) {
            RoadWeights weights = roads.weights(mode);
            Customizer customizer = customizers.computeIfAbsent(weights, first -> new Customizer(graph, hierarchy));
            open.computeIfAbsent(weights, first -> customizer.full(first, SlowStretches.NONE, ClosedStretches.NONE));
        }
    }

    /** An engine whose hierarchy is computed here and not kept: for small graphs. */
    public RoadEngine(Roads roads, Executor background) {
        this(roads, RoadHierarchy.of(roads.graph(), null), background);
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
        return next(new Change(open(mode), SlowStretches.NONE, closed));
    }

    /** The states that changes lead to. A storm, which makes every weight new for every mode, is worked off side by side. */
    Map<Change, RoadState> next(Collection<Change> changes) {
        List<Change> distinct = changes.stream().distinct().toList();
        boolean isStorm = distinct.stream()
                        .filter(change -> customizer(change).isMuch(change))
                        .count()
                > 1;
        List<RoadState> made = (isStorm ? distinct.parallelStream() : distinct.stream())
                .map(this::next)
                .toList();
        Map<Change, RoadState> states = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            states.put(distinct.get(i), made.get(i));
        }
        return states;
    }

    private Customizer customizer(Change change) {
        return Objects.requireNonNull(customizers.get(change.before().weights()));
    }

    /** The state that takes the place of another. Who carried a label gets a new one in the background. */
    private RoadState next(Change change) {
        RoadState before = change.before();
        if (change.isNone()) {
            return before;
        }
        RoadState next = customizer(change).next(change);
        if (before != open.get(before.weights())) {
            before.replace();
        }
        background.execute(() -> {
            for (Direction direction : Direction.values()) {
                label(next, before.labels().points(direction), direction);
            }
        });
        return next;
    }

    private EliminationTreeLabel carry(RoadState state, Ends ends, Phantom point, Direction direction) {
        EliminationTreeLabel label = new EliminationTreeLabel(hierarchy);
        compute(label, ends, state, point, direction);
        state.labels().put(point, direction, label);
        return label;
    }

    private void compute(EliminationTreeLabel label, Ends ends, RoadState state, Phantom point, Direction direction) {
        approach.fill(ends, state, point, direction);
        label.compute(metric(state, direction), ends.nodes(), ends.labels(), ends.size());
    }

    private static Metric metric(RoadState state, Direction direction) {
        return direction == Direction.FORWARD ? state.metric() : state.metric().reversed();
    }

    /** Whether questions about that point take microseconds: it stands in no closed stretch, or was asked about before. */
    public boolean isQuick(RoadState state, Phantom point) {
        return !state.closed().isInside(point)
                || state.opened().containsKey(state.closed().around(point));
    }

    /** The roads as they are for whoever stands there: his own closed stretch does not bind him. */
    RoadState around(RoadState state, Phantom point) {
        if (!state.closed().isInside(point)) {
            return state;
        }
        Stretch inside = state.closed().around(point);
        RoadState opened = state.opened().get(inside);
        if (opened == null) {
            Change change = new Change(state, state.slow(), state.closed().forPoint(point, graph));
            opened = customizer(change).next(change);
            if (state.opened().size() >= MAX_OPENED) {
                state.opened().clear();
            }
            state.opened().put(inside, opened);
        }
        return opened;
    }

    /**
     * What it costs between a scene and others, from the others to the scene or, with {@link Direction#BACKWARD}, from the
     * scene to them; {@link Label#UNREACHED} where no road leads.
     */
    public long[] labels(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre) {
        long[] labels = new long[others.size()];
        RoadState here = around(state, scene);
        Workspace workspace = workspaces.take();
        try {
            meet(here, workspace, scene, others, othersAre, labels);
        } finally {
            workspaces.giveBack(workspace);
        }
        if (here.closed().size() > 0) {
            for (int i = 0; i < labels.length; i++) {
                Phantom other = others.get(i);
                if (here.closed().isInside(other)) { // rare: his own closed stretch is open to him
                    labels[i] = labels(around(here, other), scene, List.of(other), othersAre)[0];
                }
            }
        }
        return labels;
    }

    private void meet(
            RoadState state,
            Workspace workspace,
            Phantom scene,
            List<Phantom> others,
            Direction othersAre,
            long[] labels) {
        compute(workspace.label, workspace.ends, state, scene, othersAre.opposite());
        if (workspace.missing.length < labels.length) {
            workspace.missing = new int[labels.length];
        }
        int missing = 0;
        for (int i = 0; i < labels.length; i++) {
            Phantom other = others.get(i);
            EliminationTreeLabel carried = state.labels().find(other, othersAre);
            labels[i] = along(state, scene, other, othersAre);
            if (carried == null) {
                workspace.missing[missing++] = i;
            } else {
                labels[i] = Math.min(labels[i], workspace.label.weightTo(carried));
            }
        }
        if (missing > LABELS_AT_ONCE) {
            searchLazily(state, workspace, others, othersAre, missing, labels);
            return;
        }
        for (int i = 0; i < missing; i++) {
            int at = workspace.missing[i];
            EliminationTreeLabel label = carry(state, workspace.otherEnds, others.get(at), othersAre);
            labels[at] = Math.min(labels[at], workspace.label.weightTo(label));
        }
    }

    /** Those without a label do not wait for one: they are found from the scene, and get theirs in the background. */
    private void searchLazily(
            RoadState state,
            Workspace workspace,
            List<Phantom> others,
            Direction othersAre,
            int missing,
            long[] labels) {
        Ends ends = workspace.ends;
        workspace.rphast.start(metric(state, othersAre.opposite()), ends.nodes(), ends.labels(), ends.size());
        Phantom[] wished = new Phantom[missing];
        for (int i = 0; i < missing; i++) {
            int at = workspace.missing[i];
            wished[i] = others.get(at);
            approach.fill(workspace.otherEnds, state, wished[i], othersAre);
            for (int way = 0; way < workspace.otherEnds.size(); way++) {
                labels[at] = Math.min(
                        labels[at],
                        workspace.otherEnds.label(way) + workspace.rphast.weight(workspace.otherEnds.node(way)));
            }
        }
        background.execute(() -> label(state, List.of(wished), othersAre));
    }

    private void label(RoadState state, List<Phantom> points, Direction direction) {
        Ends ends = new Ends();
        for (Phantom point : points) {
            if (!state.isReplaced() && state.labels().find(point, direction) == null) {
                carry(state, ends, point, direction);
            }
        }
    }

    private static long along(RoadState state, Phantom scene, Phantom other, Direction othersAre) {
        return othersAre == Direction.FORWARD
                ? Approach.along(state, other, scene)
                : Approach.along(state, scene, other);
    }

    /** The fastest way, or empty when there is none. */
    public Optional<Way> way(RoadState state, Phantom from, Phantom to) {
        RoadState here = around(around(state, from), to);
        long direct = Approach.along(here, from, to);
        Workspace workspace = workspaces.take();
        try {
            Ends out = workspace.ends;
            Ends in = workspace.otherEnds;
            approach.fill(out, here, from, Direction.FORWARD);
            approach.fill(in, here, to, Direction.BACKWARD);
            long round = workspace.path.find(
                    here.metric(), out.nodes(), out.labels(), out.size(), in.nodes(), in.labels(), in.size());
            if (!Label.isReached(Math.min(direct, round))) {
                return Optional.empty();
            }
            return Optional.of(direct <= round ? Way.along(direct, from, to) : unpacked(workspace, from, to));
        } finally {
            workspaces.giveBack(workspace);
        }
    }

    /** How far one gets when {@link #way} finds no way; empty when not even a walk along roads leads there. */
    public Optional<LastReachable.Stop> lastReachable(
            RoadState state, Phantom from, Phantom to, IntToDoubleFunction lengthM, double walkMsPerM) {
        RoadState here = around(state, from);
        return new LastReachable(here, here.closed(), lengthM, walkMsPerM).find(from, to, reach(here, from));
    }

    /** Up to so many other ways beside the best, really different from it and from each other; there may be none. */
    public List<Way> alternatives(RoadState state, Phantom from, Phantom to, Way best, int most) {
        RoadState here = around(around(state, from), to);
        Ends out = new Ends();
        Ends in = new Ends();
        approach.fill(out, here, from, Direction.FORWARD);
        approach.fill(in, here, to, Direction.BACKWARD);
        long[] fromStart = reach(here, out, Direction.FORWARD);
        return new Alternatives(here, out, in, fromStart, reach(here, in, Direction.BACKWARD))
                .find(best, from, to, most);
    }

    /** What it costs from a point to every node. */
    private long[] reach(RoadState state, Phantom from) {
        Ends ends = new Ends();
        approach.fill(ends, state, from, Direction.FORWARD);
        return reach(state, ends, Direction.FORWARD);
    }

    private long[] reach(RoadState state, Ends ends, Direction direction) {
        Phast phast =
                new Phast(hierarchy); // for somebody who is cut off or wants other ways: seldom, so it is not kept
        phast.run(metric(state, direction), ends.nodes(), ends.labels(), ends.size());
        return LongStream.range(0, hierarchy.nodes())
                .map(node -> phast.weight((int) node))
                .toArray();
    }

    private Way unpacked(Workspace workspace, Phantom from, Phantom to) {
        int length = workspace.path.length();
        Piece[] pieces = new Piece[length + 2];
        int firstKey = workspace.ends.edgeKey(workspace.path.source());
        pieces[0] = new Piece(firstKey, (firstKey & 1) == 0 ? from.fraction() : 1 - from.fraction(), 1);
        for (int i = 0; i < length; i++) {
            pieces[i + 1] = new Piece(graph.arcs().key()[workspace.path.arc(i)], 0, 1);
        }
        int lastKey = workspace.otherEnds.edgeKey(workspace.path.target());
        pieces[length + 1] = new Piece(lastKey, 0, (lastKey & 1) == 0 ? to.fraction() : 1 - to.fraction());
        return new Way(workspace.path.weight(), List.of(pieces));
    }
}
