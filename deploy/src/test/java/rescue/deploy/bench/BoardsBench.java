package rescue.deploy.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import rescue.story.Crew;
import rescue.story.Desk;
import rescue.story.Heard;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/**
 * Fifty consoles that read all their boards again whenever they are told of a change, while alerts come in: how long until
 * an alert stands on every console, and what that costs the server.
 */
public final class BoardsBench {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    /** As many alerts and closings may be under way at once. */
    private static final int OPERATORS = 16;

    /** What is under way when the last alert is out gets this long. */
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private BoardsBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        int consoles = Integer.parseInt(given.getOrDefault("consoles", "50"));
        int open = Integer.parseInt(given.getOrDefault("open", "40"));
        int rate = Integer.parseInt(given.getOrDefault("rate", "20"));
        int moving = Integer.parseInt(given.getOrDefault("moving", "60"));
        Duration seconds = Duration.ofSeconds(Long.parseLong(given.getOrDefault("seconds", "30")));
        Path province = FOLDER.resolve("boards-province");
        BenchProvince.write(ServerProcess.home().resolve("maps/laichau"), province, 60, 10);
        Path data = Files.createTempDirectory(FOLDER, "boards-data-");
        Vertx vertx = Vertx.vertx();
        try (ServerProcess server =
                new ServerProcess(data, "--map", province.toString(), "--province", province.toString())) {
            System.out.printf("ready after %d ms%n", server.start().toMillis());
            Desk desk = Desk.of(server);
            Scenes scenes = Scenes.along(province.resolve("road-waypoints.csv"), new Random(1));
            Deque<String> queue = fill(desk, scenes, open);
            List<BoardsConsole> all = new ArrayList<>();
            for (int i = 0; i < consoles; i++) {
                all.add(BoardsConsole.open(vertx, server, desk));
            }
            run(desk, scenes, queue, all, rate, Duration.ofSeconds(10)); // warm
            all.forEach(BoardsConsole::forget);
            measure(server, desk, scenes, queue, all, rate, moving, seconds).writeTo(FOLDER.resolve("boards.json"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        }
    }

    /** Half of the open incidents have a unit on its way, as on a bad evening. */
    private static Deque<String> fill(Desk desk, Scenes scenes, int open) {
        Deque<String> queue = new ConcurrentLinkedDeque<>();
        List<JsonObject> units = desk.units();
        for (int i = 0; i < open; i++) {
            String id = desk.reports(scenes.next()).json().getString("incidentId");
            if (i % 2 == 0) {
                desk.triesToSend(id, units.get(i).getString("id"), null);
            } else {
                queue.add(id);
            }
        }
        return queue;
    }

    private static Figures measure(
            ServerProcess server,
            Desk desk,
            Scenes scenes,
            Deque<String> queue,
            List<BoardsConsole> all,
            int rate,
            int moving,
            Duration seconds)
            throws Exception {
        ScheduledExecutorService drivers = Executors.newScheduledThreadPool(2);
        List<String> units = desk.units().stream()
                .limit(moving)
                .map(unit -> unit.getString("id"))
                .toList();
        List<Crew> crews = units.stream().map(unit -> Crew.of(server, unit)).toList();
        AtomicInteger second = new AtomicInteger();
        if (moving > 0) {
            AtomicInteger next = new AtomicInteger();
            drivers.scheduleAtFixedRate(
                    () -> {
                        int crew = next.getAndIncrement() % crews.size();
                        double away = second.incrementAndGet() / 1e6;
                        crews.get(crew).isAt(22.39 + away, 103.46, java.time.Instant.now());
                    },
                    0,
                    1_000_000 / moving,
                    TimeUnit.MICROSECONDS);
        }
        double cpuBefore = server.cpuSeconds();
        double databaseBefore = server.databaseCpuSeconds();
        long began = System.nanoTime();
        Histogram told = run(desk, scenes, queue, all, rate, seconds);
        double took = (System.nanoTime() - began) / 1e9;
        double cpu = server.cpuSeconds() - cpuBefore;
        double database = server.databaseCpuSeconds() - databaseBefore;
        drivers.shutdownNow();

        Figures figures = new Figures();
        Histogram reads = new Histogram(3);
        all.forEach(console -> reads.add(console.reads));
        long bytes = all.stream().mapToLong(console -> console.bytes).sum();
        long messages = all.stream().mapToLong(console -> console.messages).sum();
        System.out.printf(
                Locale.ROOT,
                "%n%-28s %9s %9s %9s %9s   (ms)%n",
                all.size() + " consoles",
                "p50",
                "p99",
                "p99.9",
                "max");
        System.out.printf("%-28s%s%n", "one board read", figures.addLatencies("boards.read", reads));
        System.out.printf("%-28s%s%n", "alert sent to every board", figures.addLatencies("boards.alert", told));
        figures.add("boards.reads", reads.getTotalCount() / took, "reads/s");
        figures.add("boards.cpu", cpu / took, "cores");
        figures.add("boards.database", database / took, "cores");
        figures.add("boards.cpu.read", (cpu + database) / reads.getTotalCount() * 1_000, "ms");
        figures.add("boards.bytes", bytes / took / 1e6, "MB/s");
        figures.add("boards.messages", messages / took, "messages/s");
        System.out.printf(
                Locale.ROOT,
                "%.0f reads/s, server %.2f cores, PostgreSQL %.2f, %.2f ms of processor a read, %.1f MB/s, %.0f live messages/s, %d MiB%n",
                reads.getTotalCount() / took,
                cpu / took,
                database / took,
                (cpu + database) / reads.getTotalCount() * 1_000,
                bytes / took / 1e6,
                messages / took,
                server.residentMiB());
        return figures;
    }

    /** Alerts at their intended times, each followed by the closing of the oldest; until every console shows each. */
    private static Histogram run(
            Desk desk, Scenes scenes, Deque<String> queue, List<BoardsConsole> all, int rate, Duration seconds)
            throws Exception {
        ExecutorService operators = Executors.newFixedThreadPool(OPERATORS);
        Histogram told = new ConcurrentHistogram(3);
        LongAdder refused = new LongAdder();
        List<java.util.concurrent.Future<?>> calls = new ArrayList<>();
        long gap = TimeUnit.SECONDS.toNanos(1) / rate;
        long began = System.nanoTime();
        for (int i = 0; i < rate * seconds.toSeconds(); i++) {
            long due = began + i * gap;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            JsonObject alert = scenes.next();
            calls.add(operators.submit(() -> {
                Heard heard = desk.reports(alert);
                if (heard.status() != 201) {
                    refused.increment();
                    return;
                }
                String id = heard.json().getString("incidentId");
                for (BoardsConsole console : all) {
                    console.shows(id).onSuccess(at -> told.recordValue((at - due) / 1_000));
                }
                queue.add(id);
                desk.post(
                        "/incidents/" + queue.remove() + "/close", new JsonObject().put("disposition", "FALSE_ALARM"));
            }));
        }
        for (java.util.concurrent.Future<?> call : calls) {
            call.get();
        }
        operators.shutdown();
        long expected = (calls.size() - refused.sum()) * all.size();
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (told.getTotalCount() < expected && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        System.out.printf("%d of %d alerts shown, %d refused%n", told.getTotalCount(), expected, refused.sum());
        return told;
    }
}
