package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A small made-up country, large enough for several pages and levels, against Dijkstra while roads close and open. */
class SyntheticNationTest {

    private static final long SEED = 7;

    private final SyntheticNation nation = SyntheticNation.of(50);
    private final Hierarchy hierarchy =
            Hierarchy.of(nation.graph, NestedDissection.order(nation.graph, nation.x, nation.y, 2));
    private final Random random = new Random(SEED);

    @Test
    void is_the_same_each_time_and_not_a_tree() {
        SyntheticNation again = SyntheticNation.of(50);
        assertArrayEquals(nation.weights, again.weights);
        assertArrayEquals(nation.x, again.x);
        assertTrue(nation.graph.arcs() > 2.2 * nation.graph.nodes(), nation.graph.arcs() + " arcs");
    }

    @Test
    void has_the_same_order_on_one_thread_and_on_two() {
        NodeOrder one = NestedDissection.order(nation.graph, nation.x, nation.y, 1);
        NodeOrder two = NestedDissection.order(nation.graph, nation.x, nation.y, 2);
        for (int rank = 0; rank < one.nodes(); rank++) {
            assertEquals(one.node(rank), two.node(rank));
        }
    }

    @Test
    void every_answer_is_right_while_roads_close_slow_down_and_open() {
        var customization = new Customization(hierarchy);
        var partial = new PartialCustomization(hierarchy);
        var phast = new Phast(hierarchy);
        var path = new ShortestPath(hierarchy);
        var unit = new EliminationTreeLabel(hierarchy);
        var scene = new EliminationTreeLabel(hierarchy);
        long[] weights = nation.weights.clone();
        Metric metric = customization.customize(weights);
        for (int step = 0; step < 60; step++) {
            int first = 2 * random.nextInt(weights.length / 2 - 30);
            int[] arcs =
                    IntStream.range(first, first + 2 * (1 + random.nextInt(30))).toArray();
            long[] changed =
                    Arrays.stream(arcs).mapToLong(arc -> changed(weights, arc)).toArray();
            metric = partial.with(metric, arcs, changed);
            assertSame(customization.customize(weights), metric, step);
            int from = random.nextInt(nation.graph.nodes());
            long[] right = dijkstra(weights, from);
            phast.run(metric, new int[] {from}, new long[1], 1);
            unit.compute(metric, from);
            for (int node = 0; node < right.length; node++) {
                assertEquals(right[node], phast.weight(node), "seed " + SEED + ", step " + step);
                scene.compute(metric.reversed(), node);
                assertEquals(right[node], scene.weightTo(unit), "seed " + SEED + ", step " + step);
            }
            int to = random.nextInt(right.length);
            assertEquals(
                    right[to], path.find(metric, new int[] {from}, new long[1], 1, new int[] {to}, new long[1], 1));
            long sum = IntStream.range(0, path.length())
                    .mapToLong(i -> weights[path.arc(i)])
                    .sum();
            assertEquals(right[to], path.length() > 0 || from == to ? sum : Weight.UNREACHED);
        }
    }

    private long changed(long[] weights, int arc) {
        weights[arc] = switch (random.nextInt(3)) {
            case 0 -> Weight.UNREACHED;
            case 1 -> nation.weights[arc];
            default -> Math.min(Weight.UNREACHED, 2 * nation.weights[arc]);
        };
        return weights[arc];
    }

    private static void assertSame(Metric anew, Metric partial, int step) {
        for (int page = 0; page < anew.up.length; page++) {
            assertArrayEquals(anew.up[page], partial.up[page], "seed " + SEED + ", step " + step);
            assertArrayEquals(anew.down[page], partial.down[page], "seed " + SEED + ", step " + step);
        }
    }

    private long[] dijkstra(long[] weights, int from) {
        int[][] leaving = new int[nation.graph.nodes()][0];
        for (int arc = 0; arc < weights.length; arc++) {
            int tail = nation.graph.tail(arc);
            leaving[tail] = Arrays.copyOf(leaving[tail], leaving[tail].length + 1);
            leaving[tail][leaving[tail].length - 1] = arc;
        }
        long[] weight = new long[leaving.length];
        Arrays.fill(weight, Weight.UNREACHED);
        weight[from] = 0;
        PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
        queue.add(new long[] {0, from});
        while (!queue.isEmpty()) {
            long[] next = queue.remove();
            for (int arc : leaving[(int) next[1]]) {
                long candidate = next[0] + weights[arc];
                int head = nation.graph.head(arc);
                if (next[0] == weight[(int) next[1]] && candidate < weight[head]) {
                    weight[head] = candidate;
                    queue.add(new long[] {candidate, head});
                }
            }
        }
        return weight;
    }
}
