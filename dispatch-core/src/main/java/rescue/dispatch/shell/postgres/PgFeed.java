package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed, numbered without a gap. Writers only put rows into {@code change}; their order is not known until every
 * transaction that began before them has ended, so one relay at a time numbers those that are settled.
 */
public final class PgFeed {

    /** Enough for a storm's second; the next batch follows at once. */
    private static final int BATCH = 500;

    /** Any number, the same on every node: whoever has it numbers the feed. */
    private static final long RELAY_LOCK = 7_465_001L;

    private static final String TRY_RELAY_LOCK = """
            SELECT pg_try_advisory_xact_lock($1) AS mine
            """;

    private static final String NUMBER_SETTLED_CHANGES = """
            WITH settled AS (
                SELECT id
                FROM change
                WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY xid, id
                LIMIT $1),
            taken AS (
                DELETE FROM change USING settled WHERE change.id = settled.id
                RETURNING change.*)
            INSERT INTO feed (seq, kind, subject, version, event_type, unit_ids, hospital_ids, at)
            SELECT (SELECT coalesce(max(seq), 0) FROM feed) + row_number() OVER (ORDER BY xid, id),
                   kind, subject, version, event_type, unit_ids, hospital_ids, at
            FROM taken
            """;

    /** Rung by whoever numbers, and by no writer: a writer that rings makes all others wait at its commit. */
    public static final String CHANNEL = "feed_numbered";

    private static final String RING = """
            SELECT pg_notify($1, '')
            """;

    private static final String AFTER = """
            SELECT seq, kind, subject, version, event_type, unit_ids, hospital_ids, at
            FROM feed
            WHERE seq > $1
            ORDER BY seq
            LIMIT $2
            """;

    private static final String LAST = """
            SELECT coalesce(max(seq), 0) AS seq FROM feed
            """;

    private static final String POSITION = """
            INSERT INTO relay_position (relay, seq)
            SELECT $1, coalesce(max(seq), 0) FROM feed
            ON CONFLICT (relay) DO UPDATE SET relay = excluded.relay
            RETURNING seq
            """;

    private static final String MOVE_POSITION = """
            UPDATE relay_position SET seq = greatest(seq, $2) WHERE relay = $1
            """;

    private static final String DELIVERED = """
            INSERT INTO delivery (seq, recipient)
            VALUES ($1, $2)
            ON CONFLICT DO NOTHING
            """;

    /**
     * One change, as listeners hear of it: what to look at again, not what it is.
     *
     * @param kind incident, unit, hospital, road-closure, cut-off or handover
     * @param subject the id of what changed
     * @param version the incident's version; null for the others
     * @param eventType the incident's event; null for the others
     * @param unitIds units that it concerns
     * @param hospitalIds hospitals that it concerns
     */
    public record Change(
            long seq,
            String kind,
            String subject,
            @Nullable Long version,
            @Nullable String eventType,
            Set<String> unitIds,
            Set<String> hospitalIds,
            Instant at) {}

    private final Pool pool;

    public PgFeed(Pool pool) {
        this.pool = pool;
    }

    /** Numbers what is settled, unless another node is doing it; how many were numbered. */
    public Future<Integer> number() {
        return pool.withTransaction(tx -> tx.preparedQuery(TRY_RELAY_LOCK)
                .execute(Tuple.of(RELAY_LOCK))
                .compose(rows -> Rows.first(rows).orElseThrow().getBoolean("mine")
                        ? tx.preparedQuery(NUMBER_SETTLED_CHANGES)
                                .execute(Tuple.of(BATCH))
                                .compose(numbered -> ring(tx, numbered.rowCount()))
                        : Future.succeededFuture(0)));
    }

    /** Every node hears of it with the commit. */
    private static Future<Integer> ring(SqlConnection tx, int numbered) {
        return numbered == 0
                ? Future.succeededFuture(0)
                : tx.preparedQuery(RING).execute(Tuple.of(CHANNEL)).map(numbered);
    }

    /** Whether a batch was full, so that more may be waiting. */
    public static boolean isFull(int numbered) {
        return numbered >= BATCH;
    }

    public Future<List<Change>> listAfter(long seq, int limit) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(seq, limit)).map(rows -> Rows.list(rows, PgFeed::change));
    }

    public Future<Long> last() {
        return pool.preparedQuery(LAST)
                .execute()
                .map(rows -> Rows.first(rows).orElseThrow().getLong("seq"));
    }

    /** How far that relay has come; a new one begins at the end. */
    public Future<Long> position(String relay) {
        return pool.preparedQuery(POSITION)
                .execute(Tuple.of(relay))
                .map(rows -> Rows.first(rows).orElseThrow().getLong("seq"));
    }

    public Future<Void> movePosition(String relay, long seq) {
        return movePosition(relay, seq, Fencing.NONE);
    }

    /** The same for a teller that only one node may be. */
    public Future<Void> movePosition(String relay, long seq, Fencing fencing) {
        return pool.withTransaction(tx -> fencing.check(tx)
                        .compose(mine -> tx.preparedQuery(MOVE_POSITION).execute(Tuple.of(relay, seq))))
                .mapEmpty();
    }

    /** Notes that somebody was told, after it was done. */
    public Future<Void> delivered(long seq, String recipient) {
        return pool.preparedQuery(DELIVERED).execute(Tuple.of(seq, recipient)).mapEmpty();
    }

    private static Change change(Row row) {
        return new Change(
                row.getLong("seq"),
                row.getString("kind"),
                row.getString("subject"),
                row.getLong("version"),
                row.getString("event_type"),
                Set.of(distinct(row.getArrayOfStrings("unit_ids"))),
                Set.of(distinct(row.getArrayOfStrings("hospital_ids"))),
                row.getOffsetDateTime("at").toInstant());
    }

    private static String[] distinct(String[] ids) {
        return java.util.Arrays.stream(ids).distinct().toArray(String[]::new);
    }
}
