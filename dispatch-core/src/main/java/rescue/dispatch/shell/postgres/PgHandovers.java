package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rescue.dispatch.port.Handovers;

/** The handovers in PostgreSQL. */
public final class PgHandovers implements Handovers {

    /** An incident's number never changes, so only ids are kept with the handover. */
    private static final String HANDOVERS = """
            SELECT h.id, h.note, h.written_by, h.written_at, h.incident_ids, a.accepted_by, a.accepted_at,
                   ARRAY(SELECT i.number
                         FROM unnest(h.incident_ids) WITH ORDINALITY AS open (id, place)
                         JOIN incident i ON i.id = open.id
                         ORDER BY open.place) AS numbers
            FROM shift_handover h
            LEFT JOIN shift_handover_acceptance a ON a.handover_id = h.id
            """;

    private static final String NEWEST = HANDOVERS + "ORDER BY h.written_at DESC, h.id DESC LIMIT $1";

    private static final String ONE = HANDOVERS + "WHERE h.id = $1";

    private static final String WRITE = """
            WITH written AS (
                INSERT INTO shift_handover (id, note, written_by, written_at, incident_ids)
                VALUES ($1, $2, $3, $4,
                        ARRAY(SELECT id FROM incident WHERE status = 'OPEN' ORDER BY priority, opened_at, id))
                RETURNING id)
            INSERT INTO change (kind, subject)
            SELECT 'handover', id::text FROM written
            """;

    /** No row comes back when somebody was first, or there is no such handover. */
    private static final String ACCEPT = """
            WITH accepted AS (
                INSERT INTO shift_handover_acceptance (handover_id, accepted_by, accepted_at)
                SELECT id, $2, $3 FROM shift_handover WHERE id = $1
                ON CONFLICT (handover_id) DO NOTHING
                RETURNING handover_id)
            INSERT INTO change (kind, subject)
            SELECT 'handover', handover_id::text FROM accepted
            RETURNING subject
            """;

    private final Pool pool;

    public PgHandovers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<Handover>> list(int limit) {
        return pool.preparedQuery(NEWEST).execute(Tuple.of(limit)).map(rows -> Rows.list(rows, PgHandovers::handover));
    }

    @Override
    public Future<Optional<Handover>> find(UUID id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> Rows.first(rows).map(PgHandovers::handover));
    }

    @Override
    public Future<Handover> write(UUID id, String note, String by, Instant at) {
        return pool.preparedQuery(WRITE)
                .execute(Tuple.of(id, note, by, at.atOffset(ZoneOffset.UTC)))
                .compose(done -> find(id))
                .map(Optional::orElseThrow);
    }

    @Override
    public Future<Boolean> accept(UUID id, String by, Instant at) {
        return pool.preparedQuery(ACCEPT)
                .execute(Tuple.of(id, by, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 1);
    }

    private static Handover handover(Row row) {
        UUID[] ids = row.getArrayOfUUIDs("incident_ids");
        String[] numbers = row.getArrayOfStrings("numbers");
        List<OpenThen> open = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            open.add(new OpenThen(ids[i], numbers[i]));
        }
        OffsetDateTime accepted = row.getOffsetDateTime("accepted_at");
        return new Handover(
                row.getUUID("id"),
                row.getOffsetDateTime("written_at").toInstant(),
                row.getString("written_by"),
                row.getString("note"),
                open,
                accepted == null ? null : accepted.toInstant(),
                row.getString("accepted_by"));
    }
}
