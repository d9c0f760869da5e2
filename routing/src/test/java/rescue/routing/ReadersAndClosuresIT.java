package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.Coverage;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.RoadsInForce;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.VehicleClass;

/**
 * Roads are closed and opened as fast as it goes while others ask: each answer is wholly that of the version it bears, and
 * never older than what was in force when it was asked. Longer by hand: {@code -Dreaders.seconds=60}.
 */
class ReadersAndClosuresIT {

    private static final int SECONDS = Integer.getInteger("readers.seconds", 4);
    private static final long SEED = Long.getLong("readers.seed", 20_250_520);
    private static final int READERS = 3;
    private static final int SCENES = 30;

    /** Far above any answer's time, far below what a reader would take that waits for all closures. */
    private static final double LONGEST_WAIT_MS = 2_000;

    /** Where the landslides are: they cut the province's main roads. */
    private static final List<RoadClosure> LANDSLIDES =
            List.of(closed("QL4D", 60, 61), closed("QL4D", 25, 26), closed("QL32", 330, 331), closed("QL12", 40, 41));

    @TempDir
    static Path graphs;

    private final Random random = new Random(SEED);
    private RoadNetwork roads;
    private List<Origin> units;
    private List<LatLon> hospitals;
    private List<LatLon> scenes;

    /** What the roads answer, by scene: with an even version they are open, with an odd one closed. */
    private record Expected(List<SceneTimes> times, List<Optional<Route>> routes, Coverage coverage) {}

    /** How long the answers took that one reader got. */
    private record Waits(long[] nanos) {
        String inWords() {
            return String.format(
                    Locale.ROOT,
                    "%d answers, p50 %.3f ms, p99 %.3f ms, longest %.3f ms",
                    nanos.length,
                    at(0.5),
                    at(0.99),
                    at(1));
        }

        double at(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1, nanos.length * quantile)] / 1e6;
        }
    }

    @Test
    void every_answer_is_that_of_its_version() throws Exception {
        Vertx vertx = Vertx.vertx();
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            open(vertx);
            Expected[] expected = {expected(0), expected(1)};
            assertTrue(
                    differing(expected) > SCENES / 4,
                    "the landslides change too little: " + differing(expected) + ", seed " + SEED);
            await(roads.putInForce(new RoadsInForce(100, List.of())));
            Waits quiet = hammer(threads, expected, false);
            Waits hammered = hammer(threads, expected, true);
            System.out.println("readers alone:          " + quiet.inWords());
            System.out.println("while roads are closed: " + hammered.inWords());
            assertTrue(hammered.at(1) < LONGEST_WAIT_MS, hammered.inWords());
        } finally {
            threads.shutdownNow();
            await(vertx.close());
        }
    }

    private void open(Vertx vertx) {
        RoutingModule module = RoutingModule.open(vertx, null, Maps.PROVINCE, graphs, Maps.MODELS);
        roads = module.roads();
        units = points(40).stream()
                .map(at -> new Origin(at, VehicleClass.values()[random.nextInt(VehicleClass.values().length)]))
                .toList();
        hospitals = points(10);
        scenes = points(SCENES);
    }

    private Expected expected(long version) throws Exception {
        await(roads.putInForce(state(version)));
        List<SceneTimes> times = new ArrayList<>();
        List<Optional<Route>> routes = new ArrayList<>();
        for (int scene = 0; scene < SCENES; scene++) {
            times.add(await(roads.timesAround(scenes.get(scene), units, hospitals)));
            routes.add(await(route(scene)));
        }
        return new Expected(times, routes, await(coverage()));
    }

    private static RoadsInForce state(long version) {
        return new RoadsInForce(version, version % 2 == 0 ? List.of() : LANDSLIDES);
    }

    private Future<Optional<Route>> route(int scene) {
        Origin unit = units.get(scene % units.size());
        return roads.route(Journey.between(unit.at(), scenes.get(scene), unit.vehicle()))
                .map(way -> way.fold(reached -> Optional.of(reached.best()), cutOff -> Optional.empty()));
    }

    /** Who is first at each of the scenes. */
    private Future<Coverage> coverage() {
        return roads.coverage(
                units.stream()
                        .map(unit -> new RoadNetwork.Ready(unit.at(), unit.vehicle(), Duration.ofMinutes(2)))
                        .toList(),
                scenes);
    }

    private static long differing(Expected[] expected) {
        long differing = 0;
        for (int scene = 0; scene < SCENES; scene++) {
            if (!expected[0]
                    .times
                    .get(scene)
                    .toScene()
                    .equals(expected[1].times.get(scene).toScene())) {
                differing++;
            }
        }
        return differing;
    }

    private Waits hammer(ExecutorService threads, Expected[] expected, boolean closing) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong inForce = new AtomicLong(100);
        var readers = new ArrayList<java.util.concurrent.Future<long[]>>();
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(threads.submit(reader(new Random(SEED + reader), over, inForce, expected)));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS) / 2;
        int changes = 0;
        while (System.nanoTime() < end && readers.stream().noneMatch(java.util.concurrent.Future::isDone)) {
            if (closing) {
                await(roads.putInForce(state(inForce.get() + 1)));
                inForce.incrementAndGet();
                changes++;
            } else {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        over.set(true);
        long[] all = new long[0];
        for (var reader : readers) {
            long[] nanos = reader.get(30, TimeUnit.SECONDS);
            all = Arrays.copyOf(all, all.length + nanos.length);
            System.arraycopy(nanos, 0, all, all.length - nanos.length, nanos.length);
        }
        Arrays.sort(all);
        assertTrue(all.length > 0 && changes > (closing ? 10 : -1), changes + " changes, " + all.length + " answers");
        if (closing) {
            System.out.println("the roads changed " + changes + " times");
        }
        return new Waits(all);
    }

    private Callable<long[]> reader(Random mine, AtomicBoolean over, AtomicLong inForce, Expected[] expected) {
        return () -> {
            long[] nanos = new long[1024];
            int count = 0;
            while (!over.get()) {
                int scene = mine.nextInt(SCENES);
                long atLeast = inForce.get();
                int wanted = mine.nextInt(8);
                long start = System.nanoTime();
                if (wanted == 0) {
                    Optional<Route> route = await(route(scene));
                    nanos = add(nanos, count++, System.nanoTime() - start);
                    route.ifPresent(found -> check(found.roadsVersion(), atLeast));
                    checkRoute(route, expected, scene);
                } else if (wanted == 1) {
                    Coverage coverage = await(coverage());
                    nanos = add(nanos, count++, System.nanoTime() - start);
                    check(coverage.roadsVersion(), atLeast);
                    Coverage right = expected[(int) (coverage.roadsVersion() % 2)].coverage;
                    assertEquals(
                            right.first(), coverage.first(), "version " + coverage.roadsVersion() + ", seed " + SEED);
                } else {
                    SceneTimes times = await(roads.timesAround(scenes.get(scene), units, hospitals));
                    nanos = add(nanos, count++, System.nanoTime() - start);
                    check(times.roadsVersion(), atLeast);
                    SceneTimes right = expected[(int) (times.roadsVersion() % 2)].times.get(scene);
                    String what = "scene " + scene + ", version " + times.roadsVersion() + ", seed " + SEED;
                    assertEquals(right.toScene(), times.toScene(), what);
                    assertEquals(right.fromScene(), times.fromScene(), what);
                }
            }
            return Arrays.copyOf(nanos, count);
        };
    }

    private static void check(long version, long atLeast) {
        assertTrue(version >= atLeast, "version " + atLeast + " was in force, the answer bears " + version);
    }

    /** A route that is not there bears no version: then one of the two states must have none. */
    private static void checkRoute(Optional<Route> route, Expected[] expected, int scene) {
        String what = "scene " + scene + ", seed " + SEED;
        if (route.isEmpty()) {
            assertTrue(
                    Arrays.stream(expected)
                            .anyMatch(state -> state.routes.get(scene).isEmpty()),
                    what);
            return;
        }
        Route found = route.get();
        Route right =
                expected[(int) (found.roadsVersion() % 2)].routes.get(scene).orElseThrow();
        assertEquals(right.travel(), found.travel(), what);
        assertEquals(right.line(), found.line(), what);
    }

    private static long[] add(long[] nanos, int count, long took) {
        long[] room = count < nanos.length ? nanos : Arrays.copyOf(nanos, 2 * count);
        room[count] = took;
        return room;
    }

    private List<LatLon> points(int count) {
        List<LatLon> points = new ArrayList<>();
        while (points.size() < count) {
            LatLon anywhere = new LatLon(21.9 + 0.7 * random.nextDouble(), 103.0 + 0.9 * random.nextDouble());
            roads.snap(anywhere).filter(snap -> snap.distanceM() < 3_000).ifPresent(snap -> points.add(snap.onRoad()));
        }
        return points;
    }

    private static RoadClosure closed(String road, double fromKm, double toKm) {
        return new RoadClosure(
                new UUID(0, (long) (1000 * fromKm)),
                new RoadExtent.ByKm(road, fromKm, toKm),
                "sạt lở",
                Set.of(),
                Instant.EPOCH,
                null);
    }

    private static <T> T await(Future<T> answer) throws Exception {
        return answer.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
