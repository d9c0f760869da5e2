package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.TransferRequest;

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

    private final SqlConnection tx;

    TransferRows(SqlConnection tx) {
        this.tx = tx;
    }

    Future<Void> ask(UUID incidentId, TransferRequest request, Instant at) {
        return tx.preparedQuery(ASKED)
                .execute(Tuple.of(incidentId, request.fromId(), request.toId(), at.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** @param hospitalId null while nobody is asked */
    Future<Void> goesTo(UUID incidentId, @Nullable String hospitalId) {
        return tx.preparedQuery(GOES_TO)
                .execute(Tuple.of(incidentId, hospitalId))
                .mapEmpty();
    }
}
