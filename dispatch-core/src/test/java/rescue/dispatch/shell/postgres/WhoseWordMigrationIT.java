package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static rescue.dispatch.shell.postgres.TestShell.await;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filed;
import rescue.dispatch.port.HospitalBoard.Filing;

/** A database from before each figure had its own word: what was said stays readable, and each kind gets the age it had. */
class WhoseWordMigrationIT {

    private static final Instant MORNING = Instant.parse("2026-07-02T00:10:00Z");

    private static final Instant NOON = Instant.parse("2026-07-02T05:00:00Z");

    private static final String OLD_ROWS = """
            INSERT INTO hospital (id, name, level, lat, lon, as_of, reporter) VALUES
                ('BV', 'Bệnh viện', 'province', 22, 103, '2026-07-02T05:00Z', 'operator (qua điện thoại)'),
                ('TT', 'Trung tâm', 'district', 22, 103, '2026-07-02T05:00Z', 'head');
            INSERT INTO hospital_bed (hospital_id, kind, reported) VALUES
                ('BV', 'ICU', 2), ('BV', 'SURGERY', 3), ('BV', 'MATERNITY', 4), ('TT', 'ICU', 1);
            INSERT INTO capacity_report (hospital_id, body, reporter, reported_at, key) VALUES
                ('BV', '{"hospitalId": "BV", "available": {"ICU": 2, "SURGERY": 9}, "services": {}, "reporter": "nurse (SMS)"}',
                 'nurse (SMS)', '2026-07-02T00:10Z', NULL),
                ('BV', '{"hospitalId": "BV", "available": {"SURGERY": 3}, "services": {},
                         "reporter": "operator (qua điện thoại)", "at": "2026-07-02T05:00:00Z"}',
                 'operator (qua điện thoại)', '2026-07-02T05:00Z', NULL),
                ('TT', '{"hospitalId": "TT", "available": {"ICU": 1}, "services": {},
                         "reporter": "head", "at": "2026-07-02T00:10:00Z"}',
                 'head', '2026-07-02T00:10Z', 'press'),
                ('TT', '{"confirmed": true}', 'head', '2026-07-02T05:00Z', NULL);
            """;

    @Test
    void old_rows_keep_their_age_their_name_and_their_way() {
        TestDatabase database = TestDatabase.fresh();
        Vertx vertx = Vertx.vertx();
        Pool pool = database.pool(vertx);
        await(pool.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public").execute());
        migrate(database, "70");
        await(pool.query(OLD_ROWS).execute());
        migrate(database, "71");
        var board = new PgHospitalBoard(pool);

        Capacity provincial = await(board.find("BV")).orElseThrow().capacity();
        var byPhone = new Said("operator", ReportSource.PHONE, NOON);
        assertEquals(byPhone, provincial.newest());
        assertEquals(
                Map.of(BedKind.ICU, new Said("nurse", ReportSource.SMS, MORNING), BedKind.SURGERY, byPhone),
                provincial.words(),
                "of maternity nobody ever said a word");
        assertEquals(
                Map.of(BedKind.ICU, new Said("head", null, NOON)),
                await(board.find("TT")).orElseThrow().capacity().words(),
                "confirmed at noon, on a way that nobody wrote down");
        assertEquals(
                List.of("operator PHONE", "nurse SMS"),
                await(board.listReports("BV", 9)).stream()
                        .map(line -> line.reporter() + " " + line.source())
                        .toList());

        var again = new CapacityReport(
                "TT", Map.of(BedKind.ICU, 1), Map.of(), null, null, "head", ReportSource.PAGE, NOON.plusSeconds(60));
        assertInstanceOf(
                Filed.Kept.class,
                await(board.report(again, new Filing("press", null, null))),
                "a press from before the update, sent once more after it, is the same press");
        assertEquals(2, await(board.listReports("TT", 9)).size());
        await(pool.close());
        await(vertx.close());
    }

    private static void migrate(TestDatabase database, String version) {
        var options = database.options();
        Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://localhost:" + options.getPort() + "/" + options.getDatabase(),
                        options.getUser(),
                        options.getPassword())
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }
}
