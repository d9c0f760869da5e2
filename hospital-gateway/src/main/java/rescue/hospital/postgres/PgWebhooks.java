package rescue.hospital.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import rescue.hospital.protocol.webhook.Webhooks;

/** The addresses for news and the outbox in PostgreSQL. */
public final class PgWebhooks implements Webhooks {

    private static final String PUT = """
            INSERT INTO gateway.webhook (hospital_id, url, secret, registered_by)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (hospital_id) DO UPDATE
            SET url = excluded.url, secret = excluded.secret, registered_by = excluded.registered_by, registered_at = now()
            """;

    private static final String REMOVE = """
            DELETE FROM gateway.webhook WHERE hospital_id = $1
            """;

    private static final String FIND = """
            SELECT w.hospital_id, w.url, w.secret, w.registered_by, w.registered_at,
                   count(d.id) FILTER (WHERE d.delivered_at IS NULL AND d.parked_at IS NULL) AS waiting,
                   count(d.parked_at) AS parked,
                   max(d.delivered_at) AS delivered_at,
                   (array_agg(d.last_error ORDER BY d.noted_at DESC))[1] AS last_error
            FROM gateway.webhook w
            LEFT JOIN gateway.webhook_delivery d ON d.hospital_id = w.hospital_id
            WHERE w.hospital_id = $1
            GROUP BY w.hospital_id
            """;

    private static final String POSITION = """
            INSERT INTO gateway.webhook_position (seq) VALUES ($1)
            ON CONFLICT (one) DO UPDATE SET one = true
            RETURNING seq
            """;

    private static final String ADVANCE = """
            UPDATE gateway.webhook_position SET seq = $2 WHERE seq = $1
            """;

    /** One that waits serves for this change too; one that is under way is sent again when it is done. */
    private static final String NOTE = """
            INSERT INTO gateway.webhook_delivery (hospital_id, topic, seq)
            SELECT hospital_id, $2, $3 FROM gateway.webhook WHERE hospital_id = ANY ($1) ORDER BY hospital_id
            ON CONFLICT (hospital_id, topic) WHERE delivered_at IS NULL AND parked_at IS NULL DO UPDATE
            SET seq = greatest(webhook_delivery.seq, excluded.seq)
            """;

    private static final String TAKE_DUE = """
            UPDATE gateway.webhook_delivery d
            SET tries = d.tries + 1, next_try_at = now() + make_interval(secs => $2)
            FROM gateway.webhook w
            WHERE w.hospital_id = d.hospital_id
              AND d.id IN (SELECT id FROM gateway.webhook_delivery
                           WHERE delivered_at IS NULL AND parked_at IS NULL AND next_try_at <= now()
                           ORDER BY next_try_at LIMIT $1
                           FOR UPDATE SKIP LOCKED)
            RETURNING d.id, d.topic, d.seq, d.tries, w.hospital_id, w.url, w.secret, w.registered_by
            """;

    /** Not done if something has changed since it was taken: then it goes out once more, at once. */
    private static final String DELIVERED = """
            UPDATE gateway.webhook_delivery
            SET delivered_at = CASE WHEN seq = $2 THEN now() END, last_error = NULL, tries = 0, next_try_at = now()
            WHERE id = $1
            """;

    private static final String FAILED = """
            UPDATE gateway.webhook_delivery
            SET last_error = $2,
                next_try_at = now() + make_interval(secs => coalesce($3, 0)),
                parked_at = CASE WHEN $3::double precision IS NULL THEN now() END
            WHERE id = $1
            """;

    /** What was delivered is of no use after a week; kept so long to be able to say that it was. */
    private static final String FORGET = """
            DELETE FROM gateway.webhook_delivery WHERE hospital_id = $1 AND delivered_at < now() - interval '7 days'
            """;

    private static final int ERROR_MAX_CHARS = 300;

    private final Pool pool;

    public PgWebhooks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Void> put(Webhook webhook) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(
                        webhook.hospitalId(), webhook.url().toString(), webhook.secret(), webhook.registeredBy()))
                .mapEmpty();
    }

    @Override
    public Future<Boolean> remove(String hospitalId) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(hospitalId)).map(removed -> removed.rowCount() == 1);
    }

    @Override
    public Future<Optional<State>> find(String hospitalId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(hospitalId))
                .map(rows -> stream(rows).map(PgWebhooks::state).findFirst());
    }

    @Override
    public Future<Long> position(long end) {
        return pool.preparedQuery(POSITION)
                .execute(Tuple.of(end))
                .map(rows -> stream(rows).findFirst().orElseThrow().getLong("seq"));
    }

    @Override
    public Future<Boolean> advance(long from, long to, Map<Topic, Set<String>> hospitals) {
        return pool.withTransaction(tx -> tx.preparedQuery(ADVANCE)
                .execute(Tuple.of(from, to))
                .compose(moved ->
                        moved.rowCount() == 1 ? note(tx, to, hospitals).map(true) : Future.succeededFuture(false)));
    }

    private static Future<Void> note(SqlConnection tx, long seq, Map<Topic, Set<String>> hospitals) {
        Future<Void> noted = Future.succeededFuture();
        for (Topic topic : Topic.values()) { // one order for everybody
            Set<String> concerned = hospitals.getOrDefault(topic, Set.of());
            if (!concerned.isEmpty()) {
                noted = noted.compose(before -> tx.preparedQuery(NOTE)
                        .execute(Tuple.of(concerned.toArray(String[]::new), topic.name(), seq))
                        .mapEmpty());
            }
        }
        return noted;
    }

    @Override
    public Future<List<Due>> takeDue(int limit, Duration lease) {
        return pool.preparedQuery(TAKE_DUE)
                .execute(Tuple.of(limit, (double) lease.toSeconds()))
                .map(rows -> stream(rows)
                        .map(row -> new Due(
                                row.getUUID("id"),
                                webhook(row),
                                Topic.valueOf(row.getString("topic")),
                                row.getLong("seq"),
                                row.getInteger("tries")))
                        .toList());
    }

    @Override
    public Future<Void> delivered(Due due) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.of(due.id(), due.seq()))
                .compose(done -> pool.preparedQuery(FORGET)
                        .execute(Tuple.of(due.webhook().hospitalId())))
                .mapEmpty();
    }

    @Override
    public Future<Void> failed(Due due, String error, @Nullable Duration tryAgainIn) {
        String shown = error.length() <= ERROR_MAX_CHARS ? error : error.substring(0, ERROR_MAX_CHARS);
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(due.id(), shown)
                        .addDouble(tryAgainIn == null ? null : (double) tryAgainIn.toSeconds()))
                .mapEmpty();
    }

    private static State state(Row row) {
        return new State(
                webhook(row),
                row.getOffsetDateTime("registered_at").toInstant(),
                row.getInteger("waiting"),
                instant(row.getOffsetDateTime("delivered_at")),
                row.getString("last_error"),
                row.getInteger("parked"));
    }

    private static Webhook webhook(Row row) {
        return new Webhook(
                row.getString("hospital_id"),
                URI.create(row.getString("url")),
                row.getString("secret"),
                row.getString("registered_by"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
