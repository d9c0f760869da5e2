package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The server is killed without a goodbye, or told to stop, again and again, while alerts come in; nothing that was
 * acknowledged may be lost, nothing sent twice may be there twice, and nobody is answered with a fault. Repeat a run with {@code -Dseed=N}; {@code -Dkills=N} makes it longer:
 * a few for one node with a PostgreSQL of its own, as twenty more fall upon three nodes in {@code fault}.
 */
class KillNineIT {

    private static final int KILLS = Integer.getInteger("kills", 8);

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private static final int ALERTS_PER_SECOND = 50;

    /** The kill comes somewhere in here, so that it meets the first alert, steady work, and everything between. */
    private static final int KILL_WITHIN_MS = 1_500;

    /** Whoever is told to stop lets nobody in any more well within this. */
    private static final int STOPPING_MS = 1_000;

    /** After a kill, connections are refused within milliseconds; a hanging one would be a fault of its own. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    /** What callers were told, by the key they sent. */
    private static final String RECEIPTS = """
            SELECT key, alert_id::text AS alert_id, incident_id::text AS incident_id FROM alert_receipt
            """;

    /** Every alert in the log, whether it opened an incident or joined one. */
    private static final String ALERTS_IN_THE_LOG = """
            SELECT body -> 'alert' ->> 'id' AS alert_id
            FROM incident_event WHERE type IN ('IncidentOpened', 'AlertJoined')
            """;

    /** One alert as the sender knows it. */
    private record Sent(String key, String body) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private final Map<String, String> acknowledged = new HashMap<>();

    @Test
    void every_acknowledged_alert_is_there_and_none_twice_however_often_the_server_is_killed() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kill-nine")), "run-");
        Random random = new Random(SEED);
        Scenes scenes = Scenes.along(ServerProcess.home().resolve("maps/laichau/road-waypoints.csv"), random);
        try (ServerProcess server = new ServerProcess(folder);
                BufferedWriter journal = Files.newBufferedWriter(folder.resolve("journal.txt"))) {
            Duration slowestStart = server.start();
            for (int kill = 1; kill <= KILLS; kill++) {
                boolean told = kill % 2 == 0;
                alertsThenEnd(random.nextInt(KILL_WITHIN_MS), told, server, scenes, journal, random);
                Duration start = server.start();
                slowestStart = start.compareTo(slowestStart) > 0 ? start : slowestStart;
                sendAgainWhatHasNoAnswer(server, journal);
                compareWithTheDatabase(server);
            }
            System.out.printf(
                    "kill -9 and told to stop: %d ends, %d alerts sent, %d acknowledged, slowest start %d ms, seed %d%n",
                    KILLS, sent.size(), acknowledged.size(), slowestStart.toMillis(), SEED);
            assertEquals(sent.size(), acknowledged.size(), "every alert has its answer in the end; seed " + SEED);
        }
    }

    /** Open loop: the next alert goes out at its time, whether or not the ones before have their answer. */
    private void alertsThenEnd(
            int afterMs, boolean told, ServerProcess server, Scenes scenes, BufferedWriter journal, Random random)
            throws Exception {
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        long started = System.nanoTime();
        long stop = started + TimeUnit.MILLISECONDS.toNanos(afterMs);
        long end = stop + TimeUnit.MILLISECONDS.toNanos(told ? STOPPING_MS : 0);
        long gap = TimeUnit.SECONDS.toNanos(1) / ALERTS_PER_SECOND;
        for (long at = started; at < end; at += gap) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
            if (told && at >= stop && at - gap < stop) {
                server.tellToStop();
            }
            var alert = new Sent(
                    new UUID(random.nextLong(), random.nextLong()).toString(),
                    scenes.next().encode());
            write(journal, "SENT " + alert.key);
            sent.put(alert.key, alert);
            underWay.add(send(server, alert).handle((response, noAnswer) -> {
                if (response != null) { // else the connection broke: sent again after the start
                    keep(journal, alert, response);
                }
                return null;
            }));
        }
        if (told) {
            server.end();
        } else {
            server.killNine();
        }
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    }

    private void sendAgainWhatHasNoAnswer(ServerProcess server, BufferedWriter journal) throws Exception {
        for (Sent alert : sent.values()) {
            if (!isAcknowledged(alert)) {
                keep(journal, alert, send(server, alert).get(30, TimeUnit.SECONDS));
            }
        }
        Sent known = sent.values().iterator().next();
        HttpResponse<String> again = send(server, known).get(30, TimeUnit.SECONDS);
        assertEquals(200, again.statusCode(), "the same key again is no new alert; seed " + SEED);
        assertEquals(acknowledged.get(known.key), new JsonObject(again.body()).getString("incidentId"), "seed " + SEED);
    }

    private void compareWithTheDatabase(ServerProcess server) throws SQLException {
        Map<String, String> incidents = new HashMap<>();
        Map<String, Integer> timesInTheLog = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            List<String> alertIds = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(RECEIPTS)) {
                while (rows.next()) {
                    incidents.put(rows.getString("key"), rows.getString("incident_id"));
                    alertIds.add(rows.getString("alert_id"));
                }
            }
            try (ResultSet rows = statement.executeQuery(ALERTS_IN_THE_LOG)) {
                while (rows.next()) {
                    timesInTheLog.merge(rows.getString("alert_id"), 1, Integer::sum);
                }
            }
            for (String alertId : alertIds) {
                assertEquals(1, timesInTheLog.remove(alertId), "times in the log of " + alertId + "; seed " + SEED);
            }
        }
        assertEquals(Map.of(), timesInTheLog, "nothing is in the log without a receipt; seed " + SEED);
        for (Map.Entry<String, String> entry : acknowledged.entrySet()) {
            assertEquals(
                    entry.getValue(),
                    incidents.get(entry.getKey()),
                    "incident of " + entry.getKey() + "; seed " + SEED);
        }
        assertTrue(sent.keySet().containsAll(incidents.keySet()), "nothing is there that was not sent; seed " + SEED);
    }

    private CompletableFuture<HttpResponse<String>> send(ServerProcess server, Sent alert) {
        HttpRequest request = HttpRequest.newBuilder(server.api("/alerts"))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", alert.key)
                .POST(HttpRequest.BodyPublishers.ofString(alert.body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private void keep(BufferedWriter journal, Sent alert, HttpResponse<String> response) {
        if (response.statusCode() != 201 && response.statusCode() != 200) {
            fail("an alert was answered " + response.statusCode() + ": " + response.body() + "; seed " + SEED);
        }
        String incidentId = new JsonObject(response.body()).getString("incidentId");
        write(journal, "ACKNOWLEDGED " + alert.key + " " + incidentId);
        synchronized (acknowledged) {
            acknowledged.put(alert.key, incidentId);
        }
    }

    private boolean isAcknowledged(Sent alert) {
        synchronized (acknowledged) {
            return acknowledged.containsKey(alert.key);
        }
    }

    private static void write(BufferedWriter journal, String line) {
        synchronized (journal) {
            try {
                journal.write(line);
                journal.newLine();
                journal.flush();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }
}
