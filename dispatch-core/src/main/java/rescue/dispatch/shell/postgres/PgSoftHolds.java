package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldRule;
import rescue.dispatch.hospital.SoftHold;
import rescue.dispatch.port.SoftHolds;

/** Soft holds in PostgreSQL, whose clock ends them. */
public final class PgSoftHolds implements SoftHolds {

    /**
     * Two desks at the last bed: one after the other. A lock of its own rather than the bed's row, which whoever sends a unit
     * must never wait for.
     */
    private static final String IN_TURN = """
            SELECT pg_advisory_xact_lock(hashtext('soft_hold'), hashtext($1::text || ' ' || $2::text))
            """;

    private static final String OVER = """
            DELETE FROM soft_hold
            WHERE incident_id = $1 AND ($2::text IS NULL OR taken_by = $2)
            RETURNING hospital_id
            """;

    /** Free is what is reported, less what is promised and has not run out, less what others are choosing. */
    private static final String TAKE = """
            INSERT INTO soft_hold (incident_id, hospital_id, kind, taken_by, expires_at)
            SELECT $1, b.hospital_id, b.kind, $4, now() + make_interval(secs => $5)
            FROM hospital_bed b
            WHERE b.hospital_id = $2 AND b.kind = $3
              AND b.reported - b.held
                  + (SELECT count(*) FROM bed_hold r
                     WHERE r.hospital_id = $2 AND r.kind = $3 AND r.state IN ('FIRM', 'CONFIRMED') AND r.expires_at <= now())
                  + (SELECT count(*) FROM transfer t
                     WHERE t.incident_id = $1 AND t.to_hospital = $2 AND t.kept = $3)
                  - (SELECT count(*) FROM soft_hold s
                     WHERE s.hospital_id = $2 AND s.kind = $3 AND s.incident_id <> $1 AND s.expires_at > now()) > 0
            ON CONFLICT (incident_id) DO UPDATE
            SET hospital_id = excluded.hospital_id, kind = excluded.kind, taken_by = excluded.taken_by,
                expires_at = excluded.expires_at
            RETURNING expires_at, (SELECT number FROM incident WHERE id = $1) AS number
            """;

    /** To the desks alone. */
    private static final String NOTE = """
            INSERT INTO change (kind, subject) VALUES ('hospital', $1)
            """;

    private static final String RUNNING = """
            SELECT s.incident_id, i.number, s.hospital_id, s.kind, s.taken_by, s.expires_at
            FROM soft_hold s
            JOIN incident i ON i.id = s.incident_id
            WHERE s.expires_at > now()
            ORDER BY s.expires_at
            """;

    private final Pool pool;

    public PgSoftHolds(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Optional<SoftHold>> take(UUID incidentId, String hospitalId, BedKind bed, String by) {
        return pool.withTransaction(tx -> tx.preparedQuery(IN_TURN)
                .execute(Tuple.of(hospitalId, bed.name()))
                .compose(turn -> over(tx, incidentId, null, hospitalId))
                .compose(done -> tx.preparedQuery(TAKE)
                        .execute(Tuple.of(
                                incidentId, hospitalId, bed.name(), by, (double) HoldRule.WHILE_CHOOSING.toSeconds())))
                .compose(rows -> note(tx, hospitalId)
                        .map(Rows.first(rows)
                                .map(row -> new SoftHold(
                                        incidentId,
                                        row.getString("number"),
                                        hospitalId,
                                        bed,
                                        by,
                                        row.getOffsetDateTime("expires_at").toInstant())))));
    }

    @Override
    public Future<Void> giveBack(UUID incidentId, String by) {
        return pool.withTransaction(tx -> over(tx, incidentId, by, ""));
    }

    @Override
    public Future<List<SoftHold>> list() {
        return pool.preparedQuery(RUNNING).execute().map(rows -> Rows.list(rows, PgSoftHolds::hold));
    }

    /** In the transaction that decides: nobody is choosing any more. */
    static Future<Void> over(SqlConnection tx, UUID incidentId) {
        return tx.preparedQuery(OVER)
                .execute(Tuple.tuple().addUUID(incidentId).addString(null))
                .mapEmpty();
    }

    /** Whose bed it was is told of it, unless it is told anyway. */
    private static Future<Void> over(SqlConnection tx, UUID incidentId, @Nullable String by, String toldAnyway) {
        return tx.preparedQuery(OVER)
                .execute(Tuple.tuple().addUUID(incidentId).addString(by))
                .compose(rows -> Rows.first(rows)
                        .map(row -> row.getString("hospital_id"))
                        .filter(hospital -> !hospital.equals(toldAnyway))
                        .map(hospital -> note(tx, hospital))
                        .orElseGet(Future::succeededFuture));
    }

    private static Future<Void> note(SqlConnection tx, String hospitalId) {
        return tx.preparedQuery(NOTE).execute(Tuple.of(hospitalId)).mapEmpty();
    }

    private static SoftHold hold(Row row) {
        return new SoftHold(
                row.getUUID("incident_id"),
                row.getString("number"),
                row.getString("hospital_id"),
                BedKind.valueOf(row.getString("kind")),
                row.getString("taken_by"),
                row.getOffsetDateTime("expires_at").toInstant());
    }
}
