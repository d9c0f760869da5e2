package rescue.deploy.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.deploy.bench.CapacityLoad.Pair;
import rescue.deploy.bench.CapacityLoad.WardLine;
import rescue.story.Desk;
import rescue.story.ServerProcess;
import rescue.story.Ward;

/** A nation's wards at one node: each reports its beds once a second, while dispatchers hold and give back beds of one house. */
final class CapacityBench {

    private static final int UNITS = 60;

    /** More than the server's own limit, so that it is not hidden by ours. */
    private static final int CONNECTIONS = 512;

    private static final double FIRST_KM = 1.3;
    private static final double KM_BETWEEN = 1.4;

    /** Counted anew from the assignments, beside the sum that the beds keep. */
    private static final String HELD = """
            SELECT (SELECT coalesce(sum(held), 0) FROM hospital_bed)
                 + (SELECT count(*) FROM assignment WHERE active) AS found
            """;

    private CapacityBench() {}

    static void run(Path folder, Map<String, String> given, Figures figures) throws Exception {
        int hospitals = Integer.parseInt(given.getOrDefault("wards", "200"));
        int holds = Integer.parseInt(given.getOrDefault("holds", "50"));
        int seconds = Integer.parseInt(given.getOrDefault("seconds", "60"));
        int warmup = Integer.parseInt(given.getOrDefault("warmup", "20"));
        Path province = folder.resolve("capacity-province");
        BenchProvince.writeNation(ServerProcess.home().resolve("maps/laichau"), province, UNITS, hospitals);
        Path data = Files.createTempDirectory(Files.createDirectories(folder), "capacity-data-");
        Vertx vertx = Vertx.vertx();
        try (var server = new ServerProcess(data, "--map", province.toString(), "--province", province.toString())) {
            System.out.printf(
                    "%d wards: ready after %d ms%n", hospitals, server.start().toMillis());
            Desk desk = Desk.of(server);
            List<WardLine> wards = new ArrayList<>();
            for (JsonObject hospital : desk.hospitals()) {
                String id = hospital.getString("id");
                wards.add(new WardLine(id, Ward.of(server, id).token()));
            }
            List<Pair> pairs = pairs(desk);
            String wanted = wards.get(0).hospitalId();
            WebClient client = WebClient.wrap(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS)));
            Context loop = vertx.getOrCreateContext();
            for (int time : new int[] {warmup, seconds}) {
                var load = new CapacityLoad(vertx, client, server, wards, pairs, wanted, desk.token());
                Promise<Void> over = Promise.promise();
                loop.runOnContext(
                        go -> load.run(holds, Duration.ofSeconds(time)).onComplete(over));
                await(over.future());
                if (time == seconds) {
                    say(load, wards.size(), holds, figures);
                }
            }
            long left = heldOrActive(server);
            System.out.printf("beds held and units out when all was over: %d%n", left);
            figures.add("capacity.leftOver", left, "beds and units");
            figures.add("capacity.rss", server.residentMiB(), "MiB");
            System.out.printf("resident %d MiB%n", server.residentMiB());
        } finally {
            await(vertx.close());
        }
    }

    /** As many incidents as units, too far from one another to be one. */
    private static List<Pair> pairs(Desk desk) {
        List<Pair> pairs = new ArrayList<>();
        for (JsonObject unit : desk.units()) {
            String incident =
                    desk.hears("QL4D", FIRST_KM + pairs.size() * KM_BETWEEN, 1).getString("incidentId");
            pairs.add(new Pair(incident, unit.getString("id")));
        }
        return pairs;
    }

    private static void say(CapacityLoad load, int wards, int holds, Figures figures) {
        System.out.printf("%d wards, a report a second each; %d holds a second at one of them%n", wards, holds);
        System.out.println("                          p50       p99     p99.9       max  ms");
        line("report taken", "capacity.report", load.reports, figures);
        line("unit sent, bed held", "capacity.hold", load.holds, figures);
        System.out.println("  " + load.counts);
        load.counts.forEach((what, times) -> figures.add("capacity." + what.replace(' ', '.'), times, "times"));
    }

    private static void line(String label, String name, Histogram micros, Figures figures) {
        System.out.printf("  %-20s%s%n", label, figures.addLatencies(name, micros));
    }

    private static long heldOrActive(ServerProcess server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HELD)) {
            row.next();
            return row.getLong("found");
        }
    }

    private static void await(Future<Void> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.MINUTES);
    }
}
