package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The two valleys and the pass of the README, number by number. */
class ReadmeExampleTest {

    private static final String NODES = "abhcfgked"; // in the order of contraction

    private static final List<String> ROADS = // two ends and minutes; every road both ways
            List.of("ah2", "bh3", "ac5", "bc1", "cd6", "de4", "ef2", "eg7", "fk3", "gk1");

    private final ArcGraph graph = new ArcGraph(
            NODES.length(),
            ROADS.stream().flatMapToInt(r -> ends(r, 0, 1)).toArray(),
            ROADS.stream().flatMapToInt(r -> ends(r, 1, 0)).toArray());
    private final long[] minutes = ROADS.stream()
            .flatMapToLong(r -> LongStream.of(r.charAt(2) - '0', r.charAt(2) - '0'))
            .toArray();
    private final Hierarchy hierarchy =
            Hierarchy.of(graph, new NodeOrder(IntStream.range(0, NODES.length()).toArray()));
    private final Metric open = new Customization(hierarchy).customize(minutes);

    @Test
    void the_hierarchy_is_that_of_the_picture() {
        assertEquals(
                "a:hc b:hc h:c c:d f:ke g:ke k:e e:d d:",
                NODES.chars()
                        .mapToObj(node -> (char) node + ":" + above((char) node))
                        .collect(Collectors.joining(" ")));
        assertEquals(3, hierarchy.tree.depth()[rank('a')]);
        assertEquals(0, hierarchy.tree.depth()[rank('d')]);
    }

    @Test
    void an_edge_that_was_no_road_costs_what_the_faster_way_below_it_costs() {
        assertEquals(4, upward(open, 'h', 'c'));
        assertEquals(5, upward(open, 'k', 'e'));
    }

    @Test
    void two_labels_hold_the_answer() {
        assertEquals(5, minutes(open, 'a', 'b'));
        assertEquals(21, minutes(open, 'a', 'g'));
        assertEquals("h2 c5 d11", label('a'));
        assertEquals("h3 c1 d7", label('b'));
        assertEquals("k1 e6 d10", label('g'));
    }

    @Test
    void a_road_is_closed_and_the_change_ends_where_nothing_used_it() {
        int both = 2 * ROADS.indexOf("bc1");
        Metric closed = new PartialCustomization(hierarchy)
                .with(open, new int[] {both, both + 1}, new long[] {Weight.UNREACHED, Weight.UNREACHED});
        assertEquals(7, upward(closed, 'h', 'c'));
        assertEquals(upward(open, 'c', 'd'), upward(closed, 'c', 'd'));
        assertEquals(10, minutes(closed, 'b', 'c'));
        assertEquals(1, minutes(open, 'b', 'c'));
    }

    private static IntStream ends(String road, int first, int second) {
        return IntStream.of(NODES.indexOf(road.charAt(first)), NODES.indexOf(road.charAt(second)));
    }

    private int rank(char node) {
        return hierarchy.rankOf[NODES.indexOf(node)];
    }

    private String above(char node) {
        return Arrays.stream(hierarchy.upHead, hierarchy.upFirst[rank(node)], hierarchy.upEnd[rank(node)])
                .mapToObj(head -> NODES.substring(hierarchy.nodeAt[head], hierarchy.nodeAt[head] + 1))
                .collect(Collectors.joining());
    }

    private long upward(Metric metric, char lower, char higher) {
        int arc = hierarchy.upwardArc(rank(lower), rank(higher));
        return metric.up[arc >>> hierarchy.pageBits][arc & hierarchy.pageMask];
    }

    private long minutes(Metric metric, char from, char to) {
        var source = new EliminationTreeLabel(hierarchy);
        var target = new EliminationTreeLabel(hierarchy);
        source.compute(metric, NODES.indexOf(from));
        target.compute(metric.reversed(), NODES.indexOf(to));
        return source.weightTo(target);
    }

    /** What the ancestors of a node cost, the nearest first. */
    private String label(char node) {
        var upward = new UpwardSearch(hierarchy);
        upward.run(open, new int[] {NODES.indexOf(node)}, new long[1], 1);
        StringBuilder label = new StringBuilder();
        for (int i = 1; i < upward.visits(); i++) {
            int ancestor = upward.visited(i);
            label.append(' ').append(NODES.charAt(hierarchy.nodeAt[ancestor])).append(upward.weight(ancestor));
        }
        return label.substring(1);
    }
}
