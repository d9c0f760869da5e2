package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * PostgreSQL is killed under a running server. Alerts are taken all the same, boards are shown with their age, whatever needs
 * the truth says so; and when it is back every alert is there once, whatever else was killed meanwhile.
 */
@Timeout(600)
class PostgresAwayIT {

    private static final int ALERTS = 40;

    /** Noticed with the first refused connection, or after a beat and its patience. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(20);

    /** A reader never waits longer for an old board than for the database to be given up. */
    private static final Duration OLD_BOARD_WITHIN = Duration.ofSeconds(10);

    private static final String TIMES_IN_THE_LOG = """
            SELECT r.key, count(*)
            FROM alert_receipt r
            JOIN incident_event e ON e.type IN ('IncidentOpened', 'AlertJoined') AND e.body -> 'alert' ->> 'id' = r.alert_id::text
            GROUP BY r.key
            """;

    private static final String ALERTS_IN_ALL = """
            SELECT count(*) FROM incident_event WHERE type IN ('IncidentOpened', 'AlertJoined')
            """;

    private PostgresServer postgres;
    private ServerProcess server;
    private Scenes scenes;
    private Caller operator;

    @BeforeEach
    void start() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "postgres-away")), "run-");
        postgres = new PostgresServer(folder.resolve("postgres")).start();
        server = new ServerProcess(folder.resolve("node"), "--pg-uri", postgres.uri());
        server.startOnEstimates();
        scenes = Scenes.along(ServerProcess.home().resolve("maps/laichau/road-waypoints.csv"), new Random(5));
        operator = new Caller(server, Caller.login(server, "operator"), "vi");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @Test
    void alerts_are_kept_and_entered_once_also_when_the_node_is_killed_too() throws Exception {
        String before = report("before").expect(201).getString("incidentId");
        operator.get("/incidents").expect(200);
        postgres.killNine();

        Map<String, JsonObject> receipts = new HashMap<>();
        for (int i = 0; i < ALERTS; i++) {
            receipts.put("away " + i, report("away " + i).expect(202));
        }
        JsonObject first = receipts.get("away 0");
        assertTrue(first.getBoolean("spooled"));
        assertEquals(first, again("away 0").expect(202), "the same key is the same alert, and the same answer");
        assertEquals("key-reused", post("away 0", scene().put("injured", 77)).code());
        assertEquals("RECEIVED", track(first).expect(200).getString("state"));

        server.killNine();
        postgres.start();
        server.startOnEstimates();
        until("all are entered", () -> waiting().isEmpty());

        assertEachOnce(receipts.keySet());
        for (JsonObject receipt : receipts.values()) {
            assertNotEquals(null, track(receipt).expect(200).getString("incidentNumber"));
        }
        JsonObject known = again("away 0").expect(200);
        assertEquals(first.getString("alertId"), known.getString("alertId"));
        assertEquals(before, again("before").expect(200).getString("incidentId"));
    }

    @Test
    void the_desk_sees_what_waits_and_what_was_and_is_told_what_cannot_be_known() throws Exception {
        JsonObject open = report("open").expect(201);
        String incident = open.getString("incidentId");
        JsonObject fresh = operator.get("/incidents").expect(200);
        operator.get("/units").expect(200);
        postgres.killNine();

        JsonObject waits = report("waits").expect(202);
        List<JsonObject> shown = waiting();
        assertEquals(
                List.of(waits.getString("alertId")),
                shown.stream().map(each -> each.getString("alertId")).toList());
        assertEquals("kẹt trong xe", shown.get(0).getString("description"));

        for (String board : List.of("/incidents", "/units", "/hospitals", "/road-closures")) {
            Instant asked = Instant.now();
            JsonObject old = operator.get(board).expect(200);
            assertTrue(old.getBoolean("old"), board);
            assertTrue(Instant.parse(old.getString("asOf")).isBefore(asked), board);
            assertTrue(Duration.between(asked, Instant.now()).compareTo(OLD_BOARD_WITHIN) < 0, board);
        }
        assertEquals(ids(fresh), ids(operator.get("/incidents").expect(200)), "as it was");
        JsonObject one = operator.get("/incidents/" + incident).expect(200);
        assertTrue(one.getBoolean("old"));

        Heard refused = operator.post("/incidents/" + incident + "/acknowledge", new JsonObject());
        assertEquals(503, refused.status(), refused.text());
        assertFalse(refused.header("Retry-After").isEmpty());
        assertEquals("database-away", refused.code());
        assertEquals(503, Caller.anybody(server).post("/session", account()).status(), "nobody new comes in");
        assertEquals(401, Caller.anybody(server).get("/incidents").status(), "and nobody without a name");

        postgres.start();
        until("it is entered without a restart", () -> waiting().isEmpty());
        until("the board is of now", () -> {
            JsonObject now = operator.get("/incidents").json();
            return !now.containsKey("old") && ids(now).size() == ids(fresh).size() + 1;
        });
        operator.post("/incidents/" + incident + "/acknowledge", new JsonObject())
                .expect(200);
        assertEachOnce(Set.of("waits"));
    }

    @Test
    void the_public_page_takes_a_report_and_shows_where_it_is() throws Exception {
        var villager = new Villager(server);
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "FALL", "words", "ngã suối cạnh cầu treo"));
        postgres.killNine();

        Heard sent = villager.sends(form);
        assertEquals(303, sent.status(), sent.text());
        String track = sent.header("Location");
        String page = villager.reads(track).text();
        assertTrue(page.contains("ĐÃ NHẬN TIN BÁO"), page);
        assertTrue(page.contains("http-equiv=\"refresh\""), "it looks again by itself");

        postgres.start();
        until(
                "the same address shows the incident",
                () -> villager.reads(track).text().contains("id=\"state\""));
        String other = villager.sends(form).header("Location");
        assertEquals(numberIn(villager.reads(track)), numberIn(villager.reads(other)), "sent again hours later");
    }

    @Test
    void a_node_that_finds_no_database_at_its_start_takes_alerts_already() throws Exception {
        report("before").expect(201);
        server.end();
        postgres.killNine();

        server.startOnEstimates(); // it says that it is ready, for alerts
        JsonObject receipt = report("at the start").expect(202);
        assertEquals("RECEIVED", track(receipt).expect(200).getString("state"));
        assertEquals(receipt, again("at the start").expect(202));
        Heard refused = Caller.anybody(server).post("/session", account());
        assertEquals(503, refused.status(), refused.text());
        assertEquals("database-away", refused.code());
        var villager = new Villager(server);
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "FALL", "words", "ngã trên đường mòn"));
        String track = villager.sends(form).header("Location");
        assertTrue(villager.reads(track).text().contains("ĐÃ NHẬN TIN BÁO"));

        postgres.start();
        until(
                "the desk comes in",
                () -> Caller.anybody(server).post("/session", account()).status() == 200);
        operator = new Caller(server, Caller.login(server, "operator"), "vi");
        until("all are entered", () -> waiting().isEmpty());
        assertEachOnce(Set.of("before", "at the start"));
        assertNotEquals(null, track(receipt).expect(200).getString("incidentNumber"));
        assertTrue(villager.reads(track).text().contains("id=\"state\""));
    }

    private static String numberIn(Heard page) {
        Matcher number = Pattern.compile("20\\d\\d-\\d{6}").matcher(page.text());
        assertTrue(number.find(), page.text());
        return number.group();
    }

    private final Map<String, JsonObject> sent = new HashMap<>();

    private Heard report(String key) {
        JsonObject body = scene();
        sent.put(key, body);
        return post(key, body);
    }

    private Heard again(String key) {
        return post(key, sent.get(key));
    }

    private Heard post(String key, JsonObject body) {
        return Caller.anybody(server).post("/alerts", body, "Idempotency-Key", key);
    }

    private JsonObject scene() {
        return scenes.next().put("description", "kẹt trong xe");
    }

    private Heard track(JsonObject receipt) {
        return Caller.anybody(server).get("/track/" + receipt.getString("trackingCode"));
    }

    private List<JsonObject> waiting() {
        return Heard.all(operator.get("/alerts/waiting").expect(200), "alerts");
    }

    private void assertEachOnce(Set<String> keys) throws Exception {
        Map<String, String> times = new HashMap<>();
        for (List<String> row : postgres.rows(TIMES_IN_THE_LOG)) {
            times.put(row.get(0), row.get(1));
        }
        for (String key : keys) {
            assertEquals("1", times.get(key), "times in the log of " + key);
        }
        assertEquals(
                String.valueOf(times.size()),
                postgres.rows(ALERTS_IN_ALL).get(0).get(0),
                "nothing is there unasked for");
    }

    private static Set<String> ids(JsonObject board) {
        return new HashSet<>(Heard.all(board, "incidents").stream()
                .map(each -> each.getString("id"))
                .toList());
    }

    private static JsonObject account() {
        return new JsonObject().put("user", "supervisor").put("password", "supervisor");
    }

    private static void until(String what, BooleanSupplier isSo) throws InterruptedException {
        long deadline = System.nanoTime() + NOTICED_WITHIN.toNanos() * 2;
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what + ": not in time");
            Thread.sleep(100); // between two questions; the answer decides
        }
    }
}
