package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.UnitBoard;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Room;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;
import rescue.dispatch.unit.Unit;
import rescue.dispatch.unit.UnitStatus;

/** The units in PostgreSQL, each with its station, its newest fix and the assignment that has claimed it. */
public final class PgUnitBoard implements UnitBoard {

    private static final String UNITS = """
            SELECT u.id, u.call_sign, u.capabilities, u.vehicle, u.lying, u.sitting, u.on_duty,
                   u.fix_lat, u.fix_lon, u.fix_at, u.fix_speed_mps, u.fix_heading, u.fix_accuracy_m,
                   s.id AS station_id, s.name AS station_name, s.lat, s.lon,
                   s.turnout_s, s.turnout_by_hour, s.turnout_zone,
                   a.id AS assignment_id, a.status
            FROM unit u
            JOIN station s ON s.id = u.station_id
            LEFT JOIN assignment a ON a.unit_id = u.id AND a.active
            """;

    private static final String ALL_UNITS = UNITS + "ORDER BY u.call_sign";

    private static final String ONE_UNIT = UNITS + "WHERE u.id = $1";

    /**
     * The newest fix wins, whenever it arrives; one row comes back for a unit that exists. The age stands in the WHERE, as
     * only that is looked at again after waiting for another fix of the same unit.
     */
    private static final String MOVE_UNIT = """
            WITH moved AS (
                UPDATE unit
                SET fix_lat = $3, fix_lon = $4, fix_at = $2, fix_speed_mps = $5, fix_heading = $6, fix_accuracy_m = $7
                WHERE id = $1 AND coalesce(fix_at < $2, true))
            SELECT id FROM unit WHERE id = $1
            """;

    private static final String KEEP_FIX = """
            INSERT INTO avl_fix (unit_id, fixed_at, lat, lon, speed_mps, heading, accuracy_m)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;

    private static final String EXISTS = """
            SELECT 1 FROM unit WHERE id = $1
            """;

    private static final String SET_ON_DUTY = """
            WITH changed AS (
                UPDATE unit
                SET on_duty = $2
                WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM assignment WHERE unit_id = $1 AND active)
                RETURNING id),
            noted AS (
                INSERT INTO change (kind, subject, unit_ids)
                SELECT 'unit', id, ARRAY[id] FROM changed)
            SELECT id FROM changed
            """;

    private static final String BY_DEVICE = """
            SELECT id FROM unit WHERE device_id = $1
            """;

    private final Pool pool;

    public PgUnitBoard(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<Unit>> list() {
        return pool.preparedQuery(ALL_UNITS).execute().map(rows -> Rows.list(rows, PgUnitBoard::unit));
    }

    @Override
    public Future<Optional<Unit>> find(String unitId) {
        return pool.preparedQuery(ONE_UNIT)
                .execute(Tuple.of(unitId))
                .map(rows -> Rows.first(rows).map(PgUnitBoard::unit));
    }

    @Override
    public Future<Boolean> track(String unitId, List<AvlFix> fixes) {
        Optional<AvlFix> newest = fixes.stream().max(Comparator.comparing(AvlFix::fixedAt));
        if (newest.isEmpty()) {
            return pool.preparedQuery(EXISTS).execute(Tuple.of(unitId)).map(rows -> rows.size() == 1);
        }
        return pool.withTransaction(tx -> tx.preparedQuery(MOVE_UNIT)
                .execute(tuple(unitId, newest.get()))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(false)
                        : tx.preparedQuery(KEEP_FIX)
                                .executeBatch(fixes.stream()
                                        .map(fix -> tuple(unitId, fix))
                                        .toList())
                                .map(true)));
    }

    @Override
    public Future<Boolean> setOnDuty(String unitId, boolean onDuty) {
        return pool.preparedQuery(SET_ON_DUTY).execute(Tuple.of(unitId, onDuty)).map(rows -> rows.size() == 1);
    }

    @Override
    public Future<Optional<String>> findByDevice(String deviceId) {
        return pool.preparedQuery(BY_DEVICE)
                .execute(Tuple.of(deviceId))
                .map(rows -> Rows.first(rows).map(row -> row.getString("id")));
    }

    private static Tuple tuple(String unitId, AvlFix fix) {
        return Tuple.of(
                        unitId,
                        fix.fixedAt().atOffset(ZoneOffset.UTC),
                        fix.at().lat(),
                        fix.at().lon(),
                        fix.speedMps(),
                        fix.headingDeg())
                .addDouble(fix.accuracyM());
    }

    private static Unit unit(Row row) {
        Station station = new Station(
                row.getString("station_id"),
                row.getString("station_name"),
                new LatLon(row.getDouble("lat"), row.getDouble("lon")),
                turnout(row));
        return new Unit(
                row.getString("id"),
                row.getString("call_sign"),
                station,
                capabilities(row),
                VehicleClass.valueOf(row.getString("vehicle")),
                status(row),
                fix(row),
                row.getUUID("assignment_id"),
                room(row));
    }

    private static Room room(Row row) {
        Integer lying = row.getInteger("lying");
        Integer sitting = row.getInteger("sitting");
        return lying == null || sitting == null
                ? Room.usual(VehicleClass.valueOf(row.getString("vehicle")))
                : new Room(lying, sitting);
    }

    /** A station entered before the hours were kept has one figure, the longest, for all of them. */
    private static Turnout turnout(Row row) {
        Integer[] byHour = row.getArrayOfIntegers("turnout_by_hour");
        return byHour == null
                ? Turnout.always(Duration.ofSeconds(row.getInteger("turnout_s")))
                : new Turnout(List.of(byHour), ZoneId.of(row.getString("turnout_zone")));
    }

    private static Set<Capability> capabilities(Row row) {
        return Arrays.stream(row.getArrayOfStrings("capabilities"))
                .map(Capability::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UnitStatus status(Row row) {
        String assignment = row.getString("status");
        if (assignment != null) {
            return AssignmentStatus.valueOf(assignment).unitStatus();
        }
        return row.getBoolean("on_duty") ? UnitStatus.AVAILABLE : UnitStatus.OUT_OF_SERVICE;
    }

    private static @Nullable AvlFix fix(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("fix_at");
        if (at == null) {
            return null;
        }
        return new AvlFix(
                new LatLon(row.getDouble("fix_lat"), row.getDouble("fix_lon")),
                at.toInstant(),
                row.getDouble("fix_speed_mps"),
                row.getDouble("fix_heading"),
                row.getDouble("fix_accuracy_m"));
    }
}
