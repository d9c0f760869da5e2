package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the other parts take for granted. */
class HierarchyTest {

    @Test
    void the_upward_neighbours_of_a_node_are_joined_with_each_other() {
        forManyGraphs((hierarchy, which) -> {
            for (int node = 0; node < hierarchy.nodes(); node++) {
                for (int low = hierarchy.upFirst[node]; low < hierarchy.upEnd[node]; low++) {
                    for (int high = low + 1; high < hierarchy.upEnd[node]; high++) {
                        assertTrue(hierarchy.upwardArc(hierarchy.upHead[low], hierarchy.upHead[high]) >= 0, which);
                    }
                }
            }
        });
    }

    @Test
    void a_parent_is_the_lowest_upward_neighbour_and_a_subtree_is_one_piece() {
        forManyGraphs((hierarchy, which) -> {
            EliminationTree tree = hierarchy.tree;
            int[] size = new int[hierarchy.nodes()];
            for (int node = 0; node < hierarchy.nodes(); node++) {
                boolean isRoot = hierarchy.upFirst[node] == hierarchy.upEnd[node];
                int parent = tree.parent()[node];
                assertEquals(isRoot ? EliminationTree.NONE : hierarchy.upHead[hierarchy.upFirst[node]], parent, which);
                assertEquals(isRoot ? 0 : tree.depth()[parent] + 1, tree.depth()[node], which);
                size[node]++;
                assertEquals(node - size[node] + 1, tree.firstDescendant()[node], which);
                if (!isRoot) {
                    size[parent] += size[node];
                }
            }
        });
    }

    @Test
    void every_upward_neighbour_is_an_ancestor() {
        forManyGraphs((hierarchy, which) -> {
            for (int node = 0; node < hierarchy.nodes(); node++) {
                for (int arc = hierarchy.upFirst[node]; arc < hierarchy.upEnd[node]; arc++) {
                    int head = hierarchy.upHead[arc];
                    assertTrue(head > node && hierarchy.tree.firstDescendant()[head] <= node, which);
                    assertEquals(hierarchy.tree.depth()[head], hierarchy.upDepth[arc], which);
                }
            }
        });
    }

    @Test
    void no_row_crosses_the_end_of_a_page() {
        forManyGraphs((hierarchy, which) -> {
            for (int node = 0; node < hierarchy.nodes(); node++) {
                if (hierarchy.upFirst[node] < hierarchy.upEnd[node]) {
                    int firstPage = hierarchy.upFirst[node] >>> hierarchy.pageBits;
                    assertEquals(firstPage, hierarchy.upEnd[node] - 1 >>> hierarchy.pageBits, which);
                }
            }
        });
    }

    @Test
    void every_arc_between_two_nodes_went_to_the_upward_arc_between_them() {
        for (long seed = 0; seed < 500; seed++) {
            var graphs = new RandomGraphs(seed);
            Hierarchy hierarchy = Hierarchy.of(graphs.graph, graphs.shuffled(), 2);
            for (int arc = 0; arc < graphs.graph.arcs(); arc++) {
                int tail = hierarchy.rankOf[graphs.graph.tail(arc)];
                int head = hierarchy.rankOf[graphs.graph.head(arc)];
                int code = hierarchy.codeOf[arc];
                if (tail == head) {
                    assertEquals(Hierarchy.NO_ARC, code, "seed " + seed);
                } else {
                    int upward = hierarchy.upwardArc(Math.min(tail, head), Math.max(tail, head));
                    assertEquals(2 * upward + (tail < head ? 0 : 1), code, "seed " + seed);
                }
            }
        }
    }

    @Test
    void lower_triangles_are_the_common_lower_neighbours() {
        forManyGraphs((hierarchy, which) -> {
            var triangles = new LowerTriangles(hierarchy);
            for (int node = 0; node < hierarchy.nodes(); node++) {
                for (int arc = hierarchy.upFirst[node]; arc < hierarchy.upEnd[node]; arc++) {
                    int higher = hierarchy.upHead[arc];
                    List<Integer> found = new ArrayList<>();
                    triangles.start(node, higher);
                    while (triangles.next()) {
                        found.add(triangles.middle());
                        assertEquals(hierarchy.upwardArc(triangles.middle(), node), triangles.arcToLower(), which);
                        assertEquals(hierarchy.upwardArc(triangles.middle(), higher), triangles.arcToHigher(), which);
                    }
                    int lower = node;
                    assertEquals(
                            IntStream.range(0, node)
                                    .filter(x ->
                                            hierarchy.upwardArc(x, lower) >= 0 && hierarchy.upwardArc(x, higher) >= 0)
                                    .boxed()
                                    .toList(),
                            found,
                            which);
                }
            }
        });
    }

    @Test
    void a_chain_becomes_a_low_tree() {
        int nodes = 1 << 12;
        int[] tail = IntStream.range(0, nodes - 1).toArray();
        int[] head = IntStream.range(1, nodes).toArray();
        float[] x = new float[nodes];
        var graph = new ArcGraph(nodes, tail, head);
        Hierarchy hierarchy = Hierarchy.of(graph, NestedDissection.order(graph, x, x, 1));
        assertTrue(hierarchy.height() <= 2 * 12, "height " + hierarchy.height());
    }

    @Test
    void a_grid_is_halved_again_and_again() {
        int side = 64;
        List<int[]> arcs = new ArrayList<>();
        for (int node = 0; node < side * side; node++) {
            if (node % side + 1 < side) {
                arcs.add(new int[] {node, node + 1});
            }
            if (node + side < side * side) {
                arcs.add(new int[] {node + side, node});
            }
        }
        float[] x = new float[side * side];
        float[] y = new float[side * side];
        for (int node = 0; node < x.length; node++) {
            x[node] = node % side;
            y[node] = node / side;
        }
        int[] tail = arcs.stream().mapToInt(arc -> arc[0]).toArray();
        int[] head = arcs.stream().mapToInt(arc -> arc[1]).toArray();
        var graph = new ArcGraph(x.length, tail, head);
        Hierarchy hierarchy = Hierarchy.of(graph, NestedDissection.order(graph, x, y, 1));
        // The worst that a quarter cut off each time can make: 1 + 3/4 + 3/4 + 9/16 + 9/16 + … = 7 sides; no order
        // makes 64.
        assertTrue(hierarchy.height() < 7 * side, "height " + hierarchy.height());
    }

    private static void forManyGraphs(BiConsumer<Hierarchy, String> check) {
        for (long seed = 0; seed < 500; seed++) {
            var graphs = new RandomGraphs(seed);
            NodeOrder order = seed % 2 == 0 ? graphs.dissected() : graphs.shuffled();
            check.accept(Hierarchy.of(graphs.graph, order, 2), "seed " + seed);
        }
    }

    @Test
    void the_smallest_graphs_are_graphs_too() {
        for (int nodes = 0; nodes <= 2; nodes++) {
            var graph = new ArcGraph(nodes, new int[0], new int[0]);
            Hierarchy hierarchy =
                    Hierarchy.of(graph, NestedDissection.order(graph, new float[nodes], new float[nodes], 1));
            Metric metric = new Customization(hierarchy).customize(new long[0]);
            var phast = new Phast(hierarchy);
            int[] sources = IntStream.range(0, Math.min(1, nodes)).toArray();
            phast.run(metric, sources, new long[1], sources.length);
            long[] weights = IntStream.range(0, nodes).mapToLong(phast::weight).toArray();
            assertEquals(nodes, hierarchy.nodes());
            assertEquals(
                    IntStream.range(0, nodes)
                            .mapToObj(node -> node == 0 ? 0 : Weight.UNREACHED)
                            .toList(),
                    Arrays.stream(weights).boxed().toList());
        }
    }
}
