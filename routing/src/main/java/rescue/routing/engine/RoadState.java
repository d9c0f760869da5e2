package rescue.routing.engine;

/** The roads as one travel mode finds them now: what driving costs, what is closed, and what is known of it already. */
public final class RoadState {

    private final RoadWeights weights;
    private final SlowStretches slow;
    private final ClosedStretches closed;
    private final ReachTrees trees;

    RoadState(
            RoadWeights weights,
            SlowStretches slow,
            ClosedStretches closed,
            java.util.function.Function<RoadState, ReachTrees> trees) {
        this.weights = weights;
        this.slow = slow;
        this.closed = closed;
        this.trees = trees.apply(this);
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

    /** What driving through that key costs now; {@link Label#UNREACHED} when it is closed somewhere. */
    long label(int edgeKey) {
        int edge = edgeKey >> 1;
        if (closed.isClosed(edge)) {
            return Label.UNREACHED;
        }
        return slow.isSlow(edge) ? part(edgeKey, 0, 1) : weights.label(edgeKey);
    }

    /** What driving a part of an edge costs now, closures aside. The fractions run along its drawing, in either order. */
    long part(int edgeKey, double a, double b) {
        return slow.label(edgeKey >> 1, weights.label(edgeKey), Math.min(a, b), Math.max(a, b));
    }

    /** What a piece of a way costs now. */
    public long label(Piece piece) {
        Stretch driven = piece.stretch();
        return part(piece.edgeKey(), driven.from(), driven.to());
    }

    /** Whether nothing differs from another state of the same roads. */
    boolean isSameAs(RoadWeights otherWeights, SlowStretches otherSlow, ClosedStretches otherClosed) {
        return weights == otherWeights && slow.equals(otherSlow) && closed.equals(otherClosed);
    }

    ReachTrees trees() {
        return trees;
    }
}
