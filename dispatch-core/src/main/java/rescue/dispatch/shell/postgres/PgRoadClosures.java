package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadClosures;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.RoadExtent;
import rescue.dispatch.road.VehicleClass;

/** Road closures in PostgreSQL. */
public final class PgRoadClosures implements RoadClosures {

    private static final String IN_FORCE = """
            SELECT id, extent::text AS extent, reason, passable_for, from_at, until_at
            FROM road_closure
            WHERE lifted_at IS NULL AND (until_at IS NULL OR until_at > now())
            ORDER BY from_at, id
            """;

    private static final String ENTER = """
            WITH entered AS (
                INSERT INTO road_closure (id, extent, reason, passable_for, from_at, until_at, entered_by)
                VALUES ($1, $2::text::jsonb, $3, $4, $5, $6, $7)
                RETURNING id)
            INSERT INTO change (kind, subject)
            SELECT 'road-closure', id::text FROM entered
            """;

    private static final String LIFT = """
            WITH lifted AS (
                UPDATE road_closure
                SET lifted_at = now(), lifted_by = $2
                WHERE id = $1 AND lifted_at IS NULL AND (until_at IS NULL OR until_at > now())
                RETURNING id),
            noted AS (
                INSERT INTO change (kind, subject)
                SELECT 'road-closure', id::text FROM lifted)
            SELECT id FROM lifted
            """;

    private final Pool pool;

    public PgRoadClosures(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<RoadClosure>> listInForce() {
        return pool.preparedQuery(IN_FORCE).execute().map(rows -> Rows.list(rows, PgRoadClosures::closure));
    }

    @Override
    public Future<Void> enter(RoadClosure closure, String by) {
        return pool.preparedQuery(ENTER)
                .execute(Tuple.of(
                                closure.id(),
                                IncidentEventJson.write(StoredExtent.of(closure.extent())),
                                closure.reason(),
                                passableFor(closure.effect()).stream()
                                        .map(Enum::name)
                                        .toArray(String[]::new),
                                closure.times().from().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(
                                closure.times().until() == null
                                        ? null
                                        : closure.times().until().atOffset(ZoneOffset.UTC))
                        .addString(by))
                .mapEmpty();
    }

    @Override
    public Future<Boolean> lift(UUID id, String by) {
        return pool.preparedQuery(LIFT).execute(Tuple.of(id, by)).map(rows -> rows.size() == 1);
    }

    private static java.util.Set<VehicleClass> passableFor(RoadEffect effect) {
        return effect instanceof RoadEffect.Closed closed ? closed.passableFor() : java.util.Set.of();
    }

    private static RoadClosure closure(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("until_at");
        return new RoadClosure(
                row.getUUID("id"),
                IncidentEventJson.parse(row.getString("extent"), StoredExtent.class)
                        .extent(),
                row.getString("reason"),
                Arrays.stream(row.getArrayOfStrings("passable_for"))
                        .map(VehicleClass::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getOffsetDateTime("from_at").toInstant(),
                until == null ? null : until.toInstant());
    }

    /** A stretch as stored: by kilometre, or drawn. */
    private record StoredExtent(
            @Nullable String road,
            @Nullable Double fromKm,
            @Nullable Double toKm,
            @Nullable List<LatLon> line) {

        static StoredExtent of(RoadExtent extent) {
            if (extent instanceof RoadExtent.ByKm km) {
                return new StoredExtent(km.road(), km.fromKm(), km.toKm(), null);
            }
            return new StoredExtent(null, null, null, ((RoadExtent.ByLine) extent).points());
        }

        RoadExtent extent() {
            if (line != null) {
                return new RoadExtent.ByLine(line);
            }
            if (road == null || fromKm == null || toKm == null) {
                throw new IllegalStateException("a stored road closure without an extent");
            }
            return new RoadExtent.ByKm(road, fromKm, toKm);
        }
    }
}
