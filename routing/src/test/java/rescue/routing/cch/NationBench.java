package rescue.routing.cch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import rescue.routing.bench.ArrayDijkstra;
import rescue.routing.bench.Design;
import rescue.routing.bench.Forks;
import rescue.routing.bench.Goal;
import rescue.routing.bench.Item;
import rescue.routing.bench.Meter;
import rescue.routing.bench.Options;
import rescue.routing.bench.Reading;

/** One fork of {@code deploy/bench routing} on the synthetic nation: what a million junctions cost, the names and lines of a map aside. */
public final class NationBench {

    private static final int UNITS = 1000;
    private static final int SCENES = 400;
    private static final int ORDER_THREADS = 2;

    /** Measured: the hamlets at dead ends are more than the lattice points that are cut off. */
    private static final double NODES_PER_LATTICE_POINT = 1.137;

    /** The prototype's figures are promised in order of magnitude: three times as long is still that. */
    private static final double SAME_ORDER = 3;

    private final Meter meter;
    private final List<Reading> readings = new ArrayList<>();
    private final SyntheticNation nation;
    private final Hierarchy hierarchy;
    private final Metric metric;
    private final ArrayDijkstra backward;
    private final int[] scenes;
    private final int[] units;
    private final long[] zero = new long[UNITS];

    private NationBench(int nodes, long seed, Meter meter) {
        this.meter = meter;
        nation = SyntheticNation.of((int) Math.sqrt(nodes / NODES_PER_LATTICE_POINT));
        System.out.printf(
                "SYNTHETIC nation: %,d nodes, %,d arcs, seed %d%n",
                nation.graph.nodes(), nation.graph.arcs(), SyntheticNation.SEED);
        long start = System.nanoTime();
        NodeOrder order = NestedDissection.order(nation.graph, nation.x, nation.y, ORDER_THREADS);
        figure(
                "order, " + ORDER_THREADS + " threads",
                "s",
                (System.nanoTime() - start) / 1e9,
                Goal.figure("s", 11 * SAME_ORDER));
        start = System.nanoTime();
        hierarchy = Hierarchy.of(nation.graph, order);
        figure("hierarchy", "s", (System.nanoTime() - start) / 1e9);
        metric = new Customization(hierarchy).customize(nation.weights);
        ArcGraph graph = nation.graph;
        backward = new ArrayDijkstra(graph.nodes(), graph.arcs(), graph::head, graph::tail, arc -> nation.weights[arc]);
        Random random = new Random(seed);
        scenes = random.ints(SCENES, 0, graph.nodes()).toArray();
        units = random.ints(UNITS, 0, graph.nodes()).toArray();
    }

    public static void main(String[] arguments) throws Exception {
        Options options = new Options(
                Arrays.asList(arguments).subList(1, arguments.length), "map", "nodes", "warmup", "seconds", "seed");
        NationBench bench = new NationBench(
                options.number("nodes", 1_000_000),
                options.number("seed", 42),
                new Meter(options.decimal("warmup", 1), options.decimal("seconds", 1)));
        bench.measure();
        Forks.report(Path.of(arguments[0]), bench.readings);
        System.out.println("checksum " + bench.meter.blackHole());
    }

    private void measure() throws Exception {
        customise();
        rank(200);
        rank(UNITS);
        closure(1);
        closure(50);
        coverage();
    }

    private void run(String item, List<Design> designs, Goal... goals) throws Exception {
        System.out.println("  " + item);
        readings.addAll(meter.measure(new Item("nation: " + item, SCENES, designs, List.of(goals))));
    }

    private void figure(String item, String unit, double value, Goal... goals) {
        readings.add(Reading.figure("nation: " + item, unit, value, List.of(goals)));
    }

    private void customise() throws Exception {
        Customization customization = new Customization(hierarchy);
        run(
                "every weight new",
                List.of(Design.of(
                                "customise",
                                scene -> customization.customize(nation.weights).weight(scene))
                        .atMost(30)),
                Goal.p50("customise", 89 * SAME_ORDER));
    }

    private void rank(int count) throws Exception {
        EliminationTreeLabel[] labels = new EliminationTreeLabel[count];
        for (int unit = 0; unit < count; unit++) {
            labels[unit] = new EliminationTreeLabel(hierarchy);
            labels[unit].compute(metric, units[unit]);
        }
        EliminationTreeLabel atScene = new EliminationTreeLabel(hierarchy);
        Rphast rphast = new Rphast(hierarchy);
        Metric reversed = metric.reversed();
        long[] into = new long[count];
        int[] at = new int[1];
        run(
                "rank " + count + " units",
                List.of(
                        Design.of("lazy", scene -> {
                            at[0] = scenes[scene];
                            rphast.start(reversed, at, zero, 1);
                            for (int unit = 0; unit < count; unit++) {
                                into[unit] = rphast.weight(units[unit]);
                            }
                            return sum(into);
                        }),
                        Design.of("labels", scene -> {
                            atScene.compute(reversed, scenes[scene]);
                            atScene.weightsTo(labels, count, into);
                            return sum(into);
                        }),
                        Design.of("Dijkstra", scene -> {
                                    backward.clear();
                                    backward.start(scenes[scene], 0, 0);
                                    backward.run();
                                    for (int unit = 0; unit < count; unit++) {
                                        into[unit] = backward.label(units[unit]);
                                    }
                                    return sum(into);
                                })
                                .atMost(20)),
                count == UNITS ? new Goal[] {Goal.p50("lazy", 0.9 * SAME_ORDER)} : new Goal[0]);
        if (count == UNITS) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            figure(
                    "heap with " + UNITS + " labels",
                    "MB",
                    (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
                    Goal.figure("MB", 1500));
        }
    }

    /** Edges side by side in the list of arcs, both ways of each, closed and opened again. */
    private void closure(int edges) throws Exception {
        PartialCustomization partial = new PartialCustomization(hierarchy);
        int[][] arcs = new int[SCENES][];
        long[] closed = new long[2 * edges];
        Arrays.fill(closed, Weight.UNREACHED);
        Random random = new Random(SyntheticNation.SEED);
        Arrays.setAll(arcs, scene -> {
            int first = 2 * random.nextInt(nation.graph.arcs() / 2 - edges);
            return IntStream.range(first, first + 2 * edges).toArray();
        });
        run(
                edges == 1 ? "one road closed" : "a slide of " + edges + " edges",
                List.of(Design.of(
                        "partial",
                        scene -> partial.with(metric, arcs[scene], closed).weight(arcs[scene][0]))));
    }

    private void coverage() throws Exception {
        OwnerSweep sweep = new OwnerSweep(hierarchy);
        ArcGraph graph = nation.graph;
        ArrayDijkstra forward =
                new ArrayDijkstra(graph.nodes(), graph.arcs(), graph::tail, graph::head, arc -> nation.weights[arc]);
        int[] owners = IntStream.range(0, UNITS).toArray();
        int[] shifted = new int[UNITS];
        run(
                "coverage by " + UNITS + " units",
                List.of(
                        Design.of("sweep", scene -> {
                                    shift(shifted, scene);
                                    sweep.run(metric, shifted, zero, owners, UNITS);
                                    long sum = 0;
                                    for (int node = 0; node < graph.nodes(); node++) {
                                        sum += ms(sweep.weight(node));
                                    }
                                    return sum;
                                })
                                .atMost(60),
                        Design.of("Dijkstra", scene -> {
                                    shift(shifted, scene);
                                    forward.clear();
                                    for (int unit = 0; unit < UNITS; unit++) {
                                        forward.start(shifted[unit], 0, unit);
                                    }
                                    forward.run();
                                    long sum = 0;
                                    for (int node = 0; node < graph.nodes(); node++) {
                                        sum += ms(forward.label(node));
                                    }
                                    return sum;
                                })
                                .atMost(10)));
    }

    /** Another fleet for each question. */
    private void shift(int[] into, int by) {
        for (int unit = 0; unit < UNITS; unit++) {
            into[unit] = (units[unit] + by) % nation.graph.nodes();
        }
    }

    private static long sum(long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += ms(weight);
        }
        return sum;
    }

    /** A pair without a way counts as an hour. */
    private static long ms(long weight) {
        return weight < Weight.UNREACHED ? weight >>> 32 : 3_600_000;
    }
}
