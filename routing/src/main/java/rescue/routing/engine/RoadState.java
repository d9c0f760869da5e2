package rescue.routing.engine;

/** The roads as one kind of vehicle finds them now: what is closed to it, and the reach trees that hold for that. */
public final class RoadState {

    private final ClosedStretches closed;
    private final ReachTrees trees;

    RoadState(ClosedStretches closed, ReachTrees trees) {
        this.closed = closed;
        this.trees = trees;
    }

    public ClosedStretches closed() {
        return closed;
    }

    ReachTrees trees() {
        return trees;
    }
}
