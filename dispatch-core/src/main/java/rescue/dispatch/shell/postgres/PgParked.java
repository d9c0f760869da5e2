package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;

/** Changes that could not be told, counted in the database: a restart or another leader does not begin anew. */
public final class PgParked {

    /** By then it is the entry and not the weather. */
    public static final int TRIES_MAX = 5;

    private static final String FAILED = """
            INSERT INTO parked_change AS known (relay, seq, reason)
            VALUES ($1, $2, $3)
            ON CONFLICT (relay, seq) DO UPDATE
            SET tries = known.tries + 1, reason = excluded.reason,
                parked_at = CASE WHEN known.tries + 1 >= $4 THEN coalesce(known.parked_at, now()) END
            RETURNING parked_at IS NOT NULL AS parked
            """;

    private static final String LIST = """
            SELECT relay, seq, reason, parked_at FROM parked_change WHERE parked_at IS NOT NULL ORDER BY parked_at LIMIT 100
            """;

    /** What a person has to look at. */
    public record Parked(String relay, long seq, String reason, Instant at) {}

    private final Pool pool;

    public PgParked(Pool pool) {
        this.pool = pool;
    }

    /** Counts one more failure; whether that was the last try. */
    public Future<Boolean> failed(String relay, long seq, String reason) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(relay, seq, reason, TRIES_MAX))
                .map(rows -> rows.iterator().next().getBoolean("parked"));
    }

    public Future<List<Parked>> list() {
        return pool.preparedQuery(LIST).execute().map(rows -> Rows.list(rows, PgParked::parked));
    }

    private static Parked parked(Row row) {
        return new Parked(
                row.getString("relay"),
                row.getLong("seq"),
                row.getString("reason"),
                row.getOffsetDateTime("parked_at").toInstant());
    }
}
