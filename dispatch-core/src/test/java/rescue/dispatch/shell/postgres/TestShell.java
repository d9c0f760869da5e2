package rescue.dispatch.shell.postgres;

import static rescue.dispatch.story.Samples.EMERGENCY_CARE;
import static rescue.dispatch.story.Samples.NOW;
import static rescue.dispatch.story.Samples.SCENE;
import static rescue.dispatch.story.Samples.alert;
import static rescue.dispatch.story.Samples.plan;

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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.HospitalBoard.CapacityReport;
import rescue.dispatch.port.HospitalBoard.Filing;
import rescue.dispatch.port.IncidentLog;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.shell.RandomIds;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;

/** A real database of its own, and the few words with which tests of the shell fill it. */
public final class TestShell implements AutoCloseable {

    public final Vertx vertx = Vertx.vertx();
    public final TestDatabase database = TestDatabase.fresh();
    public final Pool pool = database.pool(vertx);
    public final PgFeed feed = new PgFeed(pool);
    public final PgRegisters registers = new PgRegisters(pool);
    public final PgUnitBoard units = new PgUnitBoard(pool);
    public final PgHospitalBoard hospitals = new PgHospitalBoard(pool);
    public final IncidentLog log = new PgIncidentLog(pool, ZoneId.of("Asia/Ho_Chi_Minh"), new RandomIds());

    private int calls;

    public TestShell() {
        await(registers.putStations(List.of(
                new Station("S1", "Trạm thử", new LatLon(22.39, 103.46), Turnout.always(Duration.ofMinutes(2))))));
    }

    public String unit(String id) {
        return unit(id, null);
    }

    public String unit(String id, @Nullable String device) {
        await(registers.putUnits(List.of(
                new PgRegisters.UnitRow(id, id, "S1", Set.of(Capability.BLS), VehicleClass.AMBULANCE, device))));
        return id;
    }

    /** A hospital with those emergency beds, just counted. */
    public String hospital(String id, int beds, Service... services) {
        await(registers.putHospitals(List.of(new PgRegisters.HospitalRow(
                id, "Bệnh viện " + id, "district", new LatLon(22.4, 103.5), null, Set.of(services), Map.of()))));
        await(hospitals.report(
                new CapacityReport(
                        id, Map.of(BedKind.EMERGENCY, beds), Map.of(), null, null, "nurse", ReportSource.PAGE, NOW),
                Filing.PLAIN));
        return id;
    }

    /** One more open incident, whatever else is open around. */
    public Incident opened() {
        Alert alert = nextAlert();
        IncidentLog.Received received = await(log.receive(
                new IncidentLog.IdempotencyKey("k" + UUID.randomUUID(), "body"),
                alert,
                around -> new rescue.dispatch.alert.IntakeOutcome.Opens(List.of()),
                (outcome, ids) -> new IncidentOpened(
                        ids.number(),
                        ids.trackingCode(),
                        alert,
                        Priority.P2,
                        EMERGENCY_CARE,
                        List.of(),
                        NOW,
                        "public")));
        return incident(received.fold(accepted -> accepted.receipt().incidentId(), reused -> {
            throw new AssertionError("the key was new");
        }));
    }

    /** One more call; no two have the same id. */
    public Alert nextAlert() {
        calls++;
        return alert(AlertKind.TRAFFIC_COLLISION, SCENE, null, null, null, null, NOW.plusMillis(calls));
    }

    public Incident incident(UUID id) {
        return await(log.find(id)).orElseThrow();
    }

    /** Sends a unit; with a bed held until then when {@code heldUntil} is given. */
    public UUID send(UUID incident, String unit, @Nullable String hospital, @Nullable Instant heldUntil) {
        UUID assignment = UUID.randomUUID();
        append(
                incident,
                new UnitAssigned(
                        assignment,
                        unit,
                        unit,
                        VehicleClass.AMBULANCE,
                        hospital,
                        hospital == null ? null : "Bệnh viện " + hospital,
                        heldUntil == null ? null : new Hold(BedKind.EMERGENCY, HoldState.FIRM, heldUntil),
                        plan(40),
                        null,
                        NOW,
                        "operator"));
        return assignment;
    }

    /** The next event of that incident, whatever its version is by now. */
    public void append(UUID incident, IncidentEvent event) {
        Appended answer = await(log.append(
                List.of(new IncidentLog.Entry(incident, incident(incident).version(), event))));
        if (!(answer instanceof Appended.Done)) {
            throw new AssertionError(event + ": " + answer);
        }
    }

    /** A change of a unit as any writer notes it. */
    public void unitChanged(String unitId) {
        await(pool.preparedQuery("INSERT INTO change (kind, subject, unit_ids) VALUES ('unit', $1, ARRAY[$1])")
                .execute(Tuple.of(unitId)));
    }

    /** The only value of the only row. */
    public Object value(String sql) {
        return await(
                pool.query(sql).execute().map(rows -> rows.iterator().next().getValue(0)));
    }

    @Override
    public void close() {
        await(pool.close());
        await(vertx.close());
    }

    /** What the future holds; a failed one fails the test with its cause. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
