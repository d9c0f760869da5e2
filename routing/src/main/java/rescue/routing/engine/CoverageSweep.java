package rescue.routing.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import rescue.routing.cch.Hierarchy;
import rescue.routing.cch.OwnerSweep;

/**
 * Who is there first, everywhere: two sweeps over all nodes, however many units there are, then a look-up for each place. The
 * arrays are kept from question to question.
 */
public final class CoverageSweep {

    /** Nobody gets there. */
    public static final Nearest NOBODY = new Nearest(-1, Label.UNREACHED);

    private final RoadEngine engine;
    private final Hierarchy hierarchy;
    private final Approach approach;
    private final ArrayDeque<OwnerSweep> free = new ArrayDeque<>();

    public CoverageSweep(RoadEngine engine) {
        this.engine = engine;
        hierarchy = engine.open(TravelMode.AMBULANCE).metric().hierarchy();
        approach = new Approach(engine.graph());
    }

    /**
     * Somebody who could go.
     *
     * @param startMs milliseconds until he starts
     */
    public record From(Phantom at, long startMs) {}

    /**
     * Who is at a place first.
     *
     * @param who the number of the one, or negative when nobody gets there; of two equally near the lower number
     * @param label what it costs, the start counted in
     */
    public record Nearest(int who, long label) {
        /** The better of two. */
        public Nearest or(Nearest other) {
            boolean better =
                    other.who >= 0 && (who < 0 || other.label < label || (other.label == label && other.who < who));
            return better ? other : this;
        }
    }

    /** For each place who is there first. */
    public List<Nearest> at(RoadState state, List<From> units, List<Phantom> places) {
        OwnerSweep sweep = take();
        try {
            sweep(sweep, state, units);
            List<Nearest> nearest = new ArrayList<>(places.size());
            for (Phantom place : places) {
                nearest.add(
                        state.closed().isInside(place) // its own closed stretch is open to it
                                ? oneByOne(state, units, place)
                                : read(sweep, state, units, place));
            }
            fromInside(state, units, places, nearest);
            return nearest;
        } finally {
            giveBack(sweep);
        }
    }

    private void sweep(OwnerSweep sweep, RoadState state, List<From> units) {
        int most = 2 * units.size(); // ways out: one at each end of the edge
        int[] nodes = new int[most];
        long[] weights = new long[most];
        int[] owners = new int[most];
        int count = 0;
        Ends ends = new Ends();
        for (int unit = 0; unit < units.size(); unit++) {
            approach.fill(ends, state, units.get(unit).at(), Direction.FORWARD);
            for (int way = 0; way < ends.size(); way++) {
                nodes[count] = ends.node(way);
                weights[count] = start(units.get(unit)) + ends.label(way);
                owners[count++] = unit;
            }
        }
        sweep.run(state.metric(), nodes, weights, owners, count);
    }

    private Nearest read(OwnerSweep sweep, RoadState state, List<From> units, Phantom place) {
        Nearest nearest = NOBODY;
        Ends ends = new Ends();
        approach.fill(ends, state, place, Direction.BACKWARD);
        for (int way = 0; way < ends.size(); way++) {
            long label = sweep.weight(ends.node(way)) + ends.label(way);
            if (Label.isReached(label)) {
                nearest = nearest.or(new Nearest(sweep.owner(ends.node(way)), label));
            }
        }
        for (int unit = 0; unit < units.size(); unit++) {
            if (units.get(unit).at().edge() == place.edge()) {
                long along = Approach.along(state, units.get(unit).at(), place);
                if (Label.isReached(along)) {
                    nearest = nearest.or(new Nearest(unit, start(units.get(unit)) + along));
                }
            }
        }
        return nearest;
    }

    private Nearest oneByOne(RoadState state, List<From> units, Phantom place) {
        long[] labels = engine.labels(state, place, units.stream().map(From::at).toList(), Direction.FORWARD);
        Nearest nearest = NOBODY;
        for (int unit = 0; unit < labels.length; unit++) {
            if (Label.isReached(labels[unit])) {
                nearest = nearest.or(new Nearest(unit, start(units.get(unit)) + labels[unit]));
            }
        }
        return nearest;
    }

    /** Rare: a unit in a closed stretch gets out of it, on roads of its own. */
    private void fromInside(RoadState state, List<From> units, List<Phantom> places, List<Nearest> nearest) {
        for (int unit = 0; unit < units.size(); unit++) {
            if (state.closed().isInside(units.get(unit).at())) {
                long[] labels = engine.labels(state, units.get(unit).at(), places, Direction.BACKWARD);
                for (int place = 0; place < labels.length; place++) {
                    if (Label.isReached(labels[place])) {
                        nearest.set(
                                place,
                                nearest.get(place).or(new Nearest(unit, start(units.get(unit)) + labels[place])));
                    }
                }
            }
        }
    }

    private static long start(From unit) {
        return Label.of(unit.startMs(), 0);
    }

    private OwnerSweep take() {
        synchronized (free) {
            OwnerSweep taken = free.pollLast();
            return taken == null ? new OwnerSweep(hierarchy) : taken;
        }
    }

    private void giveBack(OwnerSweep sweep) {
        synchronized (free) {
            free.addLast(sweep);
        }
    }
}
