package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.road.RoadClosure;

/** Road closures and the states of the roads in PostgreSQL. */
public final class PgRoadClosures implements RoadClosures {

    /** Rung in every transaction that enters or lifts; {@link DatabaseLine} listens. */
    public static final String CHANNEL = "road_closure";

    /** Rows written or read in one go: a few milliseconds of the event loop, then others have their turn. */
    private static final int ROWS_AT_ONCE = 200;

    /** Any number, the same on every node: one state after another gets its number. */
    private static final long NUMBER_LOCK = 7_465_002L;

    /** One statement, so one snapshot: the revision and everything up to it. At least one row, perhaps without a closure. */
    private static final String CHANGES = """
            SELECT r.revision, now() AS as_of, c.lifted_at IS NOT NULL AS lifted,
            """ + RoadClosureRow.COLUMNS + """
            FROM road_revision r
            LEFT JOIN road_closure c
                ON (c.entered_rev > $1 AND c.lifted_at IS NULL AND (c.until_at IS NULL OR c.until_at > now()))
                OR (c.lifted_rev > $1 AND $1 > 0)
            ORDER BY c.entered_rev, c.from_at, c.id
            """;

    private static final String FEW_CHANGES = CHANGES + "LIMIT " + (ROWS_AT_ONCE + 1);

    /** Held until the commit, so that revisions become visible in their order. */
    private static final String NEXT_REVISION = """
            UPDATE road_revision SET revision = revision + 1 RETURNING revision
            """;

    private static final String ENTER = """
            INSERT INTO road_closure (id, extent, reason, effect, passable_for, delay_s, max_weight_t, max_width_m, factor,
                from_at, until_at, season_first, season_last, hours_first, hours_last, entered_by, entered_rev)
            VALUES ($1, $2::text::jsonb, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """;

    private static final String LIFT = """
            UPDATE road_closure
            SET lifted_at = now(), lifted_by = $2, lifted_rev = $3
            WHERE id = $1 AND lifted_at IS NULL AND (until_at IS NULL OR until_at > now())
            """;

    private static final String LIFTABLE = """
            SELECT 1
            FROM road_closure
            WHERE id = $1 AND lifted_at IS NULL AND (until_at IS NULL OR until_at > now())
            """;

    private static final String NOTE_CHANGE = """
            INSERT INTO change (kind, subject) VALUES ('road-closure', $1)
            """;

    private static final String RING = """
            SELECT pg_notify($1, '')
            """;

    private static final String TAKE_NUMBER_LOCK = """
            SELECT pg_advisory_xact_lock($1)
            """;

    private static final String NEWEST_STATE = """
            SELECT version, revision, at, digest
            FROM road_state
            WHERE map = $1
            ORDER BY version DESC
            LIMIT 1
            """;

    private static final String NUMBER = """
            INSERT INTO road_state (map, revision, at, in_force, digest)
            VALUES ($1, $2, $3, $4, $5)
            RETURNING version
            """;

    private static final String FIND_STATE = """
            SELECT version, map, revision, at
            FROM road_state
            WHERE version = $1
            """;

    private static final String STANDING_AT = """
            SELECT
            """ + RoadClosureRow.COLUMNS + """
            FROM road_closure c
            WHERE c.entered_rev <= $1
                AND (c.lifted_rev IS NULL OR c.lifted_rev > $1)
                AND (c.until_at IS NULL OR c.until_at > $2)
            ORDER BY c.entered_rev, c.from_at, c.id
            """;

    private final Pool pool;

    public PgRoadClosures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Changes> listChanges(long afterRevision) {
        return pool.preparedQuery(FEW_CHANGES)
                .execute(Tuple.of(afterRevision))
                .compose(rows -> rows.size() <= ROWS_AT_ONCE
                        ? Future.succeededFuture(new ChangesRead().add(rows).changes())
                        : listManyChanges(afterRevision));
    }

    /** After a storm, or at start: still one statement and one snapshot, but row by row. */
    private Future<Changes> listManyChanges(long afterRevision) {
        return pool.withTransaction(tx -> tx.prepare(CHANGES)
                .compose(statement -> read(statement.cursor(Tuple.of(afterRevision)), new ChangesRead())));
    }

    private static Future<Changes> read(Cursor cursor, ChangesRead sofar) {
        return cursor.read(ROWS_AT_ONCE).compose(rows -> {
            sofar.add(rows);
            return cursor.hasMore() ? read(cursor, sofar) : cursor.close().map(closed -> sofar.changes());
        });
    }

    /** Rows of {@link #CHANGES} so far. */
    private static final class ChangesRead {
        private final List<RoadClosure> entered = new ArrayList<>();
        private final Set<UUID> lifted = new HashSet<>();
        private long revision;
        private Instant asOf = Instant.EPOCH;

        ChangesRead add(RowSet<Row> rows) {
            for (Row row : rows) {
                revision = row.getLong("revision");
                asOf = row.getOffsetDateTime("as_of").toInstant();
                UUID id = row.getUUID("id"); // null when nothing has changed
                if (id != null && row.getBoolean("lifted")) {
                    lifted.add(id);
                } else if (id != null) {
                    entered.add(RoadClosureRow.read(row));
                }
            }
            return this;
        }

        Changes changes() {
            return new Changes(revision, asOf, entered, lifted);
        }
    }

    @Override
    public Future<Optional<Long>> number(Found state) {
        return pool.withTransaction(tx -> tx.preparedQuery(TAKE_NUMBER_LOCK)
                .execute(Tuple.of(NUMBER_LOCK))
                .compose(locked -> tx.preparedQuery(NEWEST_STATE).execute(Tuple.of(state.map())))
                .compose(newest ->
                        Rows.first(newest).map(row -> after(row, state, tx)).orElseGet(() -> insert(state, tx))));
    }

    private static Future<Optional<Long>> after(Row newest, Found state, SqlConnection tx) {
        if (state.digest().equals(newest.getString("digest"))) {
            return Future.succeededFuture(Optional.of(newest.getLong("version")));
        }
        long revision = newest.getLong("revision");
        Instant at = newest.getOffsetDateTime("at").toInstant();
        boolean late = state.revision() < revision
                || (state.revision() == revision && state.at().isBefore(at));
        return late ? Future.succeededFuture(Optional.empty()) : insert(state, tx);
    }

    private static Future<Optional<Long>> insert(Found state, SqlConnection tx) {
        return tx.preparedQuery(NUMBER)
                .execute(Tuple.of(
                        state.map(),
                        state.revision(),
                        state.at().atOffset(ZoneOffset.UTC),
                        state.inForce(),
                        state.digest()))
                .map(rows -> Optional.of(rows.iterator().next().getLong("version")));
    }

    @Override
    public Future<Optional<Numbered>> findState(long version) {
        return pool.preparedQuery(FIND_STATE)
                .execute(Tuple.of(version))
                .compose(rows -> Rows.first(rows)
                        .map(state -> pool.preparedQuery(STANDING_AT)
                                .execute(Tuple.of(state.getLong("revision"), state.getOffsetDateTime("at")))
                                .map(standing -> Optional.of(new Numbered(
                                        version,
                                        state.getString("map"),
                                        state.getOffsetDateTime("at").toInstant(),
                                        Rows.list(standing, RoadClosureRow::read)))))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    /** The telling names the first of them: whoever hears it reads the list again. */
    @Override
    public Future<Void> enter(List<RoadClosure> closures, String by) {
        return pool.withTransaction(tx -> revision(tx)
                .compose(revision -> insert(closures, by, revision, tx))
                .compose(done -> tell(closures.get(0).id(), tx)));
    }

    private static Future<Void> insert(List<RoadClosure> closures, String by, long revision, SqlConnection tx) {
        Future<Void> done = Future.succeededFuture();
        for (int i = 0; i < closures.size(); i += ROWS_AT_ONCE) {
            List<RoadClosure> some = closures.subList(i, Math.min(closures.size(), i + ROWS_AT_ONCE));
            done = done.compose(before -> tx.preparedQuery(ENTER)
                    .executeBatch(some.stream()
                            .map(closure -> RoadClosureRow.write(closure, by, revision))
                            .toList())
                    .mapEmpty());
        }
        return done;
    }

    @Override
    public Future<Boolean> lift(UUID id, String by) {
        return pool.withTransaction(tx -> tx.preparedQuery(LIFTABLE)
                .execute(Tuple.of(id))
                .compose(there -> there.size() == 0 ? Future.succeededFuture(false) : lift(id, by, tx)));
    }

    /** Somebody may have been faster since it was looked at: then the revision is spent and nothing else has happened. */
    private static Future<Boolean> lift(UUID id, String by, SqlConnection tx) {
        return revision(tx)
                .compose(revision -> tx.preparedQuery(LIFT).execute(Tuple.of(id, by, revision)))
                .compose(lifted -> lifted.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : tell(id, tx).map(true));
    }

    private static Future<Long> revision(SqlConnection tx) {
        return tx.preparedQuery(NEXT_REVISION)
                .execute()
                .map(rows -> rows.iterator().next().getLong("revision"));
    }

    private static Future<Void> tell(UUID id, SqlConnection tx) {
        return tx.preparedQuery(NOTE_CHANGE)
                .execute(Tuple.of(id.toString()))
                .compose(noted -> tx.preparedQuery(RING).execute(Tuple.of(CHANNEL)))
                .mapEmpty();
    }
}
