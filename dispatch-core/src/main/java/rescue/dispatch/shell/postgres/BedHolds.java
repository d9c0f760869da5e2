package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Map;
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
     * So many more beds of that kind, if they are free once those are counted back whose time has run out. No row comes back
     * when they are not.
     */
    private static final String TAKE_BED = """
            WITH run_out AS (
                UPDATE bed_hold
                SET state = 'EXPIRED'
                WHERE hospital_id = $1 AND kind = $2 AND state IN ('FIRM', 'CONFIRMED') AND expires_at <= now()
                RETURNING 1),
            freed AS (SELECT count(*)::integer AS beds FROM run_out)
            UPDATE hospital_bed
            SET held = held - freed.beds + $3,
                conflict = greatest(0, held - freed.beds + $3 - reported)
            FROM freed
            WHERE hospital_id = $1 AND kind = $2 AND held - freed.beds + $3 <= reported
            RETURNING held
            """;

    private static final String WRITE_HOLD = """
            INSERT INTO bed_hold (assignment_id, hospital_id, kind, state, expires_at, nr)
            SELECT $1, $2, $3, $4, $5, nr
            FROM generate_series(1, $6) AS nr
            """;

    private static final String MOVE_HOLD = """
            UPDATE bed_hold
            SET state = $2
            WHERE assignment_id = $1 AND state IN ('FIRM', 'CONFIRMED', 'ARRIVED')
            """;

    /**
     * Gives the beds back; occupied ones are also no longer among those that the hospital called available. Locked in the order
     * of everybody.
     */
    private static final String END_HOLD = """
            WITH told AS (
                UPDATE bed_hold
                SET expiry_told = true
                WHERE assignment_id = $1 AND state = 'EXPIRED'),
            ended AS (
                UPDATE bed_hold
                SET state = $2, expiry_told = true
                WHERE assignment_id = $1 AND state IN ('FIRM', 'CONFIRMED', 'ARRIVED')
                RETURNING hospital_id, kind),
            counted AS (
                SELECT hospital_id, kind, count(*)::integer AS beds,
                       CASE WHEN $2 = 'OCCUPIED' THEN count(*)::integer ELSE 0 END AS taken
                FROM ended
                GROUP BY hospital_id, kind),
            in_order AS (
                SELECT c.hospital_id, c.kind, c.beds, c.taken
                FROM counted c
                JOIN hospital_bed b ON b.hospital_id = c.hospital_id AND b.kind = c.kind
                ORDER BY c.hospital_id, c.kind
                FOR NO KEY UPDATE OF b)
            UPDATE hospital_bed bed
            SET held = bed.held - o.beds,
                reported = greatest(0, bed.reported - o.taken),
                conflict = greatest(0, bed.held - o.beds - greatest(0, bed.reported - o.taken))
            FROM in_order o
            WHERE bed.hospital_id = o.hospital_id AND bed.kind = o.kind
            """;

    private final SqlConnection tx;

    BedHolds(SqlConnection tx) {
        this.tx = tx;
    }

    /** Holds its beds, or rolls the transaction back when one of them has just gone. */
    Future<Void> hold(UUID assignmentId, @Nullable String hospitalId, @Nullable Hold hold) {
        Future<Void> held = Future.succeededFuture();
        if (hospitalId == null || hold == null) {
            return held;
        }
        for (Map.Entry<BedKind, Integer> beds : hold.beds().entrySet()) {
            held = held.compose(before -> take(hospitalId, beds.getKey(), beds.getValue()))
                    .compose(taken -> tx.preparedQuery(WRITE_HOLD)
                            .execute(Tuple.of(
                                    assignmentId,
                                    hospitalId,
                                    beds.getKey().name(),
                                    hold.state().name(),
                                    hold.expiresAt().atOffset(ZoneOffset.UTC),
                                    beds.getValue())))
                    .mapEmpty();
        }
        return held;
    }

    /** One free bed less, or rolls the transaction back when the last one has just gone. */
    Future<Void> take(String hospitalId, BedKind kind) {
        return take(hospitalId, kind, 1);
    }

    private Future<Void> take(String hospitalId, BedKind kind, int beds) {
        return tx.preparedQuery(TAKE_BED)
                .execute(Tuple.of(hospitalId, kind.name(), beds))
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
