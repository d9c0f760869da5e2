package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two nodes on one database. The one that tells hospitals is stopped in the middle of its work, as by a machine that is
 * swapped out for half a minute: the other takes over, and when the first wakes up it has nothing more to say.
 */
@Timeout(300)
class TakeOverIT {

    private static final String EPOCH = "SELECT epoch FROM job_epoch WHERE job = 'TELLING'";

    /** Silence, a beat, and whatever a busy machine adds. */
    private static final long FOLLOWED_WITHIN_S = 40;

    @Test
    void who_is_stopped_is_followed_and_says_nothing_when_it_wakes() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "take-over")), "run-");
        try (PostgresServer postgres = new PostgresServer(folder.resolve("postgres")).start();
                ServerProcess first = new ServerProcess(folder.resolve("first"), "--pg-uri", postgres.uri());
                ServerProcess second = new ServerProcess(folder.resolve("second"), "--pg-uri", postgres.uri())) {
            first.startOnEstimates();
            until("the first leads", () -> epoch(postgres) == 1);
            second.startOnEstimates();
            JsonObject before = sends(second, "LC-01");
            until("the first tells the hospital", () -> told(postgres, before));

            first.pause();
            try {
                JsonObject meanwhile = sends(second, "LC-02");
                until("the other follows", () -> epoch(postgres) == 2);
                until("and tells the hospital", () -> told(postgres, meanwhile));
            } finally {
                first.resume();
            }
            JsonObject after = sends(first, "LC-03");
            until("the second tells of what was sent at the first", () -> told(postgres, after));
            assertEquals(2, epoch(postgres), "it has not taken back what is another's");
            assertEquals(
                    List.of(), postgres.rows("SELECT 1 FROM delivery GROUP BY seq, recipient HAVING count(*) > 1"));
        }
    }

    /** A case, and that unit with a hospital. */
    private static JsonObject sends(ServerProcess server, String unit) {
        Caller operator = new Caller(server, Caller.login(server, "operator"), "vi");
        String incident = operator.reports(new JsonObject()
                        .put("source", "PHONE")
                        .put("kind", "FALL")
                        .put("roadKm", new JsonObject().put("road", "QL4D").put("km", kilometre(unit))))
                .expect(201)
                .getString("incidentId");
        var order = new JsonObject()
                .put("unitId", unit)
                .put("hospitalId", "BV01")
                .put("overrideReason", "diễn tập")
                .put("agreedBy", "BS Mai, BV tỉnh");
        return operator.post("/incidents/" + incident + "/assignments", order).expect(201);
    }

    /** Each at a place of its own, or they would be one case. */
    private static int kilometre(String unit) {
        return 60 + 3 * (unit.charAt(unit.length() - 1) - '0');
    }

    private static boolean told(PostgresServer postgres, JsonObject assignment) {
        return !rows(
                        postgres,
                        "SELECT 1 FROM gateway.notice WHERE assignment_id = '" + assignment.getString("id") + "'")
                .isEmpty();
    }

    private static int epoch(PostgresServer postgres) {
        List<List<String>> rows = rows(postgres, EPOCH);
        return rows.isEmpty() ? 0 : Integer.parseInt(rows.get(0).get(0));
    }

    private static List<List<String>> rows(PostgresServer postgres, String sql) {
        try {
            return postgres.rows(sql);
        } catch (java.sql.SQLException failure) {
            throw new AssertionError(failure);
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
