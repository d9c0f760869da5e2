package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A primary with a standby: the primary is killed, the standby promoted, and the node follows without a restart. */
@Timeout(300)
class FailoverIT {

    private static final long FOLLOWED_WITHIN_S = 40;

    @Test
    void the_node_follows_to_the_server_that_takes_writes_and_nothing_acknowledged_is_lost() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "failover")), "run-");
        Scenes scenes = Scenes.along(ServerProcess.home().resolve("maps/laichau/road-waypoints.csv"), new Random(7));
        try (PostgresServer primary = new PostgresServer(folder.resolve("primary")).start();
                PostgresServer standby = primary.standby(folder.resolve("standby"))) {
            String hosts = "127.0.0.1:" + standby.port() + ",127.0.0.1:" + primary.port(); // the standby stands first
            try (ServerProcess server =
                    new ServerProcess(folder.resolve("node"), "--pg-uri", PostgresServer.uri(hosts))) {
                server.startOnEstimates();
                Caller anybody = Caller.anybody(server);
                String kept = anybody.reports(scenes.next()).expect(201).getString("trackingCode");
                until("the standby has it", () -> count(standby) == 1);

                primary.killNine();
                JsonObject waits = anybody.reports(scenes.next()).expect(202);
                standby.promote();
                until(
                        "the node has followed",
                        () -> anybody.reports(scenes.next()).status() == 201);
                until(
                        "what waited is in the new primary",
                        () -> anybody.get("/track/" + waits.getString("trackingCode"))
                                        .json()
                                        .getString("incidentNumber")
                                != null);
                assertEquals(200, anybody.get("/track/" + kept).status());
            }
        }
    }

    private static int count(PostgresServer server) {
        try {
            List<List<String>> rows = server.rows("SELECT count(*) FROM alert_receipt");
            return Integer.parseInt(rows.get(0).get(0));
        } catch (java.sql.SQLException notYet) {
            return -1;
        }
    }

    private static void until(String what, BooleanSupplier isSo) throws InterruptedException {
        long deadline = System.nanoTime() + FOLLOWED_WITHIN_S * 1_000_000_000L;
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what + ": not in time");
            Thread.sleep(100); // between two questions; the answer decides
        }
    }
}
