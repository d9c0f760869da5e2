package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.CutOffBoard;
import rescue.dispatch.road.CutOffPlace;
import rescue.dispatch.road.WatchedPlace;

/** The cut-off places in PostgreSQL: the newest state of the roads counts, whichever node looked at it. */
public final class PgCutOffBoard implements CutOffBoard {

    private static final String LIST = """
            SELECT kind, place_id, name, lat, lon, since, because
            FROM cut_off_place
            WHERE kind <> 'SCENE'
               OR EXISTS (SELECT FROM incident i WHERE i.id::text = place_id AND i.status = 'OPEN')
            ORDER BY kind, name, place_id
            """;

    /** No row comes back when this state, or a newer one, has been looked at. */
    private static final String MOVE_ON = """
            UPDATE cut_off_state
            SET roads_version = $1
            WHERE roads_version < $1
            RETURNING roads_version
            """;

    private static final String REACHED_AGAIN = """
            DELETE FROM cut_off_place
            WHERE NOT EXISTS (
                SELECT FROM unnest($1::text[], $2::text[]) AS still (kind, place_id)
                WHERE still.kind = cut_off_place.kind AND still.place_id = cut_off_place.place_id)
            """;

    private static final String CUT_OFF = """
            INSERT INTO cut_off_place (kind, place_id, name, lat, lon, since, because)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (kind, place_id) DO NOTHING
            """;

    private static final String TELL = """
            INSERT INTO change (kind, subject)
            VALUES ('cut-off', $1)
            """;

    private final Pool pool;

    public PgCutOffBoard(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<CutOffPlace>> list() {
        return pool.preparedQuery(LIST).execute().map(rows -> Rows.list(rows, PgCutOffBoard::place));
    }

    @Override
    public Future<Void> replace(long roadsVersion, List<WatchedPlace> cutOff, List<UUID> because, Instant at) {
        return pool.withTransaction(tx -> tx.preparedQuery(MOVE_ON)
                .execute(Tuple.of(roadsVersion))
                .compose(moved ->
                        moved.size() == 1 ? change(tx, roadsVersion, cutOff, because, at) : Future.succeededFuture()));
    }

    private static Future<Void> change(
            SqlConnection tx, long roadsVersion, List<WatchedPlace> cutOff, List<UUID> because, Instant at) {
        Tuple still = Tuple.tuple()
                .addArrayOfString(
                        cutOff.stream().map(place -> place.kind().name()).toArray(String[]::new))
                .addArrayOfString(cutOff.stream().map(WatchedPlace::id).toArray(String[]::new));
        return tx.preparedQuery(REACHED_AGAIN)
                .execute(still)
                .compose(gone -> insert(tx, cutOff, because, at).map(added -> gone.rowCount() + added))
                .compose(changes -> changes == 0
                        ? Future.succeededFuture()
                        : tx.preparedQuery(TELL)
                                .execute(Tuple.of(String.valueOf(roadsVersion)))
                                .mapEmpty());
    }

    /** How many are new. */
    private static Future<Integer> insert(SqlConnection tx, List<WatchedPlace> cutOff, List<UUID> because, Instant at) {
        Future<Integer> added = Future.succeededFuture(0);
        for (WatchedPlace place : cutOff) {
            Tuple row = Tuple.of(
                            place.kind().name(),
                            place.id(),
                            place.name(),
                            place.at().lat(),
                            place.at().lon(),
                            at.atOffset(ZoneOffset.UTC))
                    .addArrayOfUUID(because.toArray(UUID[]::new));
            added = added.compose(
                    sofar -> tx.preparedQuery(CUT_OFF).execute(row).map(rows -> sofar + rows.rowCount()));
        }
        return added;
    }

    private static CutOffPlace place(Row row) {
        OffsetDateTime since = row.getOffsetDateTime("since");
        return new CutOffPlace(
                new WatchedPlace(
                        WatchedPlace.Kind.valueOf(row.getString("kind")),
                        row.getString("place_id"),
                        row.getString("name"),
                        new LatLon(row.getDouble("lat"), row.getDouble("lon"))),
                since.toInstant(),
                List.of(row.getArrayOfUUIDs("because")));
    }
}
