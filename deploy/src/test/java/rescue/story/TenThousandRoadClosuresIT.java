package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A typhoon: ten thousand road closures in one request. Help goes out meanwhile, and the next landslide is as quick. */
class TenThousandRoadClosuresIT {

    private static final int MANY = 10_000;

    /** On two cores that everybody shares; measured far below, and printed. */
    private static final Duration ENTERED_WITHIN = Duration.ofSeconds(60);

    private static final Duration NEXT_WITHIN = Duration.ofSeconds(5);

    @Test
    void ten_thousand_are_entered_at_once_and_nobody_waits_for_them() throws Exception {
        try (ServerProcess server = new ServerProcess(Province.folder("typhoon"), Province.arguments())) {
            server.start();
            Desk desk = Desk.of(server);
            String incident = desk.hears("QL4D", 44.4, 1).getString("incidentId");
            desk.best(incident);
            Duration one = timed("one road closure on open roads", () -> desk.closesRoad("QL4D", 60, 61, "sạt lở"));

            AtomicLong slowestMs = new AtomicLong();
            JsonObject[] done = new JsonObject[1];
            CompletableFuture<Duration> entering = CompletableFuture.supplyAsync(() -> timed(
                    MANY + " in one request",
                    () -> done[0] = desk.post("/road-closures/bulk", storm()).expect(200)));
            while (!entering.isDone()) {
                long start = System.nanoTime();
                desk.get("/incidents/" + incident).expect(200);
                slowestMs.accumulateAndGet(
                        Duration.ofNanos(System.nanoTime() - start).toMillis(), Math::max);
            }
            System.out.println("slowest other answer meanwhile: " + slowestMs.get() + " ms");
            assertTrue(entering.get().compareTo(ENTERED_WITHIN) < 0, "entered after " + entering.get());
            assertEquals(MANY, done[0].getInteger("entered"), () -> firstRefusal(done[0]));
            assertEquals(
                    MANY + 1, desk.get("/road-closures?limit=1").expect(200).getInteger("total"));

            for (int i = 0; i < 5; i++) {
                int km = i;
                Duration next = timed("the next one", () -> desk.closesRoad("QL12", 40 + km, 40.5 + km, "sạt lở"));
                assertTrue(next.compareTo(NEXT_WITHIN) < 0, "the next after " + next + ", before it took " + one);
            }
            timed("listing 500 of them", () -> desk.get("/road-closures").expect(200));
            timed(
                    "listing all of them",
                    () -> desk.get("/road-closures?limit=20000").expect(200));
            timed("a recommendation", () -> desk.recommendation(incident));
            System.out.println("resident " + server.residentMiB() + " MiB");
        }
    }

    /** Every road of the book in pieces of a few hundred metres, each slower or cut for some. */
    private static JsonObject storm() {
        List<String[]> roads = signedRoads();
        double lengthKm =
                roads.stream().mapToDouble(road -> km(road[8]) - km(road[7])).sum();
        double pieceKm = lengthKm / (MANY + roads.size());
        JsonArray all = new JsonArray();
        for (String[] road : roads) {
            for (double from = km(road[7]); from + pieceKm <= km(road[8]) && all.size() < MANY; from += pieceKm) {
                all.add(new JsonObject()
                        .put("road", road[0])
                        .put("fromKm", from)
                        .put("toKm", from + pieceKm * 0.9)
                        .put("effect", "SLOW")
                        .put("factor", 1.5)
                        .put("reason", "bão"));
            }
        }
        for (int i = 0; all.size() < MANY; i++) {
            all.add(all.getJsonObject(i).copy().put("effect", "ONE_LANE").putNull("until"));
            all.getJsonObject(all.size() - 1).remove("factor");
        }
        return new JsonObject().put("roadClosures", all);
    }

    private static List<String[]> signedRoads() {
        try {
            Path file = ServerProcess.home().resolve("maps/laichau/roads.csv");
            List<String[]> roads = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                if (cells.length > 8 && cells[1].equals("yes")) {
                    roads.add(cells);
                }
            }
            return roads;
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static double km(String cell) {
        return Double.parseDouble(cell);
    }

    private static String firstRefusal(JsonObject done) {
        return Heard.all(done, "results").stream()
                .filter(result -> result.containsKey("code"))
                .findFirst()
                .map(JsonObject::encode)
                .orElse("none");
    }

    private static Duration timed(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(what + ": " + took.toMillis() + " ms");
        return took;
    }
}
