package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the order comes about, piece by piece. */
class InertialFlowTest {

    private static final int GRAPHS = 1_000;

    @Test
    void no_edge_leads_past_a_separator_and_neither_side_is_everything() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            for (Cell cell : components(seed)) {
                if (cell.size() >= 8) {
                    int[] part = new InertialFlow(cell).separate();
                    for (int node = 0; node < cell.size(); node++) {
                        for (int i = cell.graph().first()[node];
                                i < cell.graph().first()[node + 1];
                                i++) {
                            int other = part[cell.graph().to()[i]];
                            assertTrue(
                                    part[node] == other
                                            || part[node] == InertialFlow.SEPARATOR
                                            || other == InertialFlow.SEPARATOR,
                                    "seed " + seed);
                        }
                    }
                    for (int side : new int[] {InertialFlow.LEFT, InertialFlow.RIGHT}) {
                        long nodes =
                                Arrays.stream(part).filter(is -> is == side).count();
                        assertTrue(nodes <= cell.size() - cell.size() / 4, "seed " + seed);
                    }
                }
            }
        }
    }

    @Test
    void the_greatest_flow_is_the_smallest_cut() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            var random = new Random(seed);
            for (Cell cell : components(seed)) {
                if (cell.size() < 2) {
                    continue;
                }
                byte[] terminal = new byte[cell.size()];
                for (int i = 0; i < terminal.length; i++) {
                    terminal[i] = random.nextInt(3) == 0 ? (byte) (1 + random.nextInt(2)) : UnitFlow.INNER;
                }
                terminal[0] = UnitFlow.SOURCE;
                terminal[1] = UnitFlow.SINK;
                var flow = new UnitFlow(cell.graph(), UnitFlow.backs(cell.graph()), terminal);
                int units = flow.run(() -> Integer.MAX_VALUE);
                boolean[] left = flow.sourceSide();
                int cut = 0;
                for (int node = 0; node < terminal.length; node++) {
                    assertNotEquals(left[node] ? UnitFlow.SINK : UnitFlow.SOURCE, terminal[node], "seed " + seed);
                    for (int i = cell.graph().first()[node]; i < cell.graph().first()[node + 1]; i++) {
                        cut += left[node] && !left[cell.graph().to()[i]] ? 1 : 0;
                    }
                }
                assertEquals(units, cut, "seed " + seed); // no flow is greater than any cut, so both are proved
            }
        }
    }

    @Test
    void a_reduced_network_has_only_junctions_of_three_roads_or_more() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            Cell whole = whole(seed);
            Reduction reduction = Reduction.of(whole.graph());
            Cell core = reduction.core(whole.x(), whole.y());
            assertEquals(whole.size(), reduction.contracted() + core.size(), "seed " + seed);
            for (int node = 0; node < core.size(); node++) {
                assertTrue(core.graph().degree(node) >= 3, "seed " + seed);
            }
            int[] all = IntStream.concat(
                            IntStream.range(0, reduction.contracted()).map(reduction::node), Arrays.stream(core.node()))
                    .sorted()
                    .toArray();
            assertArrayEquals(IntStream.range(0, whole.size()).toArray(), all, "seed " + seed);
        }
    }

    @Test
    void the_lowest_numbers_come_to_the_front() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            var random = new Random(seed);
            long[] numbers = random.longs(1 + random.nextInt(50)).distinct().toArray();
            int middle = random.nextInt(numbers.length + 1);
            long[] sorted = Arrays.stream(numbers).sorted().toArray();
            Selection.lowest(numbers, 0, numbers.length, middle);
            Arrays.sort(numbers, 0, middle);
            Arrays.sort(numbers, middle, numbers.length);
            assertArrayEquals(sorted, numbers, "seed " + seed);
        }
    }

    private static Cell whole(long seed) {
        var graphs = new RandomGraphs(seed);
        int[] names = IntStream.range(0, graphs.graph.nodes()).toArray();
        return new Cell(names, Adjacency.of(graphs.graph, names), graphs.x, graphs.y);
    }

    private static Cell[] components(long seed) {
        Cell whole = whole(seed);
        int[] part = new int[whole.size()];
        int parts = whole.components(part);
        return whole.split(part, parts);
    }
}
