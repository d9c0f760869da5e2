package rescue.routing.cch;

import java.util.Arrays;
import java.util.Random;

/** Small graphs with everything that roads can be: one-ways, parallel arcs, loops, islands, arcs that cost nothing. */
final class RandomGraphs {

    final Random random;
    final ArcGraph graph;
    final float[] x;
    final float[] y;
    final long[] weights;

    RandomGraphs(long seed) {
        random = new Random(seed);
        int nodes = 1 + random.nextInt(random.nextInt(10) == 0 ? 120 : 40);
        int arcs = random.nextInt(1 + (int) (nodes * (1 + 3 * random.nextDouble())));
        int[] tail = new int[arcs];
        int[] head = new int[arcs];
        boolean near = random.nextBoolean(); // like roads, or wild
        for (int arc = 0; arc < arcs; arc++) {
            if (arc > 0 && random.nextInt(3) > 0) {
                tail[arc] = head[arc - 1]; // the way back, or a parallel arc
                head[arc] = tail[arc - 1];
                arc++;
                if (arc == arcs) {
                    break;
                }
            }
            tail[arc] = random.nextInt(nodes);
            head[arc] = near ? Math.min(nodes - 1, tail[arc] + random.nextInt(5)) : random.nextInt(nodes);
        }
        graph = new ArcGraph(nodes, tail, head);
        x = new float[nodes];
        y = new float[nodes];
        for (int node = 0; node < nodes; node++) {
            x[node] = near ? node + random.nextInt(8) : random.nextInt(20);
            y[node] = random.nextInt(20) - 10;
        }
        weights = new long[arcs];
        Arrays.setAll(weights, arc -> weight());
    }

    /** A few small numbers, so that many ways are equally fast; sometimes nothing, sometimes no way at all. */
    long weight() {
        return switch (random.nextInt(8)) {
            case 0 -> Weight.UNREACHED;
            case 1 -> 0;
            case 2 -> (long) random.nextInt(100_000) << 32 | random.nextInt(60_000);
            default -> 1 + random.nextInt(12);
        };
    }

    NodeOrder dissected() {
        return NestedDissection.order(graph, x, y, 1);
    }

    /** Any order must give right answers. */
    NodeOrder shuffled() {
        int[] nodes = new int[graph.nodes()];
        for (int i = 0; i < nodes.length; i++) {
            int j = random.nextInt(i + 1);
            nodes[i] = nodes[j];
            nodes[j] = i;
        }
        return new NodeOrder(nodes);
    }

    int node() {
        return random.nextInt(graph.nodes());
    }

    /** A few nodes, each with a weight to begin with; perhaps one twice, perhaps one that does not count. */
    Sources sources(int atMost) {
        int count = 1 + random.nextInt(atMost);
        int[] nodes = new int[count];
        long[] begin = new long[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = node();
            begin[i] = random.nextInt(10) == 0 ? Weight.UNREACHED : random.nextInt(20);
        }
        return new Sources(nodes, begin);
    }

    record Sources(int[] nodes, long[] weights) {
        int count() {
            return nodes.length;
        }
    }

    /** The plainest shortest paths there are: Bellman and Ford. */
    long[] naive(long[] weights, Sources sources) {
        long[] weight = new long[graph.nodes()];
        Arrays.fill(weight, Weight.UNREACHED);
        for (int i = 0; i < sources.count(); i++) {
            weight[sources.nodes[i]] = Math.min(weight[sources.nodes[i]], sources.weights[i]);
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int arc = 0; arc < graph.arcs(); arc++) {
                long candidate = weight[graph.tail(arc)] + weights[arc];
                if (candidate < weight[graph.head(arc)]) {
                    weight[graph.head(arc)] = candidate;
                    changed = true;
                }
            }
        }
        return weight;
    }
}
