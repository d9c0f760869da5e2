package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Alert;
import rescue.dispatch.alert.AlertIntake;
import rescue.dispatch.alert.AlertKind;
import rescue.dispatch.alert.IntakeOutcome;
import rescue.dispatch.alert.IntakeOutcome.Joins;
import rescue.dispatch.alert.LocatedPlace;
import rescue.dispatch.alert.OpenIncident;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.incident.IncidentEvent;
import rescue.dispatch.incident.IncidentEvent.AlertJoined;
import rescue.dispatch.incident.IncidentEvent.IncidentOpened;
import rescue.dispatch.port.Ids;
import rescue.dispatch.port.IncidentLog.IdempotencyKey;
import rescue.dispatch.port.IncidentLog.NewIncident;
import rescue.dispatch.port.IncidentLog.Receipt;
import rescue.dispatch.port.IncidentLog.Received;

/** Writes an alert down once: receipt, event, board and change in one transaction. */
final class AlertIntakeTransaction {

    /** Beaten to the same key this often by the same caller: something else is wrong. */
    private static final int ATTEMPTS = 3;

    private static final String WAIT_FOR_NEIGHBOURS = """
            SELECT pg_advisory_xact_lock(cell)
            FROM unnest($1::bigint[]) AS cell
            """;

    private static final String RECEIPT = """
            SELECT r.body_hash, r.alert_id, i.id, i.number, i.tracking_code
            FROM alert_receipt r
            JOIN incident i ON i.id = r.incident_id
            WHERE r.key = $1
            """;

    /** A call from the gate of a hospital is no more about a patient whom its ward sends on. */
    private static final String OPEN_AROUND = """
            SELECT id, number, kind, lat, lon, opened_at
            FROM incident i
            WHERE status = 'OPEN'
              AND NOT EXISTS (SELECT FROM transfer t WHERE t.incident_id = i.id)
              AND lat BETWEEN $1 AND $2
              AND lon BETWEEN $3 AND $4
            ORDER BY opened_at DESC
            LIMIT 50
            """;

    private static final String NEXT_NUMBER = """
            SELECT to_char(now() AT TIME ZONE $1, 'YYYY') || '-' || lpad(nextval('incident_number')::text, 6, '0') AS number
            """;

    private static final String OPEN_INCIDENT = """
            WITH opened AS (
                INSERT INTO incident
                    (id, number, tracking_code, status, kind, priority, lat, lon, opened_at, version)
                VALUES ($1, $2, $3, 'OPEN', $4, $5, $6, $7, $8, 1)
                RETURNING id),
            written AS (
                INSERT INTO incident_event (incident_id, version, type, body, written_by)
                SELECT id, 1, $9, $10::text::jsonb, $11 FROM opened),
            receipt AS (
                INSERT INTO alert_receipt (key, body_hash, alert_id, incident_id)
                SELECT $12, $13, $14, id FROM opened)
            INSERT INTO change (kind, subject, version, event_type, hospital_ids)
            SELECT 'incident', id::text, 1, $9, $15::text[] FROM opened
            """;

    /** No row comes back when the incident was closed in the meantime. */
    private static final String JOIN_INCIDENT = """
            WITH joined AS (
                UPDATE incident
                SET version = version + 1, priority = least(priority, $8) -- P1 sorts before P4
                WHERE id = $1 AND status = 'OPEN'
                RETURNING id, version, number, tracking_code),
            written AS (
                INSERT INTO incident_event (incident_id, version, type, body, written_by)
                SELECT id, version, $2, $3::text::jsonb, $4 FROM joined),
            receipt AS (
                INSERT INTO alert_receipt (key, body_hash, alert_id, incident_id)
                SELECT $5, $6, $7, id FROM joined),
            noted AS (
                INSERT INTO change (kind, subject, version, event_type, unit_ids, hospital_ids)
                SELECT 'incident', id::text, version, $2,
                       ARRAY(SELECT unit_id FROM assignment WHERE incident_id = $1 AND active),
                       ARRAY(SELECT hospital_id FROM assignment
                             WHERE incident_id = $1 AND active AND hospital_id IS NOT NULL)
                FROM joined)
            SELECT id, number, tracking_code FROM joined
            """;

    private final Pool pool;
    private final ZoneId zone;
    private final Ids ids;

    AlertIntakeTransaction(Pool pool, ZoneId zone, Ids ids) {
        this.pool = pool;
        this.zone = zone;
        this.ids = ids;
    }

    Future<Received> run(
            IdempotencyKey key,
            Alert alert,
            Function<List<OpenIncident>, IntakeOutcome> decide,
            BiFunction<IntakeOutcome, NewIncident, IncidentEvent> write) {
        return run(new Intake(key, alert, decide, write), ATTEMPTS);
    }

    /** As one more about an incident that is known; empty when it is not open. */
    Future<Optional<Received>> join(IdempotencyKey key, Alert alert, UUID incidentId, AlertJoined event) {
        Intake intake = new Intake(key, alert, around -> new Joins(incidentId, 0), (outcome, ids) -> event);
        return oncePerKey(
                tx -> findReceipt(tx, key)
                        .compose(before -> before.isPresent()
                                ? Future.succeededFuture(before)
                                : join(tx, intake, new Joins(incidentId, 0))),
                ATTEMPTS);
    }

    private Future<Received> run(Intake intake, int attemptsLeft) {
        return oncePerKey(tx -> run(tx, intake), attemptsLeft);
    }

    /** Whoever was beaten to his own key reads what the winner wrote. */
    private <T> Future<T> oncePerKey(Function<SqlConnection, Future<T>> write, int attemptsLeft) {
        return pool.withTransaction(write).recover(failure -> {
            boolean raced = Violation.is(failure, Violation.KEY_USED);
            return raced && attemptsLeft > 1 ? oncePerKey(write, attemptsLeft - 1) : Future.failedFuture(failure);
        });
    }

    private Future<Received> run(SqlConnection tx, Intake intake) {
        LocatedPlace located = intake.alert.placement().located();
        Future<?> alone = located == null ? Future.succeededFuture() : waitForNeighbours(tx, located.at());
        return alone.compose(mine -> Future.all(findReceipt(tx, intake.key), openAround(tx, located)))
                .compose(both -> {
                    Optional<Received> before = both.resultAt(0);
                    List<OpenIncident> around = both.resultAt(1);
                    return before.map(Future::succeededFuture)
                            .orElseGet(() -> write(tx, intake, intake.decide.apply(around)));
                });
    }

    /** Alerts that could be about one accident take turns; those elsewhere never meet. */
    private static Future<?> waitForNeighbours(SqlConnection tx, LatLon at) {
        return tx.preparedQuery(WAIT_FOR_NEIGHBOURS)
                .execute(Tuple.tuple().addArrayOfLong(Neighbourhood.cells(at, AlertIntake.ASK_WITHIN_M)));
    }

    private static Future<Optional<Received>> findReceipt(SqlConnection tx, IdempotencyKey key) {
        return tx.preparedQuery(RECEIPT)
                .execute(Tuple.of(key.key()))
                .map(rows -> Rows.first(rows)
                        .map(row -> row.getString("body_hash").equals(key.bodyHash())
                                ? new Received.Accepted(receipt(row, row.getUUID("alert_id"), true))
                                : new Received.KeyReused()));
    }

    private static Future<List<OpenIncident>> openAround(SqlConnection tx, @Nullable LocatedPlace located) {
        if (located == null) {
            return Future.succeededFuture(List.of());
        }
        Neighbourhood box = Neighbourhood.around(located.at(), AlertIntake.ASK_WITHIN_M);
        return tx.preparedQuery(OPEN_AROUND)
                .execute(Tuple.of(box.south(), box.north(), box.west(), box.east()))
                .map(rows -> Rows.list(rows, AlertIntakeTransaction::openIncident));
    }

    private Future<Received> write(SqlConnection tx, Intake intake, IntakeOutcome outcome) {
        return outcome.fold(
                joins -> join(tx, intake, joins)
                        .compose(joined -> joined.map(Future::succeededFuture)
                                .orElseGet(() -> open(tx, intake, intake.decide.apply(List.of())))),
                opens -> open(tx, intake, opens));
    }

    private Future<Received> open(SqlConnection tx, Intake intake, IntakeOutcome outcome) {
        return tx.preparedQuery(NEXT_NUMBER).execute(Tuple.of(zone.getId())).compose(rows -> {
            String number = Rows.first(rows).orElseThrow().getString("number");
            NewIncident incident = new NewIncident(ids.next(), number, ids.trackingCode());
            IncidentOpened event = (IncidentOpened) intake.write.apply(outcome, incident);
            Alert alert = intake.alert;
            LocatedPlace located = alert.placement().located();
            return tx.preparedQuery(OPEN_INCIDENT)
                    .execute(Tuple.tuple()
                            .addUUID(incident.id())
                            .addString(incident.number())
                            .addString(incident.trackingCode())
                            .addString(alert.kind().name())
                            .addString(event.priority().name())
                            .addDouble(located == null ? null : located.at().lat())
                            .addDouble(located == null ? null : located.at().lon())
                            .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC))
                            .addString(IncidentEventJson.type(event))
                            .addString(IncidentEventJson.body(event))
                            .addString(event.by())
                            .addString(intake.key.key())
                            .addString(intake.key.bodyHash())
                            .addUUID(alert.id())
                            .addArrayOfString(Concerned.hospitals(event)))
                    .compose(done -> alert.transfer() == null
                            ? Future.succeededFuture()
                            : new TransferRows(tx).ask(incident.id(), alert.transfer(), event.at()))
                    .map(done -> new Received.Accepted(
                            new Receipt(alert.id(), incident.id(), number, incident.trackingCode(), false)));
        });
    }

    private static Future<Optional<Received>> join(SqlConnection tx, Intake intake, IntakeOutcome.Joins joins) {
        AlertJoined event = (AlertJoined) intake.write.apply(joins, new NewIncident(joins.incidentId(), "", ""));
        Alert alert = intake.alert;
        return tx.preparedQuery(JOIN_INCIDENT)
                .execute(Tuple.of(joins.incidentId(), IncidentEventJson.type(event), IncidentEventJson.body(event))
                        .addString(event.by())
                        .addString(intake.key.key())
                        .addString(intake.key.bodyHash())
                        .addUUID(alert.id())
                        .addString(event.priority().name()))
                .map(rows -> Rows.first(rows).map(row -> new Received.Accepted(receipt(row, alert.id(), false))));
    }

    private static Receipt receipt(Row row, UUID alertId, boolean repeated) {
        return new Receipt(
                alertId, row.getUUID("id"), row.getString("number"), row.getString("tracking_code"), repeated);
    }

    private static OpenIncident openIncident(Row row) {
        return new OpenIncident(
                row.getUUID("id"),
                row.getString("number"),
                AlertKind.orOther(row.getString("kind")),
                new LatLon(row.getDouble("lat"), row.getDouble("lon")),
                row.getOffsetDateTime("opened_at").toInstant());
    }

    private record Intake(
            IdempotencyKey key,
            Alert alert,
            Function<List<OpenIncident>, IntakeOutcome> decide,
            BiFunction<IntakeOutcome, NewIncident, IncidentEvent> write) {}
}
