package rescue.hospital.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.postgres.Sight;
import rescue.hospital.notice.NoticeBook;
import rescue.hospital.notice.NoticeJson;

/** The notices in PostgreSQL. The key is the rule "told twice is told once". */
public final class PgNotices implements NoticeBook {

    /** A notice of an older version, late or sent again, changes nothing. */
    private static final String TELL = """
            INSERT INTO gateway.notice AS known (assignment_id, hospital_id, version, body)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (assignment_id, hospital_id) DO UPDATE
            SET version = excluded.version, body = excluded.body
            WHERE known.version < excluded.version
            """;

    /**
     * Never before what was seen, and never before the telling: a clock that was set back must not keep an alarm ringing.
     */
    private static final String MARK_SEEN = """
            UPDATE gateway.notice
            SET seen_at = CASE WHEN seen_at >= $3 THEN seen_at ELSE greatest(now(), first_told_at, $3) END
            WHERE hospital_id = $1 AND assignment_id = $2
            """;

    /** A patient is on the way for hours, not days: what is older is no longer on anybody's list. */
    private static final String LIST = """
            SELECT assignment_id, first_told_at, seen_at
            FROM gateway.notice
            WHERE hospital_id = $1 AND first_told_at > now() - interval '7 days'
            """;

    private final Sight sight;

    public PgNotices(Pool pool) {
        this(Sight.everything(pool));
    }

    private PgNotices(Sight sight) {
        this.sight = sight;
    }

    @Override
    public NoticeBook seenBy(String hospitalId) {
        return new PgNotices(sight.of(hospitalId));
    }

    @Override
    public Future<Void> notify(Notice notice) {
        Tuple told = Tuple.of(notice.assignmentId(), notice.hospitalId(), notice.version(), NoticeJson.of(notice));
        return sight.ask(client -> client.preparedQuery(TELL).execute(told)).mapEmpty();
    }

    @Override
    public Future<Map<UUID, Told>> list(String hospitalId) {
        return sight.ask(client -> client.preparedQuery(LIST).execute(Tuple.of(hospitalId)))
                .map(PgNotices::byAssignment);
    }

    @Override
    public Future<Boolean> markSeen(String hospitalId, UUID assignmentId, Instant since) {
        Tuple seen = Tuple.of(hospitalId, assignmentId, since.atOffset(ZoneOffset.UTC));
        return sight.ask(client -> client.preparedQuery(MARK_SEEN).execute(seen))
                .map(marked -> marked.rowCount() == 1);
    }

    private static Map<UUID, Told> byAssignment(RowSet<Row> rows) {
        Map<UUID, Told> told = new HashMap<>();
        for (Row row : rows) {
            told.put(
                    row.getUUID("assignment_id"),
                    new Told(
                            row.getOffsetDateTime("first_told_at").toInstant(),
                            instant(row.getOffsetDateTime("seen_at"))));
        }
        return told;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
