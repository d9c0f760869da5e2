package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PartialCustomizationTest {

    @Test
    void closing_opening_and_slowing_gives_what_customising_anew_gives_number_by_number() {
        for (long seed = 0; seed < 1_500; seed++) {
            var graphs = new RandomGraphs(seed);
            if (graphs.graph.arcs() == 0) {
                continue;
            }
            Hierarchy hierarchy = Hierarchy.of(graphs.graph, seed % 2 == 0 ? graphs.dissected() : graphs.shuffled(), 3);
            var customization = new Customization(hierarchy);
            var partial = new PartialCustomization(hierarchy);
            long[] weights = graphs.weights.clone();
            Metric metric = customization.customize(weights);
            for (int step = 0; step < 12; step++) {
                int[] arcs = new int[1 + graphs.random.nextInt(step % 4 == 0 ? graphs.graph.arcs() : 2)];
                long[] changed = new long[arcs.length];
                for (int i = 0; i < arcs.length; i++) {
                    arcs[i] = graphs.random.nextInt(graphs.graph.arcs());
                    changed[i] = graphs.weight();
                    weights[arcs[i]] = changed[i];
                }
                long[][] wasUp = copy(metric.up);
                long[][] wasDown = copy(metric.down);
                Metric next = partial.with(metric, arcs, changed);
                Metric anew = customization.customize(weights);
                String which = "seed " + seed + ", step " + step;
                assertEqualPages(anew.up, next.up, which);
                assertEqualPages(anew.down, next.down, which);
                assertEqualPages(anew.input, next.input, which);
                assertEqualPages(wasUp, metric.up, which + ": the metric before has changed");
                assertEqualPages(wasDown, metric.down, which + ": the metric before has changed");
                metric = next;
            }
        }
    }

    @Test
    void what_nothing_touches_is_shared_and_not_copied() {
        var graphs = new RandomGraphs(7);
        Hierarchy hierarchy = Hierarchy.of(graphs.graph, graphs.dissected(), 3);
        Metric metric = new Customization(hierarchy).customize(graphs.weights);
        Metric same = new PartialCustomization(hierarchy).with(metric, new int[] {0}, new long[] {metric.weight(0)});
        for (int page = 0; page < hierarchy.pages(); page++) {
            assertSame(metric.up[page], same.up[page]);
            assertSame(metric.down[page], same.down[page]);
        }
    }

    @Test
    void the_last_of_two_changes_of_one_arc_counts() {
        var graph = new ArcGraph(2, new int[] {0}, new int[] {1});
        Hierarchy hierarchy = Hierarchy.of(graph, new NodeOrder(new int[] {0, 1}));
        Metric metric = new Customization(hierarchy).customize(new long[] {5});
        Metric next = new PartialCustomization(hierarchy).with(metric, new int[] {0, 0}, new long[] {9, 5});
        assertEquals(5, next.weight(0));
        assertArrayEquals(metric.up, next.up);
    }

    @Test
    void a_weight_that_no_arc_can_have_is_refused_and_nothing_is_left_behind() {
        var graph = new ArcGraph(2, new int[] {0}, new int[] {1});
        Hierarchy hierarchy = Hierarchy.of(graph, new NodeOrder(new int[] {0, 1}));
        var customization = new Customization(hierarchy);
        Metric metric = customization.customize(new long[] {5});
        var partial = new PartialCustomization(hierarchy);
        for (long weight : new long[] {-1, Weight.UNREACHED + 1}) {
            int[] arcs = {0, 0};
            long[] weights = {9, weight};
            assertThrows(IllegalArgumentException.class, () -> customization.customize(new long[] {weight}));
            assertThrows(IllegalArgumentException.class, () -> partial.with(metric, arcs, weights));
        }
        assertArrayEquals(metric.up, partial.with(metric, new int[0], new long[0]).up);
    }

    private static long[][] copy(long[][] pages) {
        return Arrays.stream(pages).map(long[]::clone).toArray(long[][]::new);
    }

    private static void assertEqualPages(long[][] right, long[][] found, String which) {
        assertEquals(right.length, found.length, which);
        for (int page = 0; page < right.length; page++) {
            assertArrayEquals(right[page], found[page], which + ", page " + page);
        }
    }
}
