package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A good plan soon: from vehicle to vehicle only the most hopeful beginnings are kept. It proves nothing, but what it finds
 * is mostly within a few thousandths of the best, and {@link BestFirst} need not look at anything dearer.
 */
final class Beam {

    private Beam() {}

    /** @param width how many beginnings are kept at each vehicle */
    static Optional<Beginning> search(Branching branching, long limit, int width) {
        int vehicles = branching.problem().vehicles().size();
        List<Map<Beginning.Place, Beginning>> stages = new ArrayList<>();
        for (int i = 0; i <= vehicles; i++) {
            stages.add(new HashMap<>());
        }
        Beginning root = branching.root();
        stages.get(0).put(root.place(), root);
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            stages.get(vehicle).values().stream()
                    .sorted(Beginning.MOST_HOPEFUL)
                    .limit(width)
                    .forEach(node -> branching.goOn(
                            node,
                            limit,
                            next -> stages.get(next.vehicle())
                                    .merge(
                                            next.place(),
                                            next,
                                            (old, other) -> other.spent() < old.spent() ? other : old)));
            stages.get(vehicle).clear();
        }
        return stages.get(vehicles).values().stream()
                .map(last -> last.complete(branching.cost(last)))
                .min(Beginning.MOST_HOPEFUL);
    }
}
