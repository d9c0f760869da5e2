package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TransferRequest;
import rescue.dispatch.hospital.BedKind;

/** Which two hospitals a transfer concerns, kept beside the log in its transaction: they see it, and are told of its changes. */
final class TransferRows {

    private static final String ASKED = """
            INSERT INTO transfer (incident_id, from_hospital, to_hospital, asked_at)
            VALUES ($1, $2, $3, $4)
            """;

    /** Whoever has declined does not see the patient any more. */
    private static final String GOES_TO = """
            UPDATE transfer
            SET to_hospital = $2
            WHERE incident_id = $1
            """;

    private static final String KEEP = """
            UPDATE transfer
            SET kept = $2
            WHERE incident_id = $1
            """;

    private static final String KEEP_NONE = """
            WITH was AS (
                SELECT incident_id, to_hospital, kept
                FROM transfer
                WHERE incident_id = $1 AND kept IS NOT NULL
                FOR UPDATE),
            none AS (
                UPDATE transfer
                SET kept = NULL
                FROM was
                WHERE transfer.incident_id = was.incident_id)
            UPDATE hospital_bed bed
            SET held = bed.held - 1,
                conflict = greatest(0, bed.held - 1 - bed.reported)
            FROM was
            WHERE bed.hospital_id = was.to_hospital AND bed.kind = was.kept
            """;

    private final SqlConnection tx;

    TransferRows(SqlConnection tx) {
        this.tx = tx;
    }

    Future<Void> ask(UUID incidentId, TransferRequest request, Instant at) {
        return tx.preparedQuery(ASKED)
                .execute(Tuple.of(incidentId, request.fromId(), request.toId(), at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Notes that the hospital that is asked keeps such a bed, which has been taken. */
    Future<Void> keep(UUID incidentId, BedKind bed) {
        return tx.preparedQuery(KEEP).execute(Tuple.of(incidentId, bed.name())).mapEmpty();
    }

    /** Gives back the bed that was kept; nothing happens where none was. */
    Future<Void> keepNone(UUID incidentId) {
        return tx.preparedQuery(KEEP_NONE).execute(Tuple.of(incidentId)).mapEmpty();
    }

    /** @param hospitalId null while nobody is asked */
    Future<Void> goesTo(UUID incidentId, @Nullable String hospitalId) {
        return tx.preparedQuery(GOES_TO)
                .execute(Tuple.of(incidentId, hospitalId))
                .mapEmpty();
    }
}
