package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.port.TransferBoard;

/** Who asked whom, in PostgreSQL, which shows a hospital its own rows and no others. */
public final class PgTransferBoard implements TransferBoard {

    private static final String LIST = """
            SELECT incident_id
            FROM transfer
            WHERE (from_hospital = $1 OR to_hospital = $1) AND asked_at > $2
            ORDER BY asked_at DESC
            LIMIT $3
            """;

    private final Sight sight;

    public PgTransferBoard(Pool pool) {
        this(Sight.everything(pool));
    }

    private PgTransferBoard(Sight sight) {
        this.sight = sight;
    }

    @Override
    public TransferBoard seenBy(String hospitalId) {
        return new PgTransferBoard(sight.of(hospitalId));
    }

    @Override
    public Future<List<UUID>> list(String hospitalId, Instant since, int limit) {
        return sight.ask(client ->
                        client.preparedQuery(LIST).execute(Tuple.of(hospitalId, since.atOffset(ZoneOffset.UTC), limit)))
                .map(rows -> Rows.list(rows, row -> row.getUUID("incident_id")));
    }
}
