package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.road.RoadEffect;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.engine.CoverageSweep;
import rescue.routing.engine.Direction;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.Roads;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;
import rescue.routing.map.RoadMap;

/**
 * The engine below the port: one thread makes state after state from the one before, others take whichever is newest and ask
 * it for times, ways and coverage. Nobody ever sees half a state, though they share most of their memory.
 */
class SnapshotsIT {

    private static final int SECONDS = Integer.getInteger("readers.seconds", 4);
    private static final long SEED = Long.getLong("readers.seed", 20_250_520);
    private static final int READERS = 2;
    private static final int SCENES = 20;
    private static final int VERSIONS = 5;
    private static final TravelMode MODE = TravelMode.AMBULANCE;

    @TempDir
    static Path graphs;

    private final Random random = new Random(SEED);
    private RoadEngine engine;
    private CoverageSweep coverage;
    private List<Phantom> units;
    private List<CoverageSweep.From> from;
    private List<Phantom> scenes;
    private List<List<InForce>> closures;

    /** What one set of closures answers, by scene. */
    private record Expected(List<long[]> times, List<Optional<Way>> ways, List<CoverageSweep.Nearest> nearest) {}

    @Test
    void whoever_holds_a_state_is_answered_from_that_state_alone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
        try (RoadMap map = RoadMap.open(Maps.PROVINCE, graphs, Maps.MODELS)) {
            Roads roads = RoadGraphReader.read(map.hopper(), map.profile());
            engine = new RoadEngine(roads, threads); // labels are computed while all this goes on
            coverage = new CoverageSweep(engine);
            units = places(60);
            from = units.stream().map(at -> new CoverageSweep.From(at, 60_000)).toList();
            scenes = places(SCENES);
            closures = IntStream.range(0, VERSIONS).mapToObj(this::slides).toList();
            List<Expected> expected = expected(roads);
            AtomicReference<RoadConditions> newest = new AtomicReference<>(RoadConditions.open(engine));
            AtomicBoolean over = new AtomicBoolean();
            List<Future<Integer>> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> threads.submit(reader(new Random(SEED + i), over, newest, expected)))
                    .toList();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            long version = 0;
            while (System.nanoTime() < end && readers.stream().noneMatch(Future::isDone)) {
                version++;
                newest.set(newest.get().with(version, closures.get((int) (version % VERSIONS)), engine));
            }
            over.set(true);
            int answers = 0;
            for (Future<Integer> reader : readers) {
                answers += reader.get(30, TimeUnit.SECONDS);
            }
            System.out.println(answers + " answers while the roads changed " + version + " times, seed " + SEED);
            assertTrue(answers > 0 && version > VERSIONS, answers + " answers, " + version + " versions");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asked of an engine of its own, that knows each state alone and nothing from before. */
    private List<Expected> expected(Roads roads) {
        List<Expected> expected = new ArrayList<>();
        for (List<InForce> inForce : closures) {
            RoadEngine alone = new RoadEngine(roads, Runnable::run);
            RoadState state = RoadConditions.open(alone).with(2, inForce, alone).state(MODE);
            expected.add(new Expected(
                    scenes.stream()
                            .map(scene -> alone.labels(state, scene, units, Direction.FORWARD))
                            .toList(),
                    IntStream.range(0, SCENES)
                            .mapToObj(scene -> alone.way(state, units.get(scene), scenes.get(scene)))
                            .toList(),
                    new CoverageSweep(alone).at(state, from, scenes)));
        }
        return expected;
    }

    private Callable<Integer> reader(
            Random mine, AtomicBoolean over, AtomicReference<RoadConditions> newest, List<Expected> expected) {
        return () -> {
            int answers = 0;
            while (!over.get()) {
                RoadConditions now = newest.get();
                if (now.closures().isEmpty()) {
                    continue; // the very first state, in which nothing is closed
                }
                Expected right = expected.get((int) (now.version() % VERSIONS));
                RoadState state = now.state(MODE);
                int scene = mine.nextInt(SCENES);
                String what = "scene " + scene + ", version " + now.version() + ", seed " + SEED;
                assertArrayEquals(
                        right.times.get(scene),
                        engine.labels(state, scenes.get(scene), units, Direction.FORWARD),
                        what);
                assertEquals(right.ways.get(scene), engine.way(state, units.get(scene), scenes.get(scene)), what);
                assertEquals(right.nearest, coverage.at(state, from, scenes), what);
                answers += 3;
            }
            return answers;
        };
    }

    private List<InForce> slides(int version) {
        List<Stretch> stretches = IntStream.range(0, 5 + 20 * version)
                .mapToObj(i -> new Stretch(random.nextInt(engine.graph().edges()), 0.3, 0.7))
                .toList();
        return List.of(new InForce(new UUID(0, version), new RoadEffect.Closed(Set.of()), 0, stretches));
    }

    private List<Phantom> places(int count) {
        return random.ints(0, engine.graph().edges())
                .filter(edge -> engine.roads().isMain(MODE, edge))
                .limit(count)
                .mapToObj(edge -> new Phantom(edge, random.nextDouble()))
                .toList();
    }
}
