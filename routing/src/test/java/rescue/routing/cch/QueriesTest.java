package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import rescue.routing.cch.RandomGraphs.Sources;

/** Every query on thousands of small graphs against Bellman and Ford; the seed of a failing graph is in the message. */
class QueriesTest {

    private static final int GRAPHS = 4_000;

    @Test
    void all_queries_agree_with_bellman_and_ford() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            var graphs = new RandomGraphs(seed);
            NodeOrder order = seed % 2 == 0 ? graphs.dissected() : graphs.shuffled();
            Hierarchy hierarchy = Hierarchy.of(graphs.graph, order, 3);
            Metric metric = new Customization(hierarchy).customize(graphs.weights);
            var queries = new Queries(hierarchy);
            for (int round = 0; round < 3; round++) {
                queries.check("seed " + seed + ", round " + round, graphs, metric);
            }
        }
    }

    private static final class Queries {

        private final EliminationTreeLabel from;
        private final EliminationTreeLabel to;
        private final Rphast rphast;
        private final Rphast rphastBack;
        private final Phast phast;
        private final Phast phastBack;
        private final ShortestPath path;

        Queries(Hierarchy hierarchy) {
            from = new EliminationTreeLabel(hierarchy);
            to = new EliminationTreeLabel(hierarchy);
            rphast = new Rphast(hierarchy);
            rphastBack = new Rphast(hierarchy);
            phast = new Phast(hierarchy);
            phastBack = new Phast(hierarchy);
            path = new ShortestPath(hierarchy);
        }

        void check(String which, RandomGraphs graphs, Metric metric) {
            Sources sources = graphs.sources(4);
            Sources targets = graphs.sources(4);
            long[] right = graphs.naive(graphs.weights, sources);
            rphast.start(metric, sources.nodes(), sources.weights(), sources.count());
            phast.run(metric, sources.nodes(), sources.weights(), sources.count());
            from.compute(metric, sources.nodes(), sources.weights(), sources.count());
            for (int i = 0; i < graphs.graph.nodes(); i++) {
                int node = i % 2 == 0 ? i : graphs.node(); // lazily, in any order
                String what = which + ", node " + node;
                assertEquals(right[node], rphast.weight(node), what);
                assertEquals(right[node], phast.weight(node), what);
                to.compute(metric.reversed(), node);
                assertEquals(right[node], from.weightTo(to), what);
                assertEquals(right[node], to.weightTo(from), what);
            }
            long best = Weight.UNREACHED;
            for (int i = 0; i < targets.count(); i++) {
                best = Math.min(best, right[targets.nodes()[i]] + targets.weights()[i]);
            }
            to.compute(metric.reversed(), targets.nodes(), targets.weights(), targets.count());
            assertEquals(best, from.weightTo(to), which);
            assertEquals(best, to.weightTo(from), which);
            checkPath(which, graphs, metric, sources, targets, best);
            checkBackward(which, graphs, metric, sources, targets, best);
        }

        private void checkBackward(
                String which, RandomGraphs graphs, Metric metric, Sources sources, Sources targets, long best) {
            rphastBack.start(metric.reversed(), targets.nodes(), targets.weights(), targets.count());
            phastBack.run(metric.reversed(), targets.nodes(), targets.weights(), targets.count());
            long bestBack = Weight.UNREACHED;
            for (int i = 0; i < sources.count(); i++) {
                long back = rphastBack.weight(sources.nodes()[i]);
                assertEquals(back, phastBack.weight(sources.nodes()[i]), which);
                bestBack = Math.min(bestBack, back + sources.weights()[i]);
            }
            assertEquals(best, bestBack, which);
        }

        private void checkPath(
                String which, RandomGraphs graphs, Metric metric, Sources sources, Sources targets, long best) {
            long found = path.find(
                    metric,
                    sources.nodes(),
                    sources.weights(),
                    sources.count(),
                    targets.nodes(),
                    targets.weights(),
                    targets.count());
            assertEquals(best, found, which);
            if (best == Weight.UNREACHED) {
                assertEquals(0, path.length(), which);
                return;
            }
            long sum = begin(sources, path.source()) + begin(targets, path.target());
            int at = path.source();
            for (int i = 0; i < path.length(); i++) {
                assertEquals(at, graphs.graph.tail(path.arc(i)), which);
                sum += graphs.weights[path.arc(i)];
                at = graphs.graph.head(path.arc(i));
            }
            assertEquals(path.target(), at, which);
            assertEquals(best, sum, which);
        }

        private static long begin(Sources sources, int node) {
            long least = Weight.UNREACHED;
            for (int i = 0; i < sources.count(); i++) {
                least = sources.nodes()[i] == node ? Math.min(least, sources.weights()[i]) : least;
            }
            return least;
        }
    }
}
