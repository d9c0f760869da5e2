package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import rescue.dispatch.road.Passage;

/**
 * Where driving takes longer than usual for one travel mode, immutable. Where several conditions meet, the slowest and the
 * longest wait count.
 *
 * <p>Rain slows whole edges all over the map, so a factor for a whole edge is one number in an array; only what holds for a
 * part of an edge, or makes one wait, has a list.
 */
public final class SlowStretches {

    /** Nothing is slow. */
    public static final SlowStretches NONE = new SlowStretches(new float[0], Map.of());

    private final float[] wholeEdge;
    private final Map<Integer, List<Part>> byEdge;
    private final BitSet edges = new BitSet();

    private SlowStretches(float[] wholeEdge, Map<Integer, List<Part>> byEdge) {
        this.wholeEdge = wholeEdge;
        this.byEdge = byEdge;
        byEdge.keySet().forEach(edges::set);
        for (int edge = 0; edge < wholeEdge.length; edge++) {
            if (wholeEdge[edge] > 1) {
                edges.set(edge);
            }
        }
    }

    /** One condition on a part of an edge. */
    private record Condition(Stretch where, double factor, double waitMsPerMetre) {}

    /** A part of an edge with one speed; the parts of an edge do not overlap. */
    private record Part(double from, double to, double factor, double waitMsPerMetre) {}

    /** What slows that mode among the road closures in force. */
    static SlowStretches of(TravelMode mode, List<InForce> closures) {
        float[] wholeEdge = new float[0];
        Map<Integer, List<Condition>> conditions = new HashMap<>();
        for (InForce closure : closures) {
            Passage passage = closure.on(mode);
            if (passage.closed() || passage.equals(Passage.FREE)) {
                continue;
            }
            double wait = closure.lengthM() > 0 ? passage.delay().toMillis() / closure.lengthM() : 0;
            for (Stretch stretch : closure.stretches()) {
                int edge = stretch.edge();
                if (wait == 0 && stretch.from() == 0 && stretch.to() == 1) {
                    if (edge >= wholeEdge.length) {
                        wholeEdge = Arrays.copyOf(wholeEdge, Math.max(edge + 1, 2 * wholeEdge.length));
                    }
                    wholeEdge[edge] = Math.max(wholeEdge[edge], (float) passage.factor());
                } else if (stretch.to() > stretch.from()) {
                    conditions
                            .computeIfAbsent(edge, key -> new ArrayList<>())
                            .add(new Condition(stretch, passage.factor(), wait));
                }
            }
        }
        Map<Integer, List<Part>> byEdge = new HashMap<>();
        conditions.forEach((edge, all) -> byEdge.put(edge, parts(all)));
        return wholeEdge.length == 0 && byEdge.isEmpty() ? NONE : new SlowStretches(wholeEdge, byEdge);
    }

    /** Cuts an edge wherever a condition begins or ends. */
    private static List<Part> parts(List<Condition> conditions) {
        double[] cuts = conditions.stream()
                .flatMapToDouble(condition -> DoubleStream.of(condition.where.from(), condition.where.to()))
                .distinct()
                .sorted()
                .toArray();
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i < cuts.length; i++) {
            double factor = 1;
            double wait = 0;
            for (Condition condition : conditions) {
                if (condition.where.meets(cuts[i - 1], cuts[i])) {
                    factor = Math.max(factor, condition.factor);
                    wait = Math.max(wait, condition.waitMsPerMetre);
                }
            }
            parts.add(new Part(cuts[i - 1], cuts[i], factor, wait));
        }
        return List.copyOf(parts);
    }

    /** Whether driving that edge, or a part of it, takes longer than usual. */
    boolean isSlow(int edge) {
        return edges.get(edge);
    }

    private double factor(int edge) {
        return edge < wholeEdge.length ? Math.max(1, wholeEdge[edge]) : 1;
    }

    /**
     * What a part of an edge costs.
     *
     * @param usual the label of the whole edge on a dry day
     * @param from where the part begins, as a fraction of the edge
     * @param to where it ends, not before {@code from}
     */
    long label(int edge, long usual, double from, double to) {
        if (to == from || !Label.isReached(usual) || !isSlow(edge)) {
            return Label.scaled(usual, to - from);
        }
        double whole = factor(edge);
        double ms = whole * Label.ms(usual) * (to - from);
        for (Part part : byEdge.getOrDefault(edge, List.of())) {
            double shared = Math.min(to, part.to) - Math.max(from, part.from);
            if (shared > 0) {
                double slower = Math.max(whole, part.factor) - whole;
                ms += shared * (slower * Label.ms(usual) + part.waitMsPerMetre * Label.metres(usual));
            }
        }
        return Label.of(Math.round(ms), Label.decimetres(Label.scaled(usual, to - from)));
    }

    /** The edges that are not as slow here as there. */
    BitSet differences(SlowStretches that) {
        BitSet different = new BitSet();
        if (equals(that)) {
            return different;
        }
        BitSet slow = (BitSet) edges.clone();
        slow.or(that.edges);
        for (int edge = slow.nextSetBit(0); edge >= 0; edge = slow.nextSetBit(edge + 1)) {
            if (factor(edge) != that.factor(edge)
                    || !byEdge.getOrDefault(edge, List.of()).equals(that.byEdge.getOrDefault(edge, List.of()))) {
                different.set(edge);
            }
        }
        return different;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlowStretches that
                && Arrays.equals(wholeEdge, that.wholeEdge)
                && byEdge.equals(that.byEdge);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(wholeEdge) * 31 + byEdge.hashCode();
    }
}
