package rescue.dispatch.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A* over the vehicles in their order. What is left to do is bounded from below by {@link Remainder}, so the first complete
 * plan taken from the queue is the best there is.
 */
final class BestFirst {

    /**
     * What the search came to.
     *
     * @param plan null when there is none within the limit
     * @param bound what any plan costs at least: the limit, when nothing was found within it
     * @param gaveUp whether there may be a plan within the limit all the same
     */
    record Found(@Nullable Beginning plan, long bound, boolean gaveUp) {}

    private final Branching branching;
    private final int mostPlaces;
    private final PriorityQueue<Beginning> open = new PriorityQueue<>(Beginning.MOST_HOPEFUL);
    private final Map<Beginning.Place, Long> spentAt = new HashMap<>();

    private BestFirst(Branching branching, int mostPlaces) {
        this.branching = branching;
        this.mostPlaces = mostPlaces;
    }

    /**
     * The best plan that costs no more than the limit.
     *
     * @param mostPlaces after so many it gives up
     */
    static Found search(Branching branching, long limit, int mostPlaces) {
        return new BestFirst(branching, mostPlaces).search(limit);
    }

    private Found search(long limit) {
        offer(branching.root());
        while (!open.isEmpty()) {
            Beginning node = open.remove();
            if (node.complete()) {
                return new Found(node, node.bound(), false);
            }
            if (spentAt.size() > mostPlaces) {
                return new Found(null, node.bound(), true);
            }
            if (branching.isLast(node)) {
                long cost = branching.cost(node);
                if (cost <= limit) {
                    open.add(node.complete(cost));
                }
            } else if (isNews(node)) {
                branching.goOn(node, limit, this::offer);
            }
        }
        return new Found(null, limit, false);
    }

    private void offer(Beginning node) {
        Beginning.Place place = node.place();
        Long known = spentAt.get(place);
        if (known == null || node.spent() < known) {
            spentAt.put(place, node.spent());
            open.add(node);
        }
    }

    /** Whether no cheaper way to the same place was found while it stood in the queue. */
    private boolean isNews(Beginning node) {
        Long known = spentAt.get(node.place());
        return known != null && known == node.spent();
    }
}
