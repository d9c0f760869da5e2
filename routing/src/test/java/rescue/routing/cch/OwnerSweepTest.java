package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import rescue.routing.cch.RandomGraphs.Sources;

class OwnerSweepTest {

    @Test
    void the_nearest_owns_a_node_and_of_two_equally_near_the_lower_number() {
        for (long seed = 0; seed < 2_000; seed++) {
            var graphs = new RandomGraphs(seed);
            Hierarchy hierarchy = Hierarchy.of(graphs.graph, graphs.dissected(), 3);
            Metric metric = new Customization(hierarchy).customize(graphs.weights);
            var sweep = new OwnerSweep(hierarchy);
            for (int round = 0; round < 2; round++) {
                Sources units = graphs.sources(8);
                int[] owners = new int[units.count()];
                long[][] right = new long[units.count()][];
                for (int i = 0; i < owners.length; i++) {
                    owners[i] = graphs.random.nextInt(5);
                    right[i] = graphs.naive(
                            graphs.weights, new Sources(new int[] {units.nodes()[i]}, new long[] {units.weights()[i]}));
                }
                sweep.run(metric, units.nodes(), units.weights(), owners, units.count());
                for (int node = 0; node < graphs.graph.nodes(); node++) {
                    long best = Weight.UNREACHED;
                    int owner = OwnerSweep.NOBODY;
                    for (int i = 0; i < owners.length; i++) {
                        if (right[i][node] < best
                                || (right[i][node] == best && owners[i] < owner && best < Weight.UNREACHED)) {
                            best = right[i][node];
                            owner = owners[i];
                        }
                    }
                    assertEquals(best, sweep.weight(node), "seed " + seed + ", node " + node);
                    assertEquals(owner, sweep.owner(node), "seed " + seed + ", node " + node);
                }
            }
        }
    }
}
