package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The map is not there, comes, goes wrong and is replaced, and dispatch goes on: one server, never started again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivingMapIT {

    private static final double LAT = 22.386;
    private static final double LON = 103.458;

    private static Path map;
    private static ServerProcess server;
    private static Desk desk;
    private static String incident;
    private static String keptClosure;
    private static String lostClosure;

    @BeforeAll
    static void starts_without_any_map() throws Exception {
        Path data = Province.folder("living-map");
        map = data.toAbsolutePath().resolve("map.osm");
        server = new ServerProcess(
                data,
                "--map",
                map.toString(),
                "--province",
                ServerProcess.home().resolve("maps/laichau").toString());
        System.out.printf(
                "without a map the server was ready after %d ms%n",
                server.startOnEstimates().toMillis());
        desk = Desk.of(server);
    }

    @AfterAll
    static void stops() throws Exception {
        server.close();
    }

    @Test
    @Order(1)
    void without_a_map_an_alert_gets_its_recommendation_at_once_marked_as_an_estimate() throws Exception {
        assertEquals("MISSING", server.map().getJsonObject("refused").getString("fault"));
        JsonObject ready = new JsonObject(server.ask(HttpRequest.newBuilder(server.admin("/health/ready"))));
        assertEquals("UP", ready.getString("status"), "alerts are taken: nobody is turned away for want of a map");
        assertEquals(
                "DEGRADED", ready.getJsonObject("checks").getJsonObject("roads").getString("status"));

        incident = desk.hearsFrom(LAT, LON, 1).getString("incidentId");
        desk.triages(incident, "RED");
        assertEquals("ESTIMATE", desk.recommendation(incident).getString("basis"));
        JsonObject told = Caller.anybody(server).get("/map/info").expect(200).getJsonObject("roads");
        assertEquals("ESTIMATE", told.getString("basis"));
        assertEquals("MISSING", told.getString("refused"));
    }

    @Test
    @Order(2)
    void a_road_closure_entered_without_a_network_is_taken_and_not_yet_matched() {
        keptClosure = closes(22.30, 103.105); // where both maps of this story have a street
        lostClosure = closes(22.31, 103.105); // where only the first has one

        assertEquals("NOT_YET", closure(keptClosure).getString("match"));
        assertEquals("NOT_YET", closure(lostClosure).getString("match"));
    }

    @Test
    @Order(3)
    void the_map_is_put_there_and_dispatch_goes_on_while_it_is_imported_and_then_drives_by_road() throws Exception {
        long began = System.nanoTime();
        replace(GridMap.overTheProvince(0.01, "secondary").osm());
        CompletableFuture<JsonObject> looking = looksInTheBackground();
        int estimates = 0;
        long slowestMs = 0;
        while (!looking.isDone()) {
            long asked = System.nanoTime();
            String basis = desk.recommendation(incident).getString("basis");
            slowestMs = Math.max(slowestMs, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
            estimates += basis.equals("ESTIMATE") && server.map().getBoolean("importing") ? 1 : 0;
        }
        assertEquals(
                "ROAD", looking.get().getString("basis"), () -> looking.join().encode());
        System.out.printf(
                "the map was in force after %d ms; meanwhile %d recommendations by estimate, the slowest %d ms; %d MiB%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), estimates, slowestMs, server.residentMiB());
        assertTrue(estimates > 0, "somebody asked while it was imported");
        assertEquals("ROAD", desk.recommendation(incident).getString("basis"));
        assertEquals("MATCHED", closure(keptClosure).getString("match"));
        assertEquals("MATCHED", closure(lostClosure).getString("match"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @Order(4)
    @CsvSource({
        "cut off,               CUT_OFF",
        "empty,                 NOT_A_MAP",
        "a text,                NOT_A_MAP",
        "a zip,                 NOT_A_MAP",
        "without a road,        NO_ROADS",
        "another continent,     OTHER_REGION",
        "half of the stations,  OTHER_REGION",
        "broken in the middle,  IMPORT_FAILED",
        "gone,                  MISSING",
        "a disk that fails,     UNREADABLE",
    })
    void a_map_that_cannot_be_used_is_refused_by_name_and_the_old_one_stays(String what, String fault)
            throws Exception {
        String before = server.map().getString("mapVersion");
        long refusedBefore = refusals(fault);
        putThere(what);

        JsonObject now = server.looksAtTheMap();

        assertEquals(fault, now.getJsonObject("refused").getString("fault"), now.encode());
        assertTrue(now.getJsonObject("refused").getString("reason").contains("map.osm"), now.encode());
        assertEquals("ROAD", now.getString("basis"));
        assertEquals(before, now.getString("mapVersion"));
        assertEquals("ROAD", desk.recommendation(incident).getString("basis"));
        assertEquals(refusedBefore + 1, refusals(fault), "counted");
    }

    @Test
    @Order(5)
    void a_good_one_after_that_gives_new_tiles_and_times_and_tells_which_closure_lies_on_no_road_now()
            throws Exception {
        JsonObject before = Caller.anybody(server).get("/map/info").expect(200);
        JsonObject recommendedBefore = desk.recommendation(incident);
        replace(GridMap.overTheProvince(0.02, "tertiary").osm());

        JsonObject now = server.looksAtTheMap();

        assertEquals(null, now.getValue("refused"), now.encode());
        JsonObject after = Caller.anybody(server).get("/map/info").expect(200);
        assertNotEquals(before.getString("version"), after.getString("version"));
        Heard old = tile(before.getString("version"));
        Heard current = tile(after.getString("version"));
        assertEquals(
                "no-store",
                old.headers().firstValue("cache-control").orElse(""),
                "a page that is still open keeps nothing under the old name");
        assertTrue(current.headers().firstValue("cache-control").orElse("").contains("immutable"));
        JsonObject recommended = desk.recommendation(incident);
        assertNotEquals(
                recommendedBefore.getJsonArray("options").getJsonObject(0).getValue("travelS"),
                recommended.getJsonArray("options").getJsonObject(0).getValue("travelS"));
        assertEquals("MATCHED", closure(keptClosure).getString("match"));
        assertEquals("NO_ROAD", closure(lostClosure).getString("match"));
        assertEquals(new JsonArray().add(lostClosure), now.getJsonArray("unmatched"));
        assertEquals(1, after.getJsonObject("roads").getInteger("unmatched"));
        desk.opensRoad(lostClosure);
        desk.opensRoad(keptClosure);
        assertTrue(server.map().getJsonArray("unmatched").isEmpty());
    }

    @Test
    @Order(6)
    void killed_in_the_middle_of_an_import_it_starts_again_and_finishes_it() throws Exception {
        replace(GridMap.overTheProvince(0.01, "primary").osm());
        CompletableFuture<JsonObject> looking = looksInTheBackground();
        server.awaitMap("an import", state -> state.getBoolean("importing") || looking.isDone());
        server.killNine();
        assertTrue(looking.handle((done, failed) -> failed != null).get(), "it was killed before it was ready");

        server.startOnEstimates();
        JsonObject now = server.awaitMap("road", state -> "ROAD".equals(state.getString("basis")));

        assertEquals(null, now.getValue("refused"), now.encode());
        assertEquals("ROAD", desk.recommendation(incident).getString("basis"));
        assertFalse(Files.list(map.resolveSibling("graphs"))
                .anyMatch(left -> left.getFileName().toString().startsWith(".importing")));
    }

    private static CompletableFuture<JsonObject> looksInTheBackground() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return server.looksAtTheMap();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static void putThere(String what) throws Exception {
        String good = new GridMap(22.0, 103.0, 22.5, 103.5, 0.02, "secondary").osm();
        switch (what) {
            case "cut off" -> replace(good.substring(0, good.length() / 2));
            case "empty" -> replace("");
            case "a text" -> replace("Gửi anh bản đồ mới, anh xem giúp em.");
            case "a zip" -> replace("PK\u0003\u0004 and so on");
            case "without a road" -> replace(GridMap.overTheProvince(0.1, "").osm());
            case "another continent" -> replace(new GridMap(-0.3, -78.6, -0.1, -78.4, 0.01, "secondary").osm());
            case "half of the stations" -> replace(good);
            case "broken in the middle" -> replace(good.replace("</way>", "</wax>"));
            case "gone" -> Files.delete(map);
            case "a disk that fails" -> {
                Path failing = Path.of("/proc/self/mem"); // reading its first byte is an input/output error
                Assumptions.assumeTrue(Files.exists(failing), "skipped: no /proc on this system");
                Files.deleteIfExists(map);
                Files.createSymbolicLink(map, failing);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** As an operator should: written beside, then renamed. */
    private static void replace(String content) throws Exception {
        Path beside = Files.writeString(map.resolveSibling("map.new"), content);
        Files.move(beside, map, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String closes(double lat, double west) {
        JsonArray line = new JsonArray()
                .add(new JsonArray().add(west).add(lat))
                .add(new JsonArray().add(west + 0.01).add(lat));
        return desk.post(
                        "/road-closures",
                        new JsonObject()
                                .put(
                                        "line",
                                        new JsonObject()
                                                .put("type", "LineString")
                                                .put("coordinates", line))
                                .put("reason", "sạt lở"))
                .expect(201)
                .getString("id");
    }

    private static JsonObject closure(String id) {
        return Heard.all(desk.get("/road-closures").expect(200), "roadClosures").stream()
                .filter(one -> one.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long refusals(String fault) throws Exception {
        return server.ask(HttpRequest.newBuilder(server.admin("/metrics")))
                .lines()
                .filter(line -> line.startsWith("roads_maps_refused_total{fault=\"" + fault + "\"}"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Heard tile(String version) {
        return Caller.anybody(server).get("/map/tiles/" + version + "/8/201/112");
    }
}
