package rescue.hospital.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static rescue.dispatch.shell.postgres.TestShell.await;
import static rescue.dispatch.story.Samples.NOW;

import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.port.HospitalBoard;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filed;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.port.PreArrivalNotices.Notice;
import rescue.dispatch.shell.postgres.PgTransferBoard;
import rescue.dispatch.shell.postgres.Sight;
import rescue.dispatch.shell.postgres.TestShell;
import rescue.hospital.notice.NoticeBook;

/**
 * Past every handler: whoever sees as hospital A asks PostgreSQL for B. Two hospitals have everything that there is: beds, holds,
 * reports, a unit on its way, a notice, an account, a telephone, an address for news.
 */
class RowSecurityIT {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    private static final String NO_RIGHT = "42501";

    /** Everything that bears a hospital's id, whatever the column is called that a key of the hospitals' table is in. */
    private static final String TABLES = """
            SELECT DISTINCT c.oid::regclass::text AS name, c.relrowsecurity AS secured,
                   EXISTS (SELECT FROM pg_policy p
                           WHERE p.polrelid = c.oid AND 'rescue_hospital'::regrole = ANY (p.polroles)) AS policy
            FROM pg_class c
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
            LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'hospital'::regclass
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN ('public'::regnamespace, 'gateway'::regnamespace)
              AND (a.attname IN ('hospital_id', 'hospital_ids') OR k.oid IS NOT NULL OR c.oid = 'hospital'::regclass)
            ORDER BY name
            """;

    private static final String GRANTED = """
            SELECT c.oid::regclass::text AS name, c.relrowsecurity AS secured
            FROM pg_class c
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
              AND c.relnamespace IN ('public'::regnamespace, 'gateway'::regnamespace)
              AND (has_table_privilege('rescue_hospital', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
                   OR has_any_column_privilege('rescue_hospital', c.oid, 'SELECT, INSERT, UPDATE'))
            ORDER BY name
            """;

    private static TestShell shell;
    private static Sight a;
    private static HospitalBoard board;
    private static NoticeBook book;
    private static UUID goesToB;

    @BeforeAll
    static void fill() {
        shell = new TestShell();
        GatewayMigration.run(shell.database.options());
        var notices = new PgNotices(shell.pool);
        for (String id : List.of("A", "B")) {
            shell.hospital(id, 3);
            UUID incident = shell.opened().id();
            UUID assignment = shell.send(incident, shell.unit("U" + id), id, FAR_AHEAD);
            await(notices.notify(Notice.about(
                    shell.incident(incident),
                    shell.incident(incident).findAssignment(assignment).orElseThrow())));
            goesToB = assignment; // the last one
            sql("INSERT INTO account (login, password_hash, role, hospital_id) VALUES (lower('" + id
                    + "'), 'x', 'HOSPITAL', '" + id + "')");
            sql("INSERT INTO gateway.sms_number VALUES ('+8491234567" + (id.equals("A") ? 1 : 2) + "', '" + id
                    + "', 'x')");
            sql("INSERT INTO gateway.sms_reminder VALUES ('" + id + "', now())");
            sql("INSERT INTO soft_hold VALUES ('" + incident + "', '" + id
                    + "', 'EMERGENCY', 'x', now() + interval '1 h')");
            sql("INSERT INTO gateway.webhook VALUES ('" + id + "', 'http://x', 'secret', 'admin')");
            sql("INSERT INTO gateway.webhook_delivery (hospital_id, topic, seq) VALUES ('" + id + "', 'CAPACITY', 1)");
            sql("INSERT INTO feed VALUES (" + (int) id.charAt(0) + ", 'hospital', '" + id
                    + "', NULL, NULL, '{}', ARRAY['" + id + "'], now())");
        }
        sql("INSERT INTO transfer SELECT id, 'B', 'A', now() FROM incident ORDER BY number LIMIT 1");
        sql("INSERT INTO transfer SELECT id, 'B', NULL, now() FROM incident ORDER BY number OFFSET 1 LIMIT 1");
        a = Sight.everything(shell.pool).of("A");
        board = shell.hospitals.seenBy("A");
        book = notices.seenBy("A");
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @Test
    void every_table_with_a_hospitals_rows_has_a_policy() {
        assertEquals(List.of(), withoutPolicy(shell.pool));
        List<String> tables = names(shell.pool, TABLES);
        assertTrue(
                tables.containsAll(
                        List.of("hospital", "hospital_bed", "bed_hold", "capacity_report", "gateway.notice")),
                tables.toString());
    }

    /** What the test above is for. */
    @Test
    void a_new_table_that_forgets_it_is_named() {
        var seen = new ArrayList<String>();
        Throwable rolledBack = assertThrows(
                AssertionError.class,
                () -> await(shell.pool.withTransaction(tx -> tx.query(
                                "CREATE TABLE gateway.forgotten (id int, hospital_id text)")
                        .execute()
                        .compose(made -> tx.query("CREATE TABLE by_key (house text REFERENCES hospital (id))")
                                .execute())
                        .compose(made -> tx.query(
                                        "CREATE TABLE half (hospital_ids text[]); ALTER TABLE half ENABLE ROW LEVEL SECURITY")
                                .execute())
                        .compose(made -> tx.query(TABLES).execute())
                        .compose(rows -> {
                            rows.forEach(row -> addIfOpen(seen, row));
                            return io.vertx.core.Future.failedFuture("roll it back");
                        }))));
        assertTrue(String.valueOf(rolledBack.getMessage()).contains("roll it back"));
        assertEquals(List.of("by_key", "gateway.forgotten", "half"), seen);
    }

    @Test
    void nothing_is_granted_to_a_hospital_on_a_table_that_has_no_policy() {
        List<String> open = await(shell.pool.query(GRANTED).execute().map(rows -> {
            var found = new ArrayList<String>();
            rows.forEach(row -> {
                if (!row.getBoolean("secured")) {
                    found.add(row.getString("name"));
                }
            });
            return found;
        }));
        assertEquals(List.of(), open);
        assertEquals(
                List.of(
                        "assignment",
                        "bed_hold",
                        "capacity_report",
                        "change",
                        "gateway.notice",
                        "hospital",
                        "hospital_bed",
                        "transfer"),
                names(shell.pool, GRANTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hospital_bed", "bed_hold", "capacity_report", "assignment", "gateway.notice"})
    void of_each_table_it_sees_its_own_rows_and_no_others(String table) {
        String ids = "SELECT array_agg(DISTINCT hospital_id ORDER BY hospital_id) FROM " + table;
        assertEquals(List.of("A", "B"), List.of((Object[]) shell.value(ids)), "there is something to hide");
        assertEquals(List.of("A"), List.of((Object[]) value(a, ids)));
    }

    /** B asks it to take one patient; for the other B has asked nobody yet. */
    @Test
    void of_transfers_it_sees_those_in_which_it_has_a_part() {
        assertEquals(2L, shell.value("SELECT count(*) FROM transfer"));
        assertEquals(1L, value(a, "SELECT count(*) FROM transfer"));
        var board = new PgTransferBoard(shell.pool).seenBy("A");
        assertEquals(1, await(board.list("A", Instant.EPOCH, 9)).size());
        assertEquals(1, await(board.list("B", Instant.EPOCH, 9)).size(), "what B asked of A, and nothing else of B's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "feed",
                "incident",
                "incident_event",
                "soft_hold",
                "gateway.sms_number",
                "gateway.sms_reminder",
                "gateway.webhook",
                "gateway.webhook_delivery"
            })
    void of_these_it_sees_nothing_at_all(String table) {
        assertNotEquals(0L, shell.value("SELECT count(*) FROM " + table));
        assertEquals(NO_RIGHT, refused(a, "SELECT count(*) FROM " + table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE hospital_bed SET reported = 0 WHERE hospital_id = 'B'",
                "UPDATE hospital SET ems_traffic = 'CLOSED' WHERE id = 'B'",
                "UPDATE gateway.notice SET seen_at = now() WHERE hospital_id = 'B'",
            })
    void a_change_of_another_hospital_finds_nothing_to_change(String change) {
        assertEquals(0, await(a.transact(tx -> tx.query(change).execute())).rowCount());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO hospital_bed (hospital_id, kind, reported) VALUES ('B', 'ICU', 9)",
                "INSERT INTO capacity_report (hospital_id, body, reporter, reported_at) VALUES ('B', '{}', 'x', now())",
                "INSERT INTO change (kind, subject, hospital_ids) VALUES ('hospital', 'B', '{B}')",
                "INSERT INTO change (kind, subject, hospital_ids) VALUES ('hospital', 'A', '{A,B}')",
                "INSERT INTO gateway.notice (assignment_id, hospital_id, version, body)"
                        + " VALUES (gen_random_uuid(), 'B', 1, '{}')",
                "UPDATE hospital_bed SET held = 0 WHERE hospital_id = 'A'",
                "UPDATE hospital SET name = 'x' WHERE id = 'A'",
                "UPDATE bed_hold SET state = 'RELEASED'",
                "UPDATE assignment SET hospital_id = 'A'",
                "UPDATE capacity_report SET reporter = 'x'",
                "UPDATE transfer SET to_hospital = 'A'",
                "DELETE FROM gateway.notice",
                "DELETE FROM hospital_bed",
            })
    void what_is_not_its_to_write_is_refused(String change) {
        assertEquals(NO_RIGHT, refused(a, change));
    }

    @Test
    void a_handler_that_asks_for_another_gets_nothing() {
        assertEquals(
                List.of("A"), await(board.list()).stream().map(Hospital::id).toList());
        assertTrue(await(board.find("A")).isPresent());
        assertTrue(await(board.find("B")).isEmpty());
        assertFalse(await(board.listReports("A", 9)).isEmpty());
        assertEquals(List.of(), await(board.listReports("B", 9)));
        assertEquals(1, await(board.listIncoming("A")).size());
        assertEquals(List.of(), await(board.listIncoming("B")));
        assertEquals(1, await(book.list("A")).size());
        assertEquals(Map.of(), await(book.list("B")));
        assertFalse(await(book.markSeen("B", goesToB, NOW)));
        assertEquals(0L, shell.value("SELECT count(seen_at) FROM gateway.notice WHERE hospital_id = 'B'"));
    }

    @Test
    void a_handler_that_writes_for_another_writes_nothing() {
        Hospital before = await(shell.hospitals.find("B")).orElseThrow();
        var report = new CapacityReport(
                "B", Map.of(BedKind.EMERGENCY, 0), Map.of(), null, null, "x", ReportSource.PAGE, NOW.plusSeconds(60));

        assertInstanceOf(Filed.NoSuchHospital.class, await(board.report(report, Filing.PLAIN)));
        assertInstanceOf(
                Filed.NoSuchHospital.class,
                await(board.confirm("B", "x", ReportSource.PAGE, NOW.plusSeconds(60), Filing.PLAIN)));
        assertEquals(before, await(shell.hospitals.find("B")).orElseThrow());
    }

    @Test
    void it_reports_confirms_corrects_and_sees_itself() {
        var report = new CapacityReport(
                "A",
                Map.of(BedKind.EMERGENCY, 2, BedKind.ICU, 1),
                Map.of(rescue.dispatch.hospital.Service.CT, true),
                null,
                null,
                "nurse",
                ReportSource.PAGE,
                NOW.plusSeconds(60));
        var kept = assertInstanceOf(Filed.Kept.class, await(board.report(report, Filing.PLAIN)));
        assertInstanceOf(Filed.Kept.class, await(board.report(report, new Filing(null, null, kept.id()))));
        assertInstanceOf(
                Filed.Kept.class,
                await(board.confirm("A", "nurse", ReportSource.PAGE, NOW.plusSeconds(90), Filing.PLAIN)));
        Hospital itself = await(board.find("A")).orElseThrow();
        assertEquals(await(shell.hospitals.find("A")).orElseThrow(), itself);
        assertEquals(
                1, itself.capacity().findBeds(BedKind.EMERGENCY).orElseThrow().held());
        assertTrue(
                await(book.markSeen("A", await(board.listIncoming("A")).get(0).assignmentId(), NOW)));
    }

    /** One connection, used in turn: what it was for the one is not left behind for the other. */
    @Test
    void a_connection_of_the_pool_forgets_whom_it_served() {
        Pool one = pool(shell.database.options(), 1);
        Sight everything = Sight.everything(one);
        String ids = "SELECT array_agg(id ORDER BY id) FROM hospital";
        for (int round = 0; round < 3; round++) { // prepared once, used as different roles
            assertEquals(List.of("A", "B"), ids(everything, ids));
            assertEquals(List.of("A"), ids(everything.of("A"), ids));
            assertEquals(NO_RIGHT, refused(everything.of("A"), "DELETE FROM hospital"));
            assertEquals(List.of("B"), ids(everything.of("B"), ids));
            assertEquals(List.of("B"), ids(everything.of("A").of("B"), ids));
        }
        await(one.close());
    }

    /** The role alone, with no word of whom it is for: a mistake that forgets the half sees nothing, not everything. */
    @Test
    void the_role_without_an_id_sees_nothing() {
        Object seen = await(shell.pool.withTransaction(tx -> tx.query("SET LOCAL ROLE rescue_hospital")
                        .execute()
                        .compose(
                                set -> tx.query("SELECT count(*) FROM hospital").execute())))
                .iterator()
                .next()
                .getValue(0);
        assertEquals(0L, seen);
        assertEquals(0L, value(Sight.everything(shell.pool).of(""), "SELECT count(*) FROM hospital"));
    }

    /** An outside PostgreSQL, where whoever owns the tables may make no roles. */
    @Test
    void who_may_not_act_as_a_hospital_is_told_what_an_administrator_must_say() {
        sql("CREATE ROLE plain LOGIN PASSWORD 'plain'");
        sql("CREATE DATABASE plain OWNER plain");
        PgConnectOptions database =
                shell.database.options().setDatabase("plain").setUser("plain").setPassword("plain");
        var flyway = Flyway.configure()
                .dataSource("jdbc:postgresql://localhost:" + database.getPort() + "/plain", "plain", "plain")
                .outOfOrder(true)
                .load();

        String why = assertThrows(FlywayException.class, flyway::migrate).getMessage();
        assertTrue(why.contains("CREATE ROLE rescue_hospital NOLOGIN; GRANT rescue_hospital TO plain"), why);

        sql("GRANT rescue_hospital TO plain");
        flyway.migrate();
        GatewayMigration.run(database);
        Pool pool = pool(database, 1);
        await(pool.query(
                        "INSERT INTO hospital (id, name, level, lat, lon) VALUES ('A', 'a', 'x', 22, 103), ('B', 'b', 'x', 22, 103)")
                .execute());
        assertEquals(List.of(), withoutPolicy(pool));
        assertEquals(
                List.of("A"), ids(Sight.everything(pool).of("A"), "SELECT array_agg(id ORDER BY id) FROM hospital"));
        assertEquals(List.of("A", "B"), ids(Sight.everything(pool), "SELECT array_agg(id ORDER BY id) FROM hospital"));
        await(pool.close());
    }

    /** The first part of the script with another name, as the role belongs to the whole server and is there already. */
    @Test
    void who_may_make_roles_needs_no_administrator() throws IOException {
        sql("CREATE ROLE maker LOGIN CREATEROLE PASSWORD 'maker'");
        sql("CREATE DATABASE maker OWNER maker");
        String script = Files.readString(
                Path.of("../dispatch-core/src/main/resources/db/migration/V070__hospital_sees_itself.sql"));
        String part = script.substring(0, script.indexOf("END $$;") + "END $$;".length())
                .replace("rescue_hospital", "made_by_maker");
        PgConnectOptions database =
                shell.database.options().setDatabase("maker").setUser("maker").setPassword("maker");
        Pool pool = pool(database, 1);
        await(pool.query(part).execute());
        await(pool.query(part).execute()); // its second database
        await(pool.query("SET ROLE made_by_maker").execute());
        await(pool.close());
    }

    private static List<String> withoutPolicy(SqlClient client) {
        var open = new ArrayList<String>();
        await(client.query(TABLES).execute()).forEach(row -> addIfOpen(open, row));
        return open;
    }

    private static void addIfOpen(List<String> open, Row row) {
        if (!row.getBoolean("secured") || !row.getBoolean("policy")) {
            open.add(row.getString("name"));
        }
    }

    private static List<String> names(SqlClient client, String sql) {
        var names = new ArrayList<String>();
        await(client.query(sql).execute()).forEach(row -> names.add(row.getString("name")));
        return names;
    }

    private static Object value(Sight sight, String sql) {
        return await(sight.ask(client -> client.preparedQuery(sql).execute(Tuple.tuple())))
                .iterator()
                .next()
                .getValue(0);
    }

    private static List<Object> ids(Sight sight, String sql) {
        return List.of((Object[]) value(sight, sql));
    }

    /** The state with which PostgreSQL refuses it. */
    private static String refused(Sight sight, String sql) {
        Throwable failure = assertThrows(
                AssertionError.class,
                () -> await(sight.transact(tx -> tx.query(sql).execute())));
        Throwable cause = failure;
        while (!(cause instanceof PgException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return assertInstanceOf(PgException.class, cause).getSqlState();
    }

    private static Pool pool(PgConnectOptions database, int size) {
        return PgBuilder.pool()
                .connectingTo(new PgConnectOptions(database).setCachePreparedStatements(true))
                .with(new PoolOptions().setMaxSize(size))
                .using(shell.vertx)
                .build();
    }

    private static void sql(String text) {
        await(shell.pool.query(text).execute());
    }
}
