package rescue.routing.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What signs at junctions do to a graph.
 *
 * @param bans the turns that drivers may not make
 * @param twins edges that are one road: where a sign forbids a way over several roads, the middle one is in the graph more
 *     than once, each time for those who come from somewhere else. For each such edge all of them, the real one first
 */
public record Signs(Set<TurnBan> bans, Map<Integer, List<Integer>> twins) {

    /** No sign anywhere. */
    public static final Signs NONE = new Signs(Set.of(), Map.of());

    public Signs {
        bans = Set.copyOf(bans);
        twins = Map.copyOf(twins);
    }

    /** Forbidden turns only. */
    public static Signs of(Collection<TurnBan> bans) {
        return new Signs(Set.copyOf(bans), Map.of());
    }

    /** Whether the edge stands for another one: points are put on that. */
    boolean isCopy(int edge) {
        List<Integer> all = twins.get(edge);
        return all != null && all.get(0) != edge;
    }

    /** The same stretches on all edges that are one road. */
    List<Stretch> onTwins(List<Stretch> stretches) {
        if (twins.isEmpty() || stretches.stream().noneMatch(stretch -> twins.containsKey(stretch.edge()))) {
            return stretches;
        }
        Set<Stretch> all = new LinkedHashSet<>();
        for (Stretch stretch : stretches) {
            for (int edge : twins.getOrDefault(stretch.edge(), List.of(stretch.edge()))) {
                all.add(new Stretch(edge, stretch.from(), stretch.to()));
            }
        }
        return List.copyOf(all);
    }
}
