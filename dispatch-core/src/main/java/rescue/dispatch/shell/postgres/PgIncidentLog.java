package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.IntakeOutcome;
import rescue.dispatch.alert.OpenIncident;
import rescue.dispatch.incident.Incident;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.UnitAssigned;
import rescue.dispatch.port.Appended;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog;

/** The log in PostgreSQL: reads fold events, writes are one transaction each. */
public final class PgIncidentLog implements IncidentLog {

    private static final String EVENTS_OF_INCIDENT = """
            SELECT incident_id, type, body::text AS body
            FROM incident_event
            WHERE incident_id = $1
            ORDER BY version
            """;

    private static final String EVENTS_OF_ASSIGNMENT = """
            SELECT e.incident_id, e.type, e.body::text AS body
            FROM assignment a
            JOIN incident_event e ON e.incident_id = a.incident_id
            WHERE a.id = $1
            ORDER BY e.version
            """;

    private static final String EVENTS_BY_TRACKING_CODE = """
            SELECT e.incident_id, e.type, e.body::text AS body
            FROM incident_event e
            WHERE e.incident_id = (
                SELECT id FROM incident WHERE tracking_code = $1
                UNION ALL
                SELECT incident_id FROM waited_alert WHERE tracking_code = $1
                LIMIT 1)
            ORDER BY e.version
            """;

    private static final String PRESS = """
            SELECT assignment_id, status
            FROM press
            WHERE device_id = $1 AND seq = $2
            """;

    private static final String EXPIRED_HOLDS = """
            SELECT a.incident_id, h.assignment_id, h.hospital_id, h.expires_at, bool_or(h.state = 'EXPIRED') AS gone
            FROM bed_hold h
            JOIN assignment a ON a.id = h.assignment_id
            WHERE (h.state IN ('FIRM', 'CONFIRMED') AND h.expires_at <= now())
               OR (h.state = 'EXPIRED' AND NOT h.expiry_told)
            GROUP BY a.incident_id, h.assignment_id, h.hospital_id, h.expires_at
            ORDER BY h.expires_at
            LIMIT $1
            """;

    private static final String WHO_HAS_THE_UNIT = """
            SELECT i.id, i.number
            FROM assignment a
            JOIN incident i ON i.id = a.incident_id
            WHERE a.unit_id = $1 AND a.active
            """;

    private final Pool pool;
    private final AlertIntakeTransaction intake;
    private final OpenIncidents open;
    private final Fencing fencing;

    /**
     * A log on that database.
     *
     * @param zone the province's: an incident's number begins with the year there
     */
    public PgIncidentLog(Pool pool, ZoneId zone, Ids ids) {
        this(pool, zone, ids, Fencing.NONE);
    }

    /** For a job that only one node may do: appends nothing after another node has taken it over. */
    public PgIncidentLog(Pool pool, ZoneId zone, Ids ids, Fencing fencing) {
        this.pool = pool;
        this.fencing = fencing;
        this.intake = new AlertIntakeTransaction(pool, zone, ids);
        this.open = new OpenIncidents(pool);
    }

    @Override
    public Future<Received> receive(
            IdempotencyKey key,
            Alert alert,
            Function<List<OpenIncident>, IntakeOutcome> decide,
            BiFunction<IntakeOutcome, NewIncident, IncidentEvent> write) {
        return intake.run(key, alert, decide, write);
    }

    @Override
    public Future<Optional<Received>> join(IdempotencyKey key, Alert alert, UUID incidentId, AlertJoined event) {
        return intake.join(key, alert, incidentId, event);
    }

    @Override
    public Future<Optional<Incident>> find(UUID id) {
        return one(EVENTS_OF_INCIDENT, Tuple.of(id));
    }

    @Override
    public Future<Optional<Incident>> findByAssignment(UUID assignmentId) {
        return one(EVENTS_OF_ASSIGNMENT, Tuple.of(assignmentId));
    }

    @Override
    public Future<Optional<Incident>> findByTrackingCode(String trackingCode) {
        return one(EVENTS_BY_TRACKING_CODE, Tuple.of(trackingCode));
    }

    @Override
    public Future<List<Incident>> listOpen(int limit) {
        return open.list(limit);
    }

    @Override
    public Future<Appended> append(List<Entry> entries) {
        return pool.withTransaction(tx -> {
                    var append = new AppendTransaction(tx);
                    Future<Void> written = fencing.check(tx);
                    for (Entry entry : entries) {
                        written = written.compose(done -> append.write(entry));
                    }
                    return written;
                })
                .<Appended>map(new Appended.Done())
                .recover(failure -> beatenOrBroken(failure, entries));
    }

    @Override
    public Future<Optional<RecordedPress>> findPress(String deviceId, long seq) {
        return pool.preparedQuery(PRESS)
                .execute(Tuple.of(deviceId, seq))
                .map(rows -> Rows.first(rows)
                        .map(row -> new RecordedPress(row.getUUID("assignment_id"), row.getString("status"))));
    }

    @Override
    public Future<List<ExpiredHold>> listExpiredHolds(int limit) {
        return pool.preparedQuery(EXPIRED_HOLDS)
                .execute(Tuple.of(limit))
                .map(rows -> Rows.list(
                        rows,
                        row -> new ExpiredHold(
                                row.getUUID("incident_id"),
                                row.getUUID("assignment_id"),
                                row.getString("hospital_id"),
                                row.getOffsetDateTime("expires_at").toInstant(),
                                row.getBoolean("gone"))));
    }

    /** A lost race is an answer, found out by the constraint that decided it; anything else is a broken world. */
    private Future<Appended> beatenOrBroken(Throwable failure, List<Entry> entries) {
        if (failure instanceof BeatenException beaten) {
            return Future.succeededFuture(beaten.outcome());
        }
        if (Violation.is(failure, Violation.UNIT_HAS_ASSIGNMENT)) {
            return whoHasTheUnit(entries);
        }
        if (Violation.is(failure, Violation.PRESS_REPEATED)) {
            return Future.succeededFuture(new Appended.PressRepeated());
        }
        if (Violation.is(failure, Violation.VERSION_TAKEN)) {
            return Future.succeededFuture(new Appended.Stale());
        }
        return Future.failedFuture(failure);
    }

    /** If nobody has it any more, the race is worth running again: that is what "stale" means to the flow. */
    private Future<Appended> whoHasTheUnit(List<Entry> entries) {
        String unitId = entries.stream()
                .map(Entry::event)
                .filter(UnitAssigned.class::isInstance)
                .map(event -> ((UnitAssigned) event).unitId())
                .findFirst()
                .orElseThrow();
        return pool.preparedQuery(WHO_HAS_THE_UNIT)
                .execute(Tuple.of(unitId))
                .map(rows -> Rows.first(rows)
                        .<Appended>map(
                                row -> new Appended.UnitTaken(unitId, row.getUUID("id"), row.getString("number")))
                        .orElseGet(Appended.Stale::new));
    }

    private Future<Optional<Incident>> one(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> fold(rows).stream().findFirst());
    }

    private static List<Incident> fold(RowSet<Row> rows) {
        Map<UUID, List<IncidentEvent>> events = new LinkedHashMap<>();
        for (Row row : rows) {
            events.computeIfAbsent(row.getUUID("incident_id"), id -> new ArrayList<>())
                    .add(IncidentEventJson.read(row.getString("type"), row.getString("body")));
        }
        return events.entrySet().stream()
                .map(entry -> Incident.fold(entry.getKey(), entry.getValue()))
                .toList();
    }
}
