package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sixteen dispatchers at three nodes reach for one unit, or for one bed, at the same moment, again and again: one wins, and
 * the others are told. {@code -Drace.rounds=N} makes it shorter or longer.
 */
class RaceIT {

    private static final int CLIENTS = 16;

    private static final int ROUNDS = Integer.getInteger("race.rounds", 1_000);

    /** The wanted unit, and the hospital with the wanted bed: a house with few beds in the middle of the province. */
    private static final String UNIT = "LC-01";

    private static final String HOSPITAL = "TTYT03";

    /** Far enough from one another, and from other stories, to be incidents of their own. */
    private static final double FIRST_KM = 21.3;

    private static final double KM_BETWEEN = 3.5;

    private static final String UNITS_TWICE = """
            SELECT count(*) AS found
            FROM (SELECT unit_id FROM assignment WHERE active GROUP BY unit_id HAVING count(*) > 1) AS twice
            """;

    /** An assignment that never ended, or one that the log does not know. */
    private static final String LEFT_OVER = """
            SELECT count(*) AS found
            FROM assignment a
            WHERE a.active OR NOT EXISTS (
                SELECT FROM incident_event e
                WHERE e.incident_id = a.incident_id AND e.type = 'UnitAssigned' AND e.body ->> 'assignmentId' = a.id::text)
            """;

    private static final String HELD = """
            SELECT coalesce(sum(held), 0) AS found FROM hospital_bed
            """;

    private static Nodes nodes;

    private final ServerProcess server = nodes.get(0);
    private final List<Desk> desks = nodes.all().stream().map(Desk::of).toList();
    private final Desk desk = desks.get(0);
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final CyclicBarrier start = new CyclicBarrier(CLIENTS);
    private final List<JsonObject> incidents = new ArrayList<>();

    @BeforeAll
    static void three_nodes() throws Exception {
        nodes = Nodes.three("race");
    }

    @AfterAll
    static void stop() throws Exception {
        nodes.close();
    }

    @BeforeEach
    void as_many_incidents_as_dispatchers() {
        for (int i = 0; i < CLIENTS; i++) {
            var place = new JsonObject().put("road", "QL4D").put("km", FIRST_KM + i * KM_BETWEEN);
            JsonObject alert = Desk.alert("MEDICAL", 1).put("roadKm", place);
            incidents.add(desk.reports(alert).expect(201));
        }
    }

    @AfterEach
    void nothing_is_left_over() throws SQLException {
        clients.shutdownNow();
        incidents.forEach(incident -> desk.closes(incident.getString("incidentId")));
        assertEquals(0, count(UNITS_TWICE), "units with two active assignments");
        assertEquals(0, count(LEFT_OVER), "assignments left over");
        assertEquals(0, count(HELD), "beds still held");
    }

    @Test
    void one_unit_has_exactly_one_winner_each_time() throws Exception {
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            List<Heard> answers = race(i -> desks.get(i % desks.size()).triesToSend(incidentId(i), UNIT, null));
            int winner = onlyWinner(answers, round);
            String number = incidents.get(winner).getString("incidentNumber");
            for (int i = 0; i < CLIENTS; i++) {
                if (i != winner) {
                    JsonObject no = refused(answers.get(i), "unit-taken");
                    assertEquals(number, no.getJsonObject("takenBy").getString("incidentNumber"), no::encode);
                    assertNotEquals(UNIT, no.getJsonObject("nextBest").getString("unitId"), no::encode);
                    assertTrue(no.getString("detail").contains(number), no::encode);
                }
            }
            desk.standsDown(answers.get(winner).json().getString("id"));
        }
        report("unit", began);
    }

    @Test
    void one_bed_has_exactly_one_winner_each_time() throws Exception {
        Ward ward = Ward.of(server, HOSPITAL);
        List<String> units =
                desk.units().stream().map(unit -> unit.getString("id")).toList();
        ward.has(1, "EMERGENCY");
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            List<Heard> answers =
                    race(i -> desks.get(i % desks.size()).triesToSend(incidentId(i), units.get(i), HOSPITAL));
            int winner = onlyWinner(answers, round);
            for (int i = 0; i < CLIENTS; i++) {
                if (i != winner) {
                    JsonObject no = refused(answers.get(i), "no-bed");
                    assertNotEquals(HOSPITAL, no.getJsonObject("nextBest").getString("hospitalId"), no::encode);
                }
            }
            desk.standsDown(answers.get(winner).json().getString("id"));
        }
        report("bed", began);
    }

    private String incidentId(int client) {
        return incidents.get(client).getString("incidentId");
    }

    /** Everybody at once. */
    private List<Heard> race(IntFunction<Heard> reach) throws Exception {
        List<Callable<Heard>> all = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            all.add(() -> {
                start.await(30, TimeUnit.SECONDS);
                return reach.apply(client);
            });
        }
        List<Heard> answers = new ArrayList<>();
        for (Future<Heard> answer : clients.invokeAll(all)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static int onlyWinner(List<Heard> answers, int round) {
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).status() == 201) {
                winners.add(i);
            }
        }
        assertEquals(1, winners.size(), () -> "winners of round " + round + ": " + answers);
        return winners.get(0);
    }

    private static JsonObject refused(Heard answer, String code) {
        JsonObject no = answer.expect(409);
        assertEquals(code, no.getString("code"), no::encode);
        assertNotNull(no.getJsonObject("nextBest"), no::encode);
        return no;
    }

    private static void report(String what, long began) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf(
                "race for one %s: %d rounds of %d clients at %d nodes, one winner each, in %d ms%n",
                what, ROUNDS, CLIENTS, nodes.all().size(), took.toMillis());
    }

    private int count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(nodes.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt("found");
        }
    }
}
