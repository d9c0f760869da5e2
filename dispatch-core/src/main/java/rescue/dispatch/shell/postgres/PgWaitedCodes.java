package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import rescue.dispatch.port.WaitedCodes;

/** Codes of alerts that waited, beside the incidents they came to; with how long each waited. */
public final class PgWaitedCodes implements WaitedCodes {

    private static final String FOLLOW = """
            INSERT INTO waited_alert (tracking_code, alert_id, incident_id, received_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """;

    private final Pool pool;

    public PgWaitedCodes(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Void> follow(String trackingCode, UUID alertId, UUID incidentId, Instant receivedAt) {
        return pool.preparedQuery(FOLLOW)
                .execute(Tuple.of(trackingCode, alertId, incidentId, receivedAt.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }
}
