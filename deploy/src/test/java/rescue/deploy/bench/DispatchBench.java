package rescue.deploy.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/** Alert, recommendation, assignment over HTTP at rising rates, with server, PostgreSQL and load on the same machine. */
public final class DispatchBench {

    private static final int UNITS = 60;
    private static final int HOSPITALS = 10;

    /** More than the server's own limits, so that none of them is hidden by ours. */
    private static final int CONNECTIONS = 256;

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private DispatchBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        List<Integer> rates = Arrays.stream(
                        given.getOrDefault("rates", "50,100,200").split(","))
                .map(Integer::valueOf)
                .toList();
        Duration seconds = Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "30")));
        Duration warmUp = Duration.ofSeconds(Long.parseLong(given.getOrDefault("warmup", "20")));
        long seed = Long.parseLong(given.getOrDefault("seed", "1"));

        Path province = FOLDER.resolve("province");
        BenchProvince.write(ServerProcess.home().resolve("maps/laichau"), province, UNITS, HOSPITALS);
        Scenes scenes = Scenes.along(province.resolve("road-waypoints.csv"), new Random(seed));
        Path data = Files.createTempDirectory(FOLDER, "dispatch-data-");
        Vertx vertx = Vertx.vertx();
        try (ServerProcess server = new ServerProcess(data, "--province", province.toString())) {
            System.out.printf(
                    "Server with %d units and %d hospitals, seed %d, data in %s%n", UNITS, HOSPITALS, seed, data);
            System.out.printf(
                    "ready after %d ms (first start)%n", server.start().toMillis());
            WebClient client = WebClient.wrap(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS)));
            String token = logIn(client, server);
            run(vertx, new DispatchLoad(vertx, client, server, scenes, token), rates.get(0), warmUp);
            measure(vertx, client, server, scenes, token, rates, seconds).writeTo(FOLDER.resolve("dispatch.json"));
            System.out.println("kept in " + FOLDER.resolve("dispatch.json"));
        } finally {
            await(vertx.close());
        }
    }

    private static Figures measure(
            Vertx vertx,
            WebClient client,
            ServerProcess server,
            Scenes scenes,
            String token,
            List<Integer> rates,
            Duration seconds)
            throws Exception {
        var figures = new Figures();
        System.out.printf("%n%-8s %-15s %9s %9s %9s %9s   (ms)%n", "alerts/s", "", "p50", "p99", "p99.9", "max");
        for (int rate : rates) {
            var load = new DispatchLoad(vertx, client, server, scenes, token);
            double tookS = run(vertx, load, rate, seconds) / 1e9;
            String name = "dispatch." + rate;
            System.out.printf(
                    "%-8d %-15s%s%n",
                    rate, "acknowledge", figures.addLatencies(name + ".acknowledge", load.acknowledge));
            System.out.printf(
                    "%-8s %-15s%s%n",
                    "", "recommendation", figures.addLatencies(name + ".recommendation", load.recommend));
            System.out.printf(
                    "%-8s %-15s%s%n", "", "assignment", figures.addLatencies(name + ".assignment", load.assign));
            double throughput = load.acknowledge.getTotalCount() / tookS;
            figures.add(name + ".throughput", throughput, "alerts/s");
            load.counts.forEach((what, times) -> figures.add(name + "." + what, times, "times"));
            figures.add(name + ".rss", server.residentMiB(), "MiB");
            System.out.printf(
                    Locale.ROOT,
                    "         %.1f alerts/s done in %.1f s; process %d MiB; %s%n",
                    throughput,
                    tookS,
                    server.residentMiB(),
                    load.counts);
        }
        return figures;
    }

    /** The load lives on one event loop; tells how many nanoseconds it took. */
    private static long run(Vertx vertx, DispatchLoad load, int rate, Duration seconds) throws Exception {
        long started = System.nanoTime();
        Future<Void> done = Future.future(
                promise -> vertx.runOnContext(ignored -> load.run(rate, seconds).onComplete(promise)));
        await(done);
        return System.nanoTime() - started;
    }

    private static String logIn(WebClient client, ServerProcess server) throws Exception {
        return await(client.postAbs(server.api("/session").toString())
                        .sendJsonObject(new JsonObject().put("user", "operator").put("password", "operator")))
                .bodyAsJsonObject()
                .getString("token");
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.MINUTES);
    }
}
