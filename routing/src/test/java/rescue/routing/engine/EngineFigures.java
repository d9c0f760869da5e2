package rescue.routing.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import rescue.dispatch.road.RoadEffect;

/** What the engine takes for its work on one map, in microseconds of processor time: {@code EngineMapFigures} opens it and prints these. */
public final class EngineFigures {

    private static final long SEED = 42;

    /** Processor time: the same on a quiet machine as on a busy one, nearly. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Roads roads;
    private final RoadEngine engine;
    private final Random random = new Random(SEED);
    private final List<Runnable> background = new ArrayList<>();

    /** The figures of these roads. */
    public EngineFigures(Roads roads) {
        this.roads = roads;
        engine = new RoadEngine(roads, background::add);
    }

    /** Measures and prints. */
    public void print() {
        RoadConditions open = RoadConditions.open(engine);
        RoadState state = open.state(TravelMode.AMBULANCE);
        for (int size : new int[] {200, 1000}) {
            List<Phantom> units = points(size);
            List<Phantom> scenes = points(4000);
            measure("rank " + size + ", lazily", 1000, i -> {
                engine.labels(state, scenes.get(i), units, Direction.FORWARD);
                background.clear();
            });
            engine.labels(state, scenes.get(0), units, Direction.FORWARD);
            runBackground();
            measure(
                    "rank " + size + ", with labels",
                    4000,
                    i -> engine.labels(state, scenes.get(i), units, Direction.FORWARD));
        }
        List<Phantom> places = points(2000);
        measure("a way, unpacked", 2000, i -> engine.way(state, places.get(i), places.get((i + 1) % 2000)));
        CoverageSweep coverage = new CoverageSweep(engine);
        List<CoverageSweep.From> fleet = points(200).stream()
                .map(at -> new CoverageSweep.From(at, 120_000))
                .toList();
        measure(
                "coverage by 200 units, read at 100 places",
                500,
                i -> coverage.at(state, fleet, places.subList(0, 100)));
        List<Phantom> fleetAt = points(200);
        for (int edges : new int[] {1, 50}) {
            for (boolean relabel : new boolean[] {false, true}) {
                String what = "closure of " + edges + " edges, published" + (relabel ? ", 200 labels anew" : "");
                RoadConditions[] now = {open};
                measure(what, 500, i -> {
                    if (relabel && i % 2 == 0) {
                        engine.labels(now[0].state(TravelMode.AMBULANCE), places.get(0), fleetAt, Direction.FORWARD);
                    }
                    List<InForce> wanted = i % 2 == 0 ? List.of(slide(edges)) : List.of();
                    now[0] = now[0].with(i + 2L, wanted, engine);
                    if (relabel) {
                        runBackground();
                    }
                    background.clear();
                });
            }
        }
        List<Stretch> everywhere = IntStream.range(0, roads.graph().edges())
                .mapToObj(edge -> new Stretch(edge, 0, 1))
                .toList();
        RoadConditions[] now = {open};
        measure("storm: every weight of three modes", 60, i -> {
            now[0] = now[0].with(
                    i + 2L,
                    List.of(new InForce(new UUID(0, i), new RoadEffect.Slow(1.2 + i % 2), 1, everywhere)),
                    engine);
            background.clear();
        });
    }

    private InForce slide(int edges) {
        int at = random.nextInt(roads.graph().edges());
        List<Stretch> stretches = new ArrayList<>();
        while (stretches.size() < edges) {
            stretches.add(new Stretch(at, 0.4, 0.6));
            int[] onward = roads.graph().keysFrom(roads.graph().head(2 * at));
            at = random.nextInt(4) == 0
                    ? random.nextInt(roads.graph().edges())
                    : onward[random.nextInt(onward.length)] >> 1;
        }
        return new InForce(new UUID(0, at), new RoadEffect.Closed(Set.of()), 10, stretches);
    }

    private List<Phantom> points(int count) {
        List<Phantom> points = new ArrayList<>();
        while (points.size() < count) {
            int edge = random.nextInt(roads.graph().edges());
            if (roads.isMain(TravelMode.AMBULANCE, edge)) {
                points.add(new Phantom(edge, random.nextDouble()));
            }
        }
        return points;
    }

    private void runBackground() {
        List<Runnable> tasks = List.copyOf(background);
        background.clear();
        tasks.forEach(Runnable::run);
    }

    private static void measure(String what, int rounds, IntConsumer work) {
        for (int i = 0; i < rounds; i++) {
            work.accept(i);
        }
        long[] micros = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.accept(i);
            micros[i] = (THREADS.getCurrentThreadCpuTime() - start) / 100;
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-52s p50 %9.1f us   p99 %9.1f us%n",
                what,
                micros[rounds / 2] / 10.0,
                micros[rounds * 99 / 100] / 10.0);
    }
}
