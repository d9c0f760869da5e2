package rescue.hospital.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.incident.ExpectedArrival;
import rescue.dispatch.port.PreArrivalNotices.Notice;
import rescue.dispatch.shell.postgres.TestDatabase;
import rescue.hospital.notice.NoticeBook.Told;

/** A relay may tell anything any number of times, in any order. */
class PgNoticesIT {

    private static final Vertx VERTX = Vertx.vertx();

    private static TestDatabase database;
    private static Pool pool;
    private static PgNotices notices;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
        GatewayMigration.run(database.options());
        pool = database.pool(VERTX);
        notices = new PgNotices(pool);
    }

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    @Test
    void a_second_migration_finds_nothing_to_do_and_leaves_the_core_alone() throws IOException {
        assertEquals(0, GatewayMigration.run(database.options()));
        Row core = await(pool.query("SELECT count(*) AS applied FROM public.flyway_schema_history")
                        .execute())
                .iterator()
                .next();
        Row own = await(pool.query(
                                "SELECT count(*) AS applied FROM gateway.flyway_schema_history WHERE version IS NOT NULL")
                        .execute())
                .iterator()
                .next();
        assertNotNull(core.getLong("applied"));
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/gateway"))) {
            assertEquals(scripts.count(), own.getLong("applied"));
        }
    }

    @Test
    void told_sixteen_times_at_once_is_told_once() {
        UUID assignment = UUID.randomUUID();
        await(Future.all(IntStream.range(0, 16)
                .mapToObj(i -> notices.notify(notice(assignment, "H1", 3)))
                .toList()));

        assertEquals(
                1,
                await(notices.list("H1")).keySet().stream()
                        .filter(assignment::equals)
                        .count());
        assertEquals(3, stored(assignment).getLong("version"));
    }

    @Test
    void a_newer_notice_replaces_an_older_one_and_never_the_other_way_round() {
        UUID assignment = UUID.randomUUID();
        await(notices.notify(notice(assignment, "H2", 5)));
        Instant firstTold = told("H2", assignment).firstToldAt();
        await(notices.notify(notice(assignment, "H2", 7)));
        await(notices.notify(notice(assignment, "H2", 6)));

        Row row = stored(assignment);
        assertEquals(7, row.getLong("version"));
        JsonObject body = row.getJsonObject("body");
        assertEquals("number 7", body.getString("incidentNumber"));
        assertEquals("RED", body.getJsonArray("patients").getJsonObject(0).getString("triage"));
        assertEquals(firstTold, told("H2", assignment).firstToldAt());
    }

    @Test
    void seen_is_what_somebody_says_and_not_that_the_list_was_asked_for() {
        UUID assignment = UUID.randomUUID();
        await(notices.notify(notice(assignment, "H3", 1)));
        assertNull(told("H3", assignment).seenAt());
        assertNull(told("H3", assignment).seenAt());

        Instant since = told("H3", assignment).firstToldAt();
        assertTrue(await(notices.markSeen("H3", assignment, since)));
        Told first = told("H3", assignment);
        assertNotNull(first.seenAt());
        assertTrue(await(notices.markSeen("H3", assignment, since)));
        assertEquals(first, told("H3", assignment), "seen once");
    }

    @Test
    void what_has_changed_since_it_was_seen_is_seen_anew_by_whatever_clock() {
        UUID assignment = UUID.randomUUID();
        await(notices.notify(notice(assignment, "H7", 1)));
        await(notices.markSeen("H7", assignment, Instant.EPOCH));
        Instant ahead = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        assertFalse(told("H7", assignment).isSeenSince(ahead));

        await(notices.markSeen("H7", assignment, ahead));
        assertTrue(told("H7", assignment).isSeenSince(ahead));
    }

    @Test
    void nobody_sees_what_another_hospital_was_told() {
        UUID assignment = UUID.randomUUID();
        await(notices.notify(notice(assignment, "H8", 1)));

        assertFalse(await(notices.markSeen("H9", assignment, Instant.EPOCH)));
        assertNull(told("H8", assignment).seenAt());
    }

    @Test
    void a_unit_that_is_diverted_is_told_to_both_hospitals_each_for_itself() {
        UUID assignment = UUID.randomUUID();
        await(notices.notify(notice(assignment, "H4", 1)));
        await(notices.notify(notice(assignment, "H5", 2)));

        assertEquals(1, await(notices.list("H4")).size());
        assertEquals(1, await(notices.list("H5")).size());
        assertEquals(Map.of(), await(notices.list("H6")));
    }

    private static Told told(String hospitalId, UUID assignment) {
        Told told = await(notices.list(hospitalId)).get(assignment);
        assertNotNull(told);
        return told;
    }

    private static Row stored(UUID assignment) {
        return await(pool.preparedQuery("SELECT version, body FROM gateway.notice WHERE assignment_id = $1")
                        .execute(Tuple.of(assignment)))
                .iterator()
                .next();
    }

    private static Notice notice(UUID assignment, String hospitalId, long version) {
        return new Notice(
                assignment,
                hospitalId,
                version,
                "number " + version,
                "LC-01",
                AlertKind.FALL,
                Priority.P1,
                2,
                List.of(Patient.counted(TriageCategory.RED, null)),
                new ExpectedArrival(Instant.parse("2026-07-02T10:00:00Z"), Instant.parse("2026-07-02T10:12:00Z")));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
