package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three nodes, one supervisor, one PostgreSQL, each a process of its own, as {@code deploy/run --nodes 3} starts them. */
class ClusterIT {

    private static final int A = 0;

    private static final int B = 1;

    private static final int C = 2;

    /** Whoever may not begin says so within this; joining takes seconds. */
    private static final long ENDS_WITHIN_S = 90;

    private static Path folder = Path.of("");
    private static ClusterProcess cluster = new ClusterProcess(folder, 3);

    @BeforeAll
    static void three_nodes_start() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "cluster")), "run-")
                .toAbsolutePath();
        cluster = new ClusterProcess(folder.resolve("data"), 3);
        cluster.start();
    }

    @AfterAll
    static void they_stop() throws Exception {
        cluster.close();
    }

    @BeforeEach
    void all_are_there() throws Exception {
        cluster.awaitWhole();
    }

    @Test
    void what_happens_at_one_node_is_seen_at_the_others() {
        Desk atB = Desk.of(cluster.node(B));
        try (LiveLine lineB = LiveLine.of(atB);
                LiveLine lineC = LiveLine.of(Desk.of(cluster.node(C)))) {
            String incident = Desk.of(cluster.node(A)).hears("QL12", 31.2, 1).getString("incidentId");
            lineC.await("the incident", message -> incident.equals(id(message)));
            assertEquals(incident, atB.incident(incident).getString("id"));

            moves(A, "LC-11", 22.5301);
            long moved = System.nanoTime();
            lineB.await("the position", message -> positions(message).contains("22.5301"));
            lineC.await("the position", message -> positions(message).contains("22.5301"));
            long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - moved);
            System.out.printf("a position reached the other two nodes' screens after %d ms%n", ms);
            assertTrue(ms < 1_000, "a fix is on every screen within a second, not after " + ms + " ms");
        }
    }

    @Test
    void a_session_holds_on_every_node_and_every_page_knows_all_of_them() throws Exception {
        Desk desk = Desk.of(cluster.node(A));
        HttpRequest.Builder atC =
                HttpRequest.newBuilder(cluster.node(C).api("/units")).header("Authorization", "Bearer " + desk.token());
        assertTrue(cluster.node(C).ask(atC).contains("LC-01"));

        JsonObject about = desk.get("/about").expect(200);
        assertEquals(
                List.of("A", "B", "C"),
                Heard.all(about, "nodes").stream()
                        .map(each -> each.getString("node"))
                        .toList());
        assertEquals(
                "http://" + cluster.node(C).api("").getAuthority(),
                Heard.all(about, "nodes").get(C).getString("url"));
        assertEquals(
                new JsonArray(List.of("A", "B", "C")),
                about.getJsonObject("cluster").getJsonArray("present"));
    }

    @Test
    void a_node_that_is_killed_is_missed_on_the_others_and_comes_back_by_itself() throws Exception {
        long before = cluster.pid(B);
        Desk desk = Desk.of(cluster.node(A));
        try (LiveLine line = LiveLine.of(desk)) {
            cluster.killNine(B);
            long killed = System.nanoTime();
            JsonObject told = line.await(
                            "that B is missing", message -> missing(message).contains("\"B\""))
                    .getJsonObject("data");
            Duration after = Duration.ofNanos(System.nanoTime() - killed);
            System.out.printf("a killed node was missed on another's screens after %d ms%n", after.toMillis());
            assertTrue(after.compareTo(Duration.ofSeconds(5)) < 0, "the screens say it within 5 s, not " + after);
            assertEquals(false, told.getBoolean("cutOff"), "two of three are no minority");
            for (int node : new int[] {A, C}) {
                JsonObject health = cluster.awaitHealth(
                        node,
                        "degraded",
                        now -> cluster(now).getString("status", "").equals("DEGRADED"));
                assertEquals("UP", health.getString("status"), "nobody may be turned away: " + health);
                Desk there = Desk.of(cluster.node(node));
                for (String board : new String[] {"/incidents", "/units", "/hospitals", "/road-closures"}) {
                    there.get(board).expect(200);
                }
            }
            String incident = desk.hears("QL4D", 20, 1).getString("incidentId");
            cluster.awaitWhole();
            assertNotEquals(before, cluster.pid(B), "it is another process");
            assertEquals(incident, Desk.of(cluster.node(B)).incident(incident).getString("id"));
            line.await(
                    "that all are there",
                    message -> "cluster".equals(message.getString("type"))
                            && message.getJsonObject("data")
                                    .getJsonArray("missing")
                                    .isEmpty());
        }
    }

    @Test
    void a_second_supervisor_on_the_same_data_is_refused_and_the_first_goes_on() throws Exception {
        Path output = folder.resolve("second.log");
        Process second = cluster.launch(folder.resolve("data"), output);
        assertTrue(second.waitFor(ENDS_WITHIN_S, TimeUnit.SECONDS), "it ends by itself");
        assertEquals(1, second.exitValue());
        assertTrue(Files.readString(output).contains("another supervisor (process "), Files.readString(output));
        cluster.awaitWhole();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A | MEMBERS,A=127.0.0.1:OWN       | there is a node A at",
                "D | MEMBERS,D=127.0.0.1:OWN       | give every node the same list",
                "D | MEMBERS,D=203.0.113.9:OWN     | no address of this machine",
                "D | MEMBERS                       | CLUSTER_MEMBERS has no D",
            })
    void a_node_that_does_not_belong_is_refused_with_what_to_do(String node, String list, String sentence)
            throws Exception {
        String own = list.replace("OWN", String.valueOf(ServerProcess.freePort()));
        String members = node.equals("A")
                ? cluster.members().replaceFirst("A=[^,]*", own.substring(own.indexOf("A=")))
                : own.replace("MEMBERS", cluster.members());
        Path output = Files.createTempFile(folder, "refused-", ".log");
        Process stranger = ClusterProcess.launch(
                List.of(
                        "--node",
                        node,
                        "--cluster-members",
                        members,
                        "--pg-uri",
                        cluster.node(A).pgUri(),
                        "--data",
                        folder.resolve("stranger").toString(),
                        "--bus-port",
                        String.valueOf(ServerProcess.freePort()),
                        "--port",
                        "0",
                        "--gateway-port",
                        "0",
                        "--admin-port",
                        "0"),
                output);
        assertTrue(stranger.waitFor(ENDS_WITHIN_S, TimeUnit.SECONDS), "it ends by itself: " + Files.readString(output));
        assertTrue(Files.readString(output).contains(sentence), Files.readString(output));
        assertEquals(2, stranger.exitValue());
        cluster.awaitWhole();
    }

    /** Its nodes serve on without it; the next one takes over the database and starts one node after the other anew. */
    @Test
    void a_supervisor_that_is_killed_takes_nobody_with_it_and_the_next_one_takes_over() throws Exception {
        String incident = Desk.of(cluster.node(A)).hears("QL32", 300, 1).getString("incidentId");
        List<Long> before = List.of(cluster.pid(A), cluster.pid(B), cluster.pid(C));
        cluster.killSupervisor();
        assertEquals(incident, Desk.of(cluster.node(C)).incident(incident).getString("id"));

        cluster.startAgain();
        for (int node : new int[] {A, B, C}) {
            cluster.awaitAnother(node, before.get(node));
        }
        assertTrue(cluster.said().contains("left running by a crash and taken over"), cluster.said());
        assertTrue(cluster.said().contains("was left by a supervisor that died"), cluster.said());
        assertEquals(incident, Desk.of(cluster.node(B)).incident(incident).getString("id"));
    }

    private static void moves(int node, String unit, double lat) {
        String fields = "//osmand?id=" + unit + "&lat=" + lat + "&lon=103.2801&timestamp="
                + Instant.now().getEpochSecond();
        Caller.anybody(cluster.node(node)).send("GET", fields, "").expect(200);
    }

    private static JsonObject cluster(JsonObject health) {
        return health.getJsonObject("checks", new JsonObject()).getJsonObject("cluster", new JsonObject());
    }

    private static String id(JsonObject message) {
        return message.getValue("data") instanceof JsonObject data ? data.getString("id", "") : "";
    }

    private static String positions(JsonObject message) {
        return "position".equals(message.getString("type"))
                ? message.getJsonObject("data").encode()
                : "";
    }

    private static String missing(JsonObject message) {
        return "cluster".equals(message.getString("type"))
                ? message.getJsonObject("data").getJsonArray("missing").encode()
                : "";
    }
}
