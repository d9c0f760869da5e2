package rescue.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.routing.cch.EliminationTreeLabel;

/**
 * The labels that units (forward) and hospitals (backward) carry on one metric, by the point where they stand. Immutable
 * labels, so whoever finds one may read it.
 *
 * <p>Units move on, and what they leave behind is forgotten in two generations: when the young one is full it becomes the
 * old one, and of the old one only what was asked for again stays.
 */
final class CarriedLabels {

    /** Points of one generation: every unit and hospital of a large province. Two kilobytes each. */
    private static final int GENERATION = 1024;

    private final Generations forward = new Generations();
    private final Generations backward = new Generations();

    @Nullable
    EliminationTreeLabel find(Phantom at, Direction direction) {
        return of(direction).find(at);
    }

    void put(Phantom at, Direction direction, EliminationTreeLabel label) {
        of(direction).put(at, label);
    }

    /** Where labels are carried. */
    List<Phantom> points(Direction direction) {
        return of(direction).points();
    }

    private Generations of(Direction direction) {
        return direction == Direction.FORWARD ? forward : backward;
    }

    private static final class Generations {
        private volatile Map<Phantom, EliminationTreeLabel> young = new ConcurrentHashMap<>();
        private volatile Map<Phantom, EliminationTreeLabel> old = Map.of();

        @Nullable
        EliminationTreeLabel find(Phantom at) {
            EliminationTreeLabel label = young.get(at);
            if (label == null) {
                label = old.get(at);
                if (label != null) {
                    put(at, label);
                }
            }
            return label;
        }

        /** A label that is lost between two threads is computed once more; none is ever wrong. */
        void put(Phantom at, EliminationTreeLabel label) {
            if (young.size() >= GENERATION) {
                old = young;
                young = new ConcurrentHashMap<>();
            }
            young.put(at, label);
        }

        List<Phantom> points() {
            return Stream.of(young, old)
                    .flatMap(generation -> generation.keySet().stream())
                    .distinct()
                    .toList();
        }
    }
}
