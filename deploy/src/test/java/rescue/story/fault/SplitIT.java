package rescue.story.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One of three nodes loses the two others, and not the database: every page says so and says which, the node that is cut off
 * is not ready, what it takes is right all the same, and when the network is back all are one again by themselves.
 */
class SplitIT {

    private static final List<String> NODES = List.of("A", "B", "C");

    private static final String DATABASE = "database";

    private static final int MEMBER_PORT = 5701;

    /** Who is missing is to be read within this: heartbeats are a second apart, and four of them must be missing. */
    private static final Duration SAID_WITHIN = Duration.ofSeconds(10);

    /** Merging is tried every three seconds, on a busy machine twice. */
    private static final Duration ONE_AGAIN_WITHIN = Duration.ofSeconds(40);

    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(120);

    private static final List<AutoCloseable> TO_CLOSE = new ArrayList<>();
    private static final Map<String, NodeHost> HOSTS = new LinkedHashMap<>();
    private static Optional<Net> opened = Optional.empty();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void three_hosts_and_a_database() throws Exception {
        Optional<String> whyNot = Net.whyNot();
        assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "fault")), "split-")
                .toAbsolutePath();
        List<String> all = new ArrayList<>(NODES);
        all.add(DATABASE);
        Net net = Net.open(all);
        opened = Optional.of(net);
        TO_CLOSE.add(0, net);
        var database = new DatabaseHost(net, DATABASE, folder.resolve("db"), freePort());
        TO_CLOSE.add(0, database);
        database.start();
        String members = NODES.stream()
                .map(name -> name + "=" + net.address(name) + ":" + MEMBER_PORT)
                .collect(Collectors.joining(","));
        for (String name : NODES) {
            String pgUri = "postgresql://postgres@" + net.address(DATABASE) + ":" + DatabaseHost.PORT + "/rescue";
            var node = new NodeHost(net, name, folder.resolve(name), pgUri);
            TO_CLOSE.add(0, node);
            node.set("NODE_NAME", name);
            node.set("CLUSTER_MEMBERS", members);
            node.start();
            HOSTS.put(name, node);
        }
        for (NodeHost node : HOSTS.values()) {
            node.awaitReady();
        }
    }

    @AfterAll
    static void everything_is_taken_away() throws Exception {
        for (AutoCloseable each : TO_CLOSE) {
            each.close();
        }
    }

    /** A line may be dead in one direction only: then the two sides do not hear of each other either. */
    @ParameterizedTest(name = "nothing reaches C any more, and from C {0}")
    @ValueSource(strings = {"nothing reaches the others", "everything reaches the others"})
    void the_node_that_is_cut_off_is_named_on_every_page_and_comes_back_by_itself(String fromC) throws Exception {
        Net net = opened.orElseThrow();
        boolean bothWays = fromC.startsWith("nothing");
        await("A", WHOLE_WITHIN, state -> missing(state).isEmpty());
        await("C", WHOLE_WITHIN, state -> missing(state).isEmpty());
        for (String other : List.of("A", "B")) {
            net.cut(other, "C");
            if (bothWays) {
                net.cut("C", other);
            }
        }
        try {
            Duration atA = await("A", SAID_WITHIN, state -> missing(state).equals(List.of("C")));
            Duration atC = await("C", SAID_WITHIN, state -> missing(state).equals(List.of("A", "B")));
            System.out.printf(
                    "a split, from C %s: A said so after %d ms, C %d ms later%n",
                    fromC, atA.toMillis(), atC.toMillis());
            assertEquals(false, state("A").getBoolean("cutOff"), "two of three go on");
            assertEquals(true, state("C").getBoolean("cutOff"), "one of three is cut off");
            assertTrue(host("A").health().startsWith("200 "), host("A").health());
            assertTrue(host("C").health().startsWith("503 "), host("C").health());
            assertTrue(
                    host("C").health().contains("CUT OFF: node C sees C of 3 nodes"),
                    host("C").health());

            String key = UUID.randomUUID().toString();
            JsonObject atTheMinority = report("C", key);
            JsonObject sentAgain = report("A", key);
            assertEquals(
                    atTheMinority.getString("incidentId"),
                    sentAgain.getString("incidentId"),
                    "the database decides, on whichever side it is asked");
        } finally {
            for (String other : List.of("A", "B")) {
                net.heal(other, "C");
                if (bothWays) {
                    net.heal("C", other);
                }
            }
        }
        Duration healed = Duration.ZERO;
        for (String name : NODES) {
            healed = healed.plus(
                    await(name, ONE_AGAIN_WITHIN, state -> missing(state).isEmpty()));
        }
        System.out.printf("one again %d ms after the network was back%n", healed.toMillis());
        for (String name : NODES) {
            assertTrue(host(name).health().startsWith("200 "), host(name).health());
        }
    }

    private static NodeHost host(String name) {
        return Optional.ofNullable(HOSTS.get(name)).orElseThrow();
    }

    private JsonObject report(String node, String key) throws IOException, InterruptedException {
        var alert = new JsonObject()
                .put("source", "PHONE")
                .put("kind", "TRAFFIC_COLLISION")
                .put("injured", 1)
                .put("roadKm", new JsonObject().put("road", "QL12").put("km", 31.2));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(host(node).api("/alerts"))
                        .timeout(SAID_WITHIN)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(alert.encode()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() == 201 || answer.statusCode() == 200, answer.statusCode() + answer.body());
        return new JsonObject(answer.body());
    }

    private JsonObject state(String node) throws IOException, InterruptedException {
        URI about = host(node).api("/about");
        return new JsonObject(http.send(
                                HttpRequest.newBuilder(about)
                                        .timeout(SAID_WITHIN)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .getJsonObject("cluster");
    }

    private static List<String> missing(JsonObject state) {
        return state.getJsonArray("missing").stream()
                .map(each -> ((JsonObject) each).getString("node"))
                .toList();
    }

    /** Asks a node whom it sees until it is so; tells how long that took. */
    private Duration await(String node, Duration within, Predicate<JsonObject> isSo)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        JsonObject last = state(node);
        while (!isSo.test(last)) {
            assertTrue(System.nanoTime() - began < within.toNanos(), "node " + node + " still sees " + last);
            TimeUnit.MILLISECONDS.sleep(50);
            last = state(node);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
