package rescue.deploy.bench;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import rescue.story.Caller;
import rescue.story.Crew;
import rescue.story.Desk;
import rescue.story.Heard;
import rescue.story.LiveLine;
import rescue.story.ServerProcess;

/**
 * A landslide during a drive, with a fleet on the road: from the operator's POST until the last crew's socket has heard of its
 * new route, over HTTP and WebSocket, with server, PostgreSQL and all tablets on the same machine.
 */
public final class LandslideBench {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    /** Far enough from one another to be incidents of their own; the landslide lies between them and the fleet. */
    private static final double FIRST_KM = 36;

    private static final double KM_BETWEEN = 0.2;

    private LandslideBench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> given = new HashMap<>();
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> given.put(pair[0], pair[1]));
        int units = Integer.parseInt(given.getOrDefault("units", "40"));
        int rounds = Integer.parseInt(given.getOrDefault("rounds", "20"));
        Path province = FOLDER.resolve("landslide-province");
        BenchProvince.write(ServerProcess.home().resolve("maps/laichau"), province, units, 10);
        Path data = Files.createTempDirectory(FOLDER, "landslide-data-");
        try (ServerProcess server =
                new ServerProcess(data, "--map", province.toString(), "--province", province.toString())) {
            System.out.printf("ready after %d ms%n", server.start().toMillis());
            Desk desk = Desk.of(server);
            List<LiveLine> tablets = sendEverybody(server, desk);
            measure(desk, tablets, rounds).writeTo(FOLDER.resolve("landslide.json"));
            tablets.forEach(LiveLine::close);
        }
    }

    private static List<LiveLine> sendEverybody(ServerProcess server, Desk desk) {
        JsonObject start = place(server, "QL4D Km60+000");
        List<LiveLine> tablets = new ArrayList<>();
        for (JsonObject unit : desk.units()) {
            String id = unit.getString("id");
            Crew crew = Crew.of(server, id);
            crew.isAt(start.getDouble("lat"), start.getDouble("lon"), java.time.Instant.now());
            String incident = desk.hears("QL4D", FIRST_KM + tablets.size() * KM_BETWEEN, 1)
                    .getString("incidentId");
            String order = desk.triesToSend(incident, id, null).expect(201).getString("id");
            crew.presses(order, "EN_ROUTE");
            tablets.add(LiveLine.of(crew));
        }
        return tablets;
    }

    private static JsonObject place(ServerProcess server, String post) {
        String query = java.net.URLEncoder.encode(post, java.nio.charset.StandardCharsets.UTF_8);
        Heard found = Caller.anybody(server).get("/places?q=" + query);
        return new io.vertx.core.json.JsonArray(found.text()).getJsonObject(0);
    }

    private static Figures measure(Desk desk, List<LiveLine> tablets, int rounds) {
        Histogram answered = new Histogram(3);
        Histogram first = new Histogram(3);
        Histogram last = new Histogram(3);
        for (int round = -1; round < rounds; round++) { // the first only warms up
            int told = 2 * (round + 1);
            long key = System.nanoTime();
            String landslide = desk.closesRoad("QL4D", 52, 53, "sạt lở");
            long replied = System.nanoTime();
            await(tablets.get(0), told + 1);
            long one = System.nanoTime();
            tablets.forEach(tablet -> await(tablet, told + 1));
            if (round >= 0) {
                last.recordValue((System.nanoTime() - key) / 1_000);
                first.recordValue((one - key) / 1_000);
                answered.recordValue((replied - key) / 1_000);
            }
            desk.opensRoad(landslide);
            tablets.forEach(tablet -> await(tablet, told + 2));
        }
        Figures figures = new Figures();
        System.out.printf(
                "%d crews, %d landslides%n%-24s %9s %9s %9s %9s   (ms)%n",
                tablets.size(), rounds, "from the operator's POST", "p50", "p99", "p99.9", "max");
        System.out.printf("%-24s%s%n", "answered", figures.addLatencies("landslide.answered", answered));
        System.out.printf("%-24s%s%n", "one crew told", figures.addLatencies("landslide.one", first));
        System.out.printf("%-24s%s%n", "the last crew told", figures.addLatencies("landslide.last", last));
        return figures;
    }

    private static void await(LiveLine tablet, int news) {
        tablet.await(
                "the new route",
                some -> tablet.changes().stream()
                                .filter(change -> "RouteChanged"
                                        .equals(change.getJsonObject("data").getString("event")))
                                .count()
                        >= news);
    }
}
