package rescue.deploy.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import rescue.deploy.province.HospitalRow;
import rescue.deploy.province.UnitRow;
import rescue.dispatch.unit.Station;

/**
 * Stations, units and hospitals as a province's folder has them, entered into the registers. Entering the same again
 * changes nothing; what is not in the folder any more stays, because incidents speak of it.
 */
public final class PgRegisters {

    private static final String UPSERT_STATION = """
            INSERT INTO station (id, name, lat, lon, turnout_s)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, lat = excluded.lat, lon = excluded.lon, turnout_s = excluded.turnout_s
            """;

    /** Duty and position are the unit's own business; its tracking device answers to the unit's id at first. */
    private static final String UPSERT_UNIT = """
            INSERT INTO unit (id, call_sign, station_id, capabilities, vehicle, device_id)
            VALUES ($1, $2, $3, $4, $5, $1)
            ON CONFLICT (id) DO UPDATE
            SET call_sign = excluded.call_sign, station_id = excluded.station_id,
                capabilities = excluded.capabilities, vehicle = excluded.vehicle
            """;

    /** Who says so, until the hospital itself has said something. */
    private static final String REPORTER = "register";

    /** What a hospital has reported is not overwritten; the register's own figures are confirmed anew. */
    private static final String UPSERT_HOSPITAL = """
            INSERT INTO hospital (id, name, level, lat, lon, phone, services, as_of, reporter)
            VALUES ($1, $2, $3, $4, $5, $6, $7, now(), $8)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, level = excluded.level, lat = excluded.lat, lon = excluded.lon,
                phone = excluded.phone,
                services = CASE WHEN hospital.reporter = $8 THEN excluded.services ELSE hospital.services END,
                as_of = CASE WHEN hospital.reporter = $8 THEN excluded.as_of ELSE hospital.as_of END
            """;

    private static final String INSERT_BEDS = """
            INSERT INTO hospital_bed (hospital_id, kind, reported)
            VALUES ($1, $2, $3)
            ON CONFLICT (hospital_id, kind) DO NOTHING
            """;

    private final Pool pool;

    public PgRegisters(Pool pool) {
        this.pool = pool;
    }

    /** All of it, or nothing. */
    public Future<Void> enter(List<Station> stations, List<UnitRow> units, List<HospitalRow> hospitals) {
        return pool.withTransaction(tx -> run(
                        tx,
                        UPSERT_STATION,
                        stations.stream().map(PgRegisters::station).toList())
                .compose(done -> run(
                        tx, UPSERT_UNIT, units.stream().map(PgRegisters::unit).toList()))
                .compose(done -> run(
                        tx,
                        UPSERT_HOSPITAL,
                        hospitals.stream().map(PgRegisters::hospital).toList()))
                .compose(done -> run(
                        tx,
                        INSERT_BEDS,
                        hospitals.stream().flatMap(row -> beds(row).stream()).toList())));
    }

    private static Future<Void> run(SqlConnection tx, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : tx.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }

    private static Tuple station(Station station) {
        return Tuple.of(
                station.id(), station.name(), station.at().lat(), station.at().lon(), (int)
                        station.turnout().toSeconds());
    }

    private static Tuple unit(UnitRow unit) {
        return Tuple.of(
                unit.id(),
                unit.callSign(),
                unit.station(),
                unit.capabilities().stream().map(Enum::name).sorted().toArray(String[]::new),
                unit.vehicle().name());
    }

    private static Tuple hospital(HospitalRow hospital) {
        return Tuple.of(
                hospital.id(),
                hospital.name(),
                hospital.level(),
                hospital.at().lat(),
                hospital.at().lon(),
                hospital.phone(),
                hospital.services().stream().map(Enum::name).sorted().toArray(String[]::new),
                REPORTER);
    }

    private static List<Tuple> beds(HospitalRow hospital) {
        return hospital.beds().entrySet().stream()
                .map(bed -> Tuple.of(hospital.id(), bed.getKey().name(), bed.getValue()))
                .collect(Collectors.toList());
    }
}
