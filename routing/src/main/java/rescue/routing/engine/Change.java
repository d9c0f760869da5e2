package rescue.routing.engine;

import java.util.BitSet;

/** From one state of the roads to what shall be slow and closed next. */
final class Change {

    private final RoadState before;
    private final SlowStretches slow;
    private final ClosedStretches closed;

    Change(RoadState before, SlowStretches slow, ClosedStretches closed) {
        this.before = before;
        this.slow = slow;
        this.closed = closed;
    }

    RoadState before() {
        return before;
    }

    SlowStretches slow() {
        return slow;
    }

    ClosedStretches closed() {
        return closed;
    }

    /** Whether nothing changes. */
    boolean isNone() {
        return before.isSameAs(before.weights(), slow, closed);
    }

    /** Whether another change ends in the same state. */
    boolean leadsWhere(Change other) {
        return before.weights() == other.before.weights() && slow.equals(other.slow) && closed.equals(other.closed);
    }

    /** The edges on which something may differ. */
    BitSet edges() {
        BitSet edges = before.closed().edges();
        edges.xor(closed.edges());
        edges.or(slow.differences(before.slow()));
        return edges;
    }
}
