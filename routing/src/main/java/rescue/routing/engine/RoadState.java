package rescue.routing.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rescue.routing.cch.Metric;

/**
 * The roads as one travel mode finds them now: what driving costs, what is closed, the metric that follows from it, and the
 * labels that units and hospitals carry on that metric. All but the labels is immutable.
 */
public final class RoadState {

    private final RoadWeights weights;
    private final SlowStretches slow;
    private final ClosedStretches closed;
    private final Metric metric;
    private final CarriedLabels labels = new CarriedLabels();

    /** The same roads with one closed stretch opened, for questions from inside it. Few at a time. */
    private final Map<Stretch, RoadState> opened = new ConcurrentHashMap<>();

    private volatile boolean replaced;

    RoadState(RoadWeights weights, SlowStretches slow, ClosedStretches closed, Metric metric) {
        this.weights = weights;
        this.slow = slow;
        this.closed = closed;
        this.metric = metric;
    }

    public RoadWeights weights() {
        return weights;
    }

    public ClosedStretches closed() {
        return closed;
    }

    SlowStretches slow() {
        return slow;
    }

    Metric metric() {
        return metric;
    }

    CarriedLabels labels() {
        return labels;
    }

    Map<Stretch, RoadState> opened() {
        return opened;
    }

    /** What driving through that key costs now; {@link Label#UNREACHED} when it is closed somewhere. */
    long label(int edgeKey) {
        return through(edgeKey, weights, slow, closed);
    }

    static long through(int edgeKey, RoadWeights weights, SlowStretches slow, ClosedStretches closed) {
        int edge = edgeKey >> 1;
        return closed.isClosed(edge) ? Label.UNREACHED : slow.label(edge, weights.label(edgeKey), 0, 1);
    }

    /** What driving a part of an edge costs now, closures aside. The fractions run along its drawing, in either order. */
    long part(int edgeKey, double a, double b) {
        return slow.label(edgeKey >> 1, weights.label(edgeKey), Math.min(a, b), Math.max(a, b));
    }

    /** What a piece of a way costs now. */
    public long label(Piece piece) {
        if (piece.from() == 0 && piece.to() == 1) { // all but the first and the last of a way
            return part(piece.edgeKey(), 0, 1);
        }
        Stretch driven = piece.stretch();
        return part(piece.edgeKey(), driven.from(), driven.to());
    }

    /** Whether nothing differs from another state of the same roads. */
    boolean isSameAs(RoadWeights otherWeights, SlowStretches otherSlow, ClosedStretches otherClosed) {
        return weights == otherWeights && slow.equals(otherSlow) && closed.equals(otherClosed);
    }

    /** Another state has taken its place: nobody waits for what is still being found out about this one. */
    void replace() {
        replaced = true;
    }

    boolean isReplaced() {
        return replaced;
    }
}
