package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small random road networks: a tree with some extra links, some of them one-way, with long and very short edges. */
final class RandomRoads {

    private RandomRoads() {}

    static Roads roads(Random random, int nodes) {
        int edges = nodes - 1 + nodes / 3;
        int[] base = new int[edges];
        int[] adj = new int[edges];
        long[] label = new long[2 * edges];
        for (int edge = 0; edge < edges; edge++) {
            boolean tree = edge < nodes - 1;
            base[edge] = tree ? edge + 1 : random.nextInt(nodes);
            adj[edge] = random.nextInt(tree ? edge + 1 : nodes);
            long decimetres = 1 + random.nextInt(60_000);
            long ms = 1 + decimetres * (6 + random.nextInt(20));
            label[2 * edge] = Label.of(ms, decimetres);
            // Two ways to drive one road need not be equally fast; links may be one-way.
            label[2 * edge + 1] =
                    !tree && random.nextInt(3) == 0 ? Label.UNREACHED : Label.of(ms + random.nextInt(1000), decimetres);
        }
        double[] lat = random.doubles(nodes).toArray();
        double[] lon = random.doubles(nodes).toArray();
        RoadGraph graph = new RoadGraph(base, adj, lat, lon, List.of());
        return new Roads(graph, Map.of(TravelMode.AMBULANCE, label));
    }

    static Phantom phantom(Random random, RoadGraph graph) {
        return new Phantom(
                random.nextInt(graph.edges()),
                switch (random.nextInt(10)) {
                    case 0 -> 0.0;
                    case 1 -> 1.0;
                    default -> random.nextDouble();
                });
    }

    static ClosedStretches closures(Random random, RoadGraph graph, int count) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double from = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            double to = random.nextInt(4) == 0 ? 1 : random.nextDouble();
            stretches.add(new Stretch(random.nextInt(graph.edges()), Math.min(from, to), Math.max(from, to)));
        }
        return ClosedStretches.of(stretches);
    }

    /** The plainest shortest path there is: Bellman and Ford over the edges cut at every point that matters. */
    static long naive(RoadState roads, ClosedStretches closed, Phantom from, Phantom to) {
        RoadGraph graph = roads.weights().graph();
        List<long[]> arcs = new ArrayList<>(); // tail, head, label
        int next = graph.nodes();
        int start = -1;
        int goal = -1;
        for (int edge = 0; edge < graph.edges(); edge++) {
            final int thisEdge = edge;
            double[] cuts = java.util.stream.DoubleStream.concat(
                            java.util.stream.DoubleStream.concat(
                                    java.util.stream.DoubleStream.of(0, 1),
                                    java.util.stream.Stream.of(from, to)
                                            .filter(point -> point.edge() == thisEdge)
                                            .mapToDouble(Phantom::fraction)),
                            closed.on(edge).stream()
                                    .flatMapToDouble(s -> java.util.stream.DoubleStream.of(s.from(), s.to())))
                    .distinct()
                    .sorted()
                    .toArray();
            int[] nodeAt = new int[cuts.length];
            for (int i = 0; i < cuts.length; i++) {
                nodeAt[i] = i == 0 ? graph.tail(2 * edge) : i == cuts.length - 1 ? graph.head(2 * edge) : next++;
                start = from.edge() == edge && from.fraction() == cuts[i] ? nodeAt[i] : start;
                goal = to.edge() == edge && to.fraction() == cuts[i] ? nodeAt[i] : goal;
            }
            for (int i = 1; i < cuts.length; i++) {
                double middle = (cuts[i - 1] + cuts[i]) / 2;
                if (closed.on(edge).stream().noneMatch(stretch -> stretch.holds(middle))) {
                    double part = cuts[i] - cuts[i - 1];
                    arcs.add(new long[] {
                        nodeAt[i - 1], nodeAt[i], Label.scaled(roads.weights().label(2 * edge), part)
                    });
                    arcs.add(new long[] {
                        nodeAt[i], nodeAt[i - 1], Label.scaled(roads.weights().label(2 * edge + 1), part)
                    });
                }
            }
        }
        long[] label = new long[next];
        Arrays.fill(label, Label.UNREACHED);
        label[start] = 0;
        for (boolean changed = true; changed; ) {
            changed = false;
            for (long[] arc : arcs) {
                long candidate = label[(int) arc[0]] + arc[2];
                if (Label.isReached(candidate) && candidate < label[(int) arc[1]]) {
                    label[(int) arc[1]] = candidate;
                    changed = true;
                }
            }
        }
        return label[goal];
    }
}
