package rescue.deploy.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.deploy.bench.ClusterLoad.CrewLine;
import rescue.story.Desk;
import rescue.story.Nodes;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/**
 * One, two and three nodes over one PostgreSQL, with the load on the same machine: how many alerts they take, how soon one is
 * acknowledged and stands on the consoles of another node, what a burst does, and whether ten years of data change it.
 */
public final class ClusterBench {

    private static final int UNITS = 60;
    private static final int HOSPITALS = 10;

    /** More than the servers' own limits, so that none of them is hidden by ours. */
    private static final int CONNECTIONS = 512;

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private final Map<String, String> given = new HashMap<>();
    private final Figures figures = new Figures();
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final WebClient client =
            WebClient.wrap(vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS)));
    private final ConsoleLines consoles = new ConsoleLines();
    private final Scenes scenes;
    private final Path province;
    private Nodes nodes;
    private String token = "";
    private List<CrewLine> crews = List.of();

    private ClusterBench(String[] args, Path province) throws Exception {
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        scenes = Scenes.along(province.resolve("road-waypoints.csv"), new Random(number("seed", 1)));
        this.province = province;
        nodes = onEmptyRecord();
    }

    private Nodes onEmptyRecord() throws IOException, SQLException {
        return new Nodes(
                Files.createTempDirectory(FOLDER, "cluster-data-"),
                "--map",
                province.toString(),
                "--province",
                province.toString());
    }

    public static void main(String[] args) throws Exception {
        Path province = FOLDER.resolve("cluster-province");
        BenchProvince.write(ServerProcess.home().resolve("maps/laichau"), province, UNITS, HOSPITALS);
        var bench = new ClusterBench(args, province);
        try {
            bench.run();
            bench.figures.writeTo(FOLDER.resolve("cluster.json"));
        } finally {
            bench.nodes.close();
            bench.vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        }
    }

    private void run() throws Exception {
        List<String> parts = List.of(
                given.getOrDefault("parts", "sidebyside,mixed,burst,tenyears").split(","));
        if (parts.contains("sidebyside")) {
            for (int count = 1; count <= 3; count++) {
                start(count);
                sideBySide(count);
                nodes.close();
                nodes = onEmptyRecord();
            }
        }
        if (parts.equals(List.of("sidebyside"))) {
            return;
        }
        start(3);
        logIn();
        await(consoles.open(vertx, loop, nodes.all(), token, number("consoles", 50)));
        if (parts.contains("mixed")) {
            mixed("empty");
        }
        if (parts.contains("burst")) {
            burst();
        }
        if (parts.contains("tenyears")) {
            tenYears();
        }
    }

    private void start(int count) {
        long began = System.nanoTime();
        nodes.start(count);
        System.out.printf(
                "%d nodes ready after %d ms%n", count, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private void logIn() throws Exception {
        Desk desk = Desk.of(nodes.get(0));
        token = desk.token();
        List<CrewLine> all = new ArrayList<>();
        for (JsonObject unit : desk.units()) {
            String id = unit.getString("id");
            all.add(new CrewLine(id, rescue.story.Crew.of(nodes.get(0), id).token()));
        }
        crews = all;
    }

    /** As many as they take, each count of nodes on an empty record: what the first wrote would slow the second. */
    private void sideBySide(int count) throws Exception {
        var load = new ClosedLoop(
                client, nodes.all(), scenes, Desk.of(nodes.get(0)).token());
        int clients = number("clients", 32);
        Duration seconds = Duration.ofSeconds(number("sideSeconds", 10));
        await(onLoop(() -> load.run(clients, Duration.ofSeconds(number("warmup", 10)))));
        load.forget();
        await(onLoop(() -> load.run(clients, seconds)));
        double rate = load.taken() / (double) seconds.toSeconds();
        figures.add("cluster.nodes" + count + ".throughput", rate, "alerts/s");
        System.out.printf(
                Locale.ROOT,
                "%d nodes, %d clients that wait: %.0f alerts/s, %d refused%n",
                count,
                clients,
                rate,
                load.refused());
        figures.addLatencies("cluster.nodes" + count + ".acknowledge", load.acknowledge);
    }

    private void mixed(String when) throws Exception {
        int rate = number("rate", 200);
        int positions = number("positions", 500);
        var warm = load();
        await(onLoop(() -> warm.run(rate / 2, positions / 2, Duration.ofSeconds(number("warmup", 10)))));
        settle();
        var load = load();
        await(onLoop(() -> load.run(rate, positions, Duration.ofSeconds(number("seconds", 60)))));
        long missing = settle();
        String name = "cluster." + when;
        System.out.printf(
                Locale.ROOT,
                "%n%-42s %9s %9s %9s %9s   (ms)%n",
                when + ": " + rate + " alerts/s, " + positions + " positions/s",
                "p50",
                "p99",
                "p99.9",
                "max");
        line(name + ".acknowledge", "acknowledged", load.acknowledge);
        line(name + ".position", "position taken", load.positions);
        line(name + ".console", "alert to a console of that node", consoles.sameNode);
        line(name + ".consoleElsewhere", "alert to a console of another node", consoles.otherNode);
        load.counts.forEach((what, times) -> figures.add(name + "." + what, times, "times"));
        System.out.printf("%s; %d tellings missing of %d%n", load.counts, missing, missing + consoles.told());
        figures.add(name + ".missing", missing, "tellings");
        for (int i = 0; i < nodes.all().size(); i++) {
            long rss = nodes.get(i).residentMiB();
            figures.add("cluster.rss." + i, rss, "MiB");
            System.out.printf("node %d: %d MiB%n", i + 1, rss);
        }
        await(onLoop(() -> {
            consoles.forget();
            return Future.succeededFuture();
        }));
    }

    private void burst() throws Exception {
        int rate = number("burst", 1_000);
        int seconds = number("burstSeconds", 10);
        long before = count("SELECT count(*) FROM alert_receipt");
        var load = load();
        long began = System.nanoTime();
        await(onLoop(() -> load.run(rate, 0, Duration.ofSeconds(seconds))));
        double took = (System.nanoTime() - began) / 1e9;
        long entered = count("SELECT count(*) FROM alert_receipt") - before;
        long lost = (long) rate * seconds - entered;
        figures.add("cluster.burst.lost", lost, "alerts");
        figures.add("cluster.burst.took", took, "s");
        System.out.printf(
                Locale.ROOT,
                "%nburst of %d/s for %d s: %d lost, all in after %.1f s; %s%n",
                rate,
                seconds,
                lost,
                took,
                load.counts);
        line("cluster.burst.acknowledge", "acknowledged", load.acknowledge);
        settle();
        await(onLoop(() -> {
            consoles.forget();
            return Future.succeededFuture();
        }));
    }

    private void tenYears() throws Exception {
        Desk desk = Desk.of(nodes.get(0));
        JsonObject alert = desk.reports(scenes.next()).json();
        String incident = alert.getString("incidentId");
        JsonObject unit = desk.units().get(0);
        JsonObject assignment =
                desk.triesToSend(incident, unit.getString("id"), null).expect(201);
        desk.standsDown(assignment.getString("id"));
        desk.closes(incident);
        int incidents = number("incidents", 300_000);
        int positions = number("fixes", 20_000_000);
        Duration took = TenYears.fill(nodes.jdbcUrl(), incident, alert.getString("alertId"), incidents, positions);
        System.out.printf(
                "%n%d incidents and %d positions of ten years copied in %d s%n",
                incidents, positions, took.toSeconds());
        mixed("tenYears");
    }

    private ClusterLoad load() {
        return new ClusterLoad(vertx, client, nodes.all(), scenes, consoles, token, crews);
    }

    /** The last tellings are under way when the last alert is acknowledged. */
    private long settle() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        long missing;
        do {
            TimeUnit.MILLISECONDS.sleep(100);
            missing = await(onLoop(() -> Future.succeededFuture(consoles.missing())));
        } while (missing > 0 && System.nanoTime() < deadline);
        return missing;
    }

    private void line(String name, String words, Histogram histogram) {
        System.out.printf("%-42s%s%n", words, figures.addLatencies(name, histogram));
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(nodes.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private int number(String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
    }

    private interface Act<T> {
        Future<T> begin();
    }

    private <T> Future<T> onLoop(Act<T> act) {
        return Future.future(promise -> loop.runOnContext(go -> act.begin().onComplete(promise)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.MINUTES);
    }
}
