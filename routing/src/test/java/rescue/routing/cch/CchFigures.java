package rescue.routing.cch;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long each part of the hierarchy takes on a graph, one thread; {@code CchFigures [SIDE]} measures the synthetic nation.
 * The official figures are the benchmark's; this is for the one who works on this package.
 */
public final class CchFigures {

    private static final long SEED = 42;

    private CchFigures() {}

    public static void main(String[] arguments) {
        SyntheticNation nation = SyntheticNation.of(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000);
        print("synthetic nation", nation.graph, nation.x, nation.y, nation.weights);
    }

    /** Prints the table of one graph. */
    public static void print(String name, ArcGraph graph, float[] x, float[] y, long[] weights) {
        System.out.printf("%s: %,d nodes, %,d arcs, seed %d%n", name, graph.nodes(), graph.arcs(), SEED);
        NodeOrder[] order = new NodeOrder[1];
        once(
                "order, 2 threads",
                graph.nodes() > 300_000 ? 1 : 3,
                () -> order[0] = NestedDissection.order(graph, x, y, 2));
        Hierarchy[] built = new Hierarchy[1];
        once("hierarchy", 5, () -> built[0] = Hierarchy.of(graph, order[0]));
        Hierarchy hierarchy = built[0];
        long triangles = IntStream.range(0, graph.nodes())
                .mapToLong(v -> hierarchy.upEnd[v] - hierarchy.upFirst[v])
                .map(degree -> degree * (degree - 1) / 2)
                .sum();
        int widest = IntStream.range(0, graph.nodes())
                .map(v -> hierarchy.upEnd[v] - hierarchy.upFirst[v])
                .max()
                .orElse(0);
        double meanDepth = Arrays.stream(hierarchy.tree.depth()).average().orElse(0);
        System.out.printf(
                "  %,d upward arcs, %,d triangles, height %d, mean depth %.0f, widest row %d, topology %d MB, %d of %d slots%n",
                hierarchy.upwardArcs(),
                triangles,
                hierarchy.height(),
                meanDepth,
                widest,
                hierarchy.bytes() >> 20,
                hierarchy.upwardArcs(),
                hierarchy.upHead.length);
        var customization = new Customization(hierarchy);
        Metric[] made = new Metric[1];
        once(
                "customise everything",
                graph.nodes() > 300_000 ? 15 : 100,
                () -> made[0] = customization.customize(weights));
        changes(graph, hierarchy, made[0], weights);
        queries(graph, hierarchy, made[0]);
        System.gc();
        System.out.printf(
                "  heap in use %d MB%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    private static void changes(ArcGraph graph, Hierarchy hierarchy, Metric open, long[] weights) {
        var partial = new PartialCustomization(hierarchy);
        for (int size : new int[] {1, 50}) {
            Random random = new Random(SEED);
            long[] closing = new long[1000];
            long[] opening = new long[1000];
            for (int i = -200; i < closing.length; i++) {
                int[] arcs = slide(graph, random, size);
                long[] closed = new long[arcs.length];
                Arrays.fill(closed, Weight.UNREACHED);
                long[] opened =
                        Arrays.stream(arcs).mapToLong(arc -> weights[arc]).toArray();
                long start = System.nanoTime();
                Metric without = partial.with(open, arcs, closed);
                long middle = System.nanoTime();
                Metric with = partial.with(without, arcs, opened);
                long end = System.nanoTime();
                if (i >= 0) {
                    closing[i] = middle - start;
                    opening[i] = end - middle;
                }
                if (with.weight(0) < 0) {
                    throw new IllegalStateException();
                }
            }
            print("close " + size + " roads", closing);
            print("open " + size + " roads", opening);
        }
    }

    /** Both ways of some roads that lie side by side: both arcs of an edge are neighbours in the list. */
    private static int[] slide(ArcGraph graph, Random random, int roads) {
        int first = 2 * random.nextInt(graph.arcs() / 2 - roads);
        return IntStream.range(first, first + 2 * roads).toArray();
    }

    private static void queries(ArcGraph graph, Hierarchy hierarchy, Metric metric) {
        Random random = new Random(SEED);
        int[] units = random.ints(10_000, 0, graph.nodes()).toArray();
        EliminationTreeLabel[] labels = new EliminationTreeLabel[units.length];
        long[] computing = new long[units.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new EliminationTreeLabel(hierarchy);
            long start = System.nanoTime();
            labels[i].compute(metric, units[i]);
            computing[i] = System.nanoTime() - start;
        }
        print("one unit's label", computing);
        System.out.printf(
                "  %-32s %d bytes%n",
                "a label",
                Arrays.stream(labels).mapToLong(EliminationTreeLabel::bytes).sum() / labels.length);
        var scene = new EliminationTreeLabel(hierarchy);
        var rphast = new Rphast(hierarchy);
        long[] into = new long[units.length];
        long[] zero = new long[units.length];
        int[] at = new int[1];
        for (int count : new int[] {10, 50, 200, 1_000, 10_000}) {
            if (count >= graph.nodes()) {
                continue;
            }
            int rounds = count > 1_000 ? 300 : 3_000;
            time("rank " + count + " by labels", rounds, i -> {
                scene.compute(metric.reversed(), random.nextInt(graph.nodes()));
                scene.weightsTo(labels, count, into);
            });
            time("rank " + count + " lazily (RPHAST)", rounds, i -> {
                at[0] = random.nextInt(graph.nodes());
                rphast.start(metric.reversed(), at, zero, 1);
                for (int unit = 0; unit < count; unit++) {
                    into[unit] = rphast.weight(units[unit]);
                }
            });
        }
        var phast = new Phast(hierarchy);
        time("all nodes (PHAST)", graph.nodes() > 300_000 ? 50 : 500, i -> {
            at[0] = random.nextInt(graph.nodes());
            phast.run(metric, at, zero, 1);
        });
        var sweep = new OwnerSweep(hierarchy);
        int[] owners = IntStream.range(0, units.length).toArray();
        for (int count : new int[] {200, 1_000}) {
            time(
                    "coverage of " + count + " units",
                    graph.nodes() > 300_000 ? 50 : 500,
                    i -> sweep.run(metric, units, zero, owners, count));
        }
        var path = new ShortestPath(hierarchy);
        int[] to = new int[1];
        long[] arcs = new long[1];
        time("one way with its arcs", 3_000, i -> {
            at[0] = random.nextInt(graph.nodes());
            to[0] = random.nextInt(graph.nodes());
            path.find(metric, at, zero, 1, to, zero, 1);
            arcs[0] += path.length();
        });
        System.out.printf("  %-32s %d arcs%n", "a way", arcs[0] / 6_000);
    }

    private interface Work {
        void run(int round);
    }

    private static void once(String what, int rounds, Runnable work) {
        long[] nanos = new long[rounds];
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = process.getProcessCpuTime();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        print(what, nanos);
        System.out.printf(
                "  %-32s     %,12d us%n",
                "  processor time a round", (process.getProcessCpuTime() - processor) / 1_000 / rounds);
    }

    private static void time(String what, int rounds, Work work) {
        long[] nanos = new long[rounds];
        for (int i = -rounds; i < rounds; i++) {
            long start = System.nanoTime();
            work.run(i);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        print(what, nanos);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "  %-32s p50 %,12.1f us   p99 %,12.1f us   (%d)%n",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e3,
                nanos.length);
    }
}
