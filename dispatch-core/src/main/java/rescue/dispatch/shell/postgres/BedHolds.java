package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.port.Appended;

/**
 * Promised beds. The conditional update is the rule "a bed is held once", the CHECK of the table enforces it again; time
 * runs by the database's clock.
 */
final class BedHolds {

    /**
     * One more bed of that kind, if one is free once those are counted back whose time has run out. No row comes back
     * when none is.
     */
    private static final String TAKE_BED = """
            WITH run_out AS (
                UPDATE bed_hold
                SET state = 'EXPIRED'
                WHERE hospital_id = $1 AND kind = $2 AND state IN ('FIRM', 'CONFIRMED') AND expires_at <= now()
                RETURNING 1),
            freed AS (SELECT count(*)::integer AS beds FROM run_out)
            UPDATE hospital_bed
            SET held = held - freed.beds + 1,
                conflict = greatest(0, held - freed.beds + 1 - reported)
            FROM freed
            WHERE hospital_id = $1 AND kind = $2 AND held - freed.beds < reported
            RETURNING held
            """;

    private static final String WRITE_HOLD = """
            INSERT INTO bed_hold (assignment_id, hospital_id, kind, state, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            """;

    private static final String MOVE_HOLD = """
            UPDATE bed_hold
            SET state = $2
            WHERE assignment_id = $1 AND state IN ('FIRM', 'CONFIRMED', 'ARRIVED')
            """;

    /** Gives the bed back; an occupied one is also no longer among those that the hospital called available. */
    private static final String END_HOLD = """
            WITH told AS (
                UPDATE bed_hold
                SET expiry_told = true
                WHERE assignment_id = $1 AND state = 'EXPIRED'),
            ended AS (
                UPDATE bed_hold
                SET state = $2, expiry_told = true
                WHERE assignment_id = $1 AND state IN ('FIRM', 'CONFIRMED', 'ARRIVED')
                RETURNING hospital_id, kind, CASE WHEN $2 = 'OCCUPIED' THEN 1 ELSE 0 END AS taken)
            UPDATE hospital_bed bed
            SET held = bed.held - 1,
                reported = greatest(0, bed.reported - ended.taken),
                conflict = greatest(0, bed.held - 1 - greatest(0, bed.reported - ended.taken))
            FROM ended
            WHERE bed.hospital_id = ended.hospital_id AND bed.kind = ended.kind
            """;

    private final SqlConnection tx;

    BedHolds(SqlConnection tx) {
        this.tx = tx;
    }

    /** Holds a bed, or rolls the transaction back when the last one has just gone. */
    Future<Void> hold(UUID assignmentId, @Nullable String hospitalId, @Nullable Hold hold) {
        if (hospitalId == null || hold == null) {
            return Future.succeededFuture();
        }
        return take(hospitalId, hold.kind())
                .compose(taken -> tx.preparedQuery(WRITE_HOLD)
                        .execute(Tuple.of(
                                assignmentId,
                                hospitalId,
                                hold.kind().name(),
                                hold.state().name(),
                                hold.expiresAt().atOffset(ZoneOffset.UTC))))
                .mapEmpty();
    }

    /** One free bed less, or rolls the transaction back when the last one has just gone. */
    Future<Void> take(String hospitalId, BedKind kind) {
        return tx.preparedQuery(TAKE_BED)
                .execute(Tuple.of(hospitalId, kind.name()))
                .compose(rows -> rows.size() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(new BeatenException(new Appended.NoBed(hospitalId))));
    }

    Future<Void> move(UUID assignmentId, HoldState state) {
        return tx.preparedQuery(MOVE_HOLD)
                .execute(Tuple.of(assignmentId, state.name()))
                .mapEmpty();
    }

    Future<Void> end(UUID assignmentId, HoldState state) {
        return tx.preparedQuery(END_HOLD)
                .execute(Tuple.of(assignmentId, state.name()))
                .mapEmpty();
    }
}
