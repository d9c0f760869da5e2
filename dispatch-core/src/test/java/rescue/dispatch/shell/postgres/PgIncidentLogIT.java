package rescue.dispatch.shell.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.port.IncidentLogContract;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.shell.RandomIds;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;

/** The log's contract on a real PostgreSQL, and what only a database can promise. */
class PgIncidentLogIT extends IncidentLogContract {

    private static Vertx vertx;
    private static Pool pool;
    private static PgRegisters registers;
    private static PgHospitalBoard hospitals;

    @BeforeAll
    static void connect() throws Exception {
        vertx = Vertx.vertx();
        pool = TestDatabase.fresh().pool(vertx);
        registers = new PgRegisters(pool);
        hospitals = new PgHospitalBoard(pool);
        await(registers.putStations(List.of(
                new Station("S1", "Trạm thử", new LatLon(22.39, 103.46), Turnout.always(Duration.ofMinutes(2))))));
    }

    @AfterAll
    static void disconnect() throws Exception {
        await(pool.close());
        await(vertx.close());
    }

    @Override
    protected World world() {
        IncidentLog log = new PgIncidentLog(pool, ZoneId.of("Asia/Ho_Chi_Minh"), new RandomIds());
        return new World() {
            @Override
            public IncidentLog log() {
                return log;
            }

            @Override
            public void unit(String unitId) {
                done(registers.putUnits(List.of(new PgRegisters.UnitRow(
                        unitId, unitId, "S1", Set.of(Capability.BLS), VehicleClass.AMBULANCE, null))));
            }

            @Override
            public void hospital(String hospitalId, BedKind kind, int beds) {
                done(registers.putHospitals(List.of(new PgRegisters.HospitalRow(
                        hospitalId, hospitalId, "district", new LatLon(22.4, 103.5), null, Set.of(), Map.of()))));
                done(hospitals.report(
                        new CapacityReport(
                                hospitalId,
                                Map.of(kind, beds),
                                Map.of(),
                                null,
                                null,
                                "test",
                                ReportSource.PAGE,
                                Instant.now()),
                        Filing.PLAIN));
            }

            @Override
            public int held(String hospitalId, BedKind kind) {
                return done(hospitals.find(hospitalId))
                        .orElseThrow()
                        .capacity()
                        .findBeds(kind)
                        .orElseThrow()
                        .held();
            }
        };
    }

    @Test
    void what_happened_can_be_neither_changed_nor_deleted() {
        for (String sql : List.of(
                "UPDATE incident_event SET type = 'Nothing'",
                "DELETE FROM incident_event",
                "TRUNCATE incident_event")) {
            ExecutionException refused = assertThrows(
                    ExecutionException.class, () -> await(pool.query(sql).execute()));
            assertEquals(
                    "incident_event is append-only",
                    ((io.vertx.pgclient.PgException) refused.getCause()).getErrorMessage());
        }
    }

    @Test
    void a_bed_beyond_what_is_reported_breaks_the_table_itself() throws Exception {
        world().hospital("H-check", BedKind.ICU, 1);
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> await(pool.preparedQuery("UPDATE hospital_bed SET held = 2 WHERE hospital_id = $1")
                        .execute(Tuple.of("H-check"))));
        assertEquals("a_bed_is_held_once", ((io.vertx.pgclient.PgException) refused.getCause()).getConstraint());
    }

    private static <T> T done(Future<T> future) {
        try {
            return await(future);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
