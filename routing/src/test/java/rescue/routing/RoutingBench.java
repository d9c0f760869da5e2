package rescue.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.VehicleClass;

/**
 * How long an answer takes, in microseconds, on a map given as argument: {@code RoutingBench MAP [GRAPH_FOLDER]}. Units
 * and hospitals stand anywhere on the map, which is harder than a real fleet at its stations. Waiting for a worker and
 * coming back is part of every figure.
 */
public final class RoutingBench {

    private static final long SEED = 42;
    private static final int UNITS = 60;
    private static final int HOSPITALS = 10;
    private static final int ROUNDS = 2000;

    private RoutingBench() {}

    public static void main(String[] arguments) throws Exception {
        Path map = Path.of(arguments[0]);
        Path graphs = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("graphs");
        Vertx vertx = Vertx.vertx();
        long start = System.nanoTime();
        RoutingModule module = RoutingModule.open(
                vertx, map, Path.of("../maps/laichau"), graphs, Path.of("../maps/models/ambulance.json"));
        System.out.printf("%s, opened in %d ms, seed %d%n", map.getFileName(), millisSince(start), SEED);
        RoadNetwork roads = module.roads();
        Random random = new Random(SEED);
        List<LatLon> hospitals = points(random, module, HOSPITALS);
        List<LatLon> scenes = points(random, module, ROUNDS);
        List<Origin> fleet = points(random, module, UNITS).stream()
                .map(at -> new Origin(at, VehicleClass.AMBULANCE))
                .toList();

        print("timesAround, 60 units moved, 10 hospitals (search)", 200, i -> {
            List<Origin> moved = points(random, module, UNITS).stream()
                    .map(at -> new Origin(at, VehicleClass.AMBULANCE))
                    .toList();
            return () -> roads.timesAround(scenes.get(i), moved, hospitals);
        });
        long grown = System.nanoTime();
        await(roads.timesAround(scenes.get(0), fleet, hospitals));
        for (int i = 1; ; i++) { // the trees of this fleet grow meanwhile
            Future<?> answer = roads.timesAround(scenes.get(i % ROUNDS), fleet, hospitals);
            if (answer.isComplete()) {
                break;
            }
            await(answer);
        }
        System.out.printf("reach trees of all units and hospitals grown within %d ms%n", millisSince(grown));
        print(
                "timesAround, 60 units, 10 hospitals (look-up)",
                ROUNDS,
                i -> () -> roads.timesAround(scenes.get(i), fleet, hospitals));
        print(
                "route with steps",
                500,
                i -> () -> roads.route(fleet.get(i % UNITS).at(), scenes.get(i), VehicleClass.AMBULANCE));
        print("snap", ROUNDS, i -> {
            LatLon near = new LatLon(scenes.get(i).lat() + 0.0003, scenes.get(i).lon());
            return () -> Future.succeededFuture(roads.snap(near));
        });
        print("putInForce, one point closure", 100, i -> {
            RoadClosure closure = new RoadClosure(
                    new java.util.UUID(0, i),
                    new RoadExtent.ByLine(List.of(scenes.get(i))),
                    "landslide",
                    java.util.Set.of(),
                    java.time.Instant.EPOCH,
                    null);
            return () -> roads.putInForce(List.of(closure));
        });
        await(roads.putInForce(List.of()));
        tiles(module);
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf("heap in use %d MB%n", used >> 20);
        await(vertx.close());
    }

    private static void tiles(RoutingModule module) throws Exception {
        Random random = new Random(SEED);
        for (int zoom : new int[] {7, 9, 11, 13, 14}) {
            print("tile drawn, zoom " + zoom, zoom < 10 ? 4 : 200, i -> {
                LatLon at = points(random, module, 1).get(0);
                int x = (int) ((at.lon() + 180) / 360 * (1 << zoom));
                double lat = Math.toRadians(at.lat());
                int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * (1 << zoom));
                return () -> module.baseMap().tile(zoom, x, y);
            });
        }
    }

    private static List<LatLon> points(Random random, RoutingModule module, int count) {
        LatLon low = module.baseMap().southWest();
        LatLon high = module.baseMap().northEast();
        List<LatLon> points = new ArrayList<>();
        while (points.size() < count) {
            LatLon point = new LatLon(
                    low.lat() + random.nextDouble() * (high.lat() - low.lat()),
                    low.lon() + random.nextDouble() * (high.lon() - low.lon()));
            module.roads()
                    .snap(point)
                    .filter(snap -> snap.distanceM() < 5000)
                    .ifPresent(snap -> points.add(snap.onRoad()));
        }
        return points;
    }

    private interface Question {
        Callable<Future<?>> ask(int round) throws Exception;
    }

    private static void print(String what, int rounds, Question question) throws Exception {
        long[] micros = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            Callable<Future<?>> asked = question.ask(i);
            long start = System.nanoTime();
            await(asked.call());
            micros[i] = (System.nanoTime() - start) / 1000;
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-52s p50 %7d us   p99 %7d us   (%d rounds)%n",
                what,
                micros[rounds / 2],
                micros[IntStream.of(rounds - 1, rounds * 99 / 100).min().getAsInt()],
                rounds);
    }

    private static void await(Future<?> answer) throws Exception {
        answer.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
