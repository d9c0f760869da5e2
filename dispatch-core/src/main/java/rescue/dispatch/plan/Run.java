package rescue.dispatch.plan;

import org.jspecify.annotations.Nullable;

/**
 * All trips of one vehicle, the first of them and what follows; the time until it is at the scene is not in the costs, so
 * a run is the same for every vehicle of a kind.
 */
final class Run {

    final int load;
    final int house;
    /** Null when this is the last trip. */
    final @Nullable Run then;

    /** All patients of all trips. */
    final int heads;

    /** In seconds times weight, from the vehicle's arrival at the scene on. */
    final long cost;

    /** The same with the prices of the beds that it fills. */
    final long priced;

    Run(int load, int house, @Nullable Run then, int heads, long cost, long priced) {
        this.load = load;
        this.house = house;
        this.then = then;
        this.heads = heads;
        this.cost = cost;
        this.priced = priced;
    }

    long priced() {
        return priced;
    }
}
