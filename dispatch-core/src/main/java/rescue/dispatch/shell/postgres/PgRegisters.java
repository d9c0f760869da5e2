package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Room;
import rescue.dispatch.unit.Station;
import rescue.dispatch.unit.Turnout;

/** The registers: stations, units, hospitals. Plain create-or-update; what happened to them lives elsewhere. */
public final class PgRegisters {

    private static final String PUT_STATION = """
            INSERT INTO station (id, name, lat, lon, turnout_s, turnout_by_hour, turnout_zone)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, lat = excluded.lat, lon = excluded.lon, turnout_s = excluded.turnout_s,
                turnout_by_hour = excluded.turnout_by_hour, turnout_zone = excluded.turnout_zone
            """;

    private static final String PUT_UNIT = """
            INSERT INTO unit (id, call_sign, station_id, capabilities, vehicle, device_id, lying, sitting)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE
            SET call_sign = excluded.call_sign, station_id = excluded.station_id,
                capabilities = excluded.capabilities, vehicle = excluded.vehicle, device_id = excluded.device_id,
                lying = excluded.lying, sitting = excluded.sitting
            """;

    /** What a hospital has said itself is never overwritten by the register. */
    private static final String PUT_HOSPITAL = """
            INSERT INTO hospital (id, name, level, lat, lon, phone, services)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, level = excluded.level, lat = excluded.lat, lon = excluded.lon,
                phone = excluded.phone,
                services = CASE WHEN hospital.as_of IS NULL THEN excluded.services ELSE hospital.services END
            """;

    private static final String PUT_BEDS = """
            INSERT INTO hospital_bed (hospital_id, kind, reported)
            VALUES ($1, $2, $3)
            ON CONFLICT (hospital_id, kind) DO NOTHING
            """;

    private static final String PREPARE_AVL_DAYS = """
            SELECT prepare_avl_days($1)
            """;

    /**
     * A unit of the register.
     *
     * @param deviceId what its tracking device calls itself; null when it has none
     * @param room for how many patients at once; null for as many as its class usually has
     */
    public record UnitRow(
            String id,
            String callSign,
            String stationId,
            Set<Capability> capabilities,
            VehicleClass vehicle,
            @Nullable String deviceId,
            @Nullable Room room) {

        /** One with as much room as its class usually has. */
        public UnitRow(
                String id,
                String callSign,
                String stationId,
                Set<Capability> capabilities,
                VehicleClass vehicle,
                @Nullable String deviceId) {
            this(id, callSign, stationId, capabilities, vehicle, deviceId, null);
        }
    }

    /**
     * A hospital of the register.
     *
     * @param beds a first guess, until the hospital says it itself
     */
    public record HospitalRow(
            String id,
            String name,
            String level,
            LatLon at,
            @Nullable String phone,
            Set<Service> services,
            Map<BedKind, Integer> beds) {}

    private final Pool pool;

    public PgRegisters(Pool pool) {
        this.pool = pool;
    }

    public Future<Void> putStations(List<Station> stations) {
        return batch(PUT_STATION, stations.stream().map(PgRegisters::tuple).toList());
    }

    public Future<Void> putUnits(List<UnitRow> units) {
        return batch(PUT_UNIT, units.stream().map(PgRegisters::tuple).toList());
    }

    public Future<Void> putHospitals(List<HospitalRow> hospitals) {
        List<Tuple> beds = hospitals.stream()
                .flatMap(hospital -> hospital.beds().entrySet().stream()
                        .map(bed -> Tuple.of(hospital.id(), bed.getKey().name(), bed.getValue())))
                .toList();
        return batch(PUT_HOSPITAL, hospitals.stream().map(PgRegisters::tuple).toList())
                .compose(done -> batch(PUT_BEDS, beds));
    }

    /** Makes room for the positions of the coming days; to be called again before they are over. */
    public Future<Void> prepareAvlDays(int days) {
        return pool.preparedQuery(PREPARE_AVL_DAYS).execute(Tuple.of(days)).mapEmpty();
    }

    private static Tuple tuple(UnitRow unit) {
        Room room = unit.room();
        return Tuple.of(
                        unit.id(),
                        unit.callSign(),
                        unit.stationId(),
                        names(unit.capabilities()),
                        unit.vehicle().name(),
                        unit.deviceId())
                .addInteger(room == null ? null : room.lying())
                .addInteger(room == null ? null : room.sitting());
    }

    private static Tuple tuple(Station station) {
        Turnout turnout = station.turnout();
        return Tuple.of(
                        station.id(),
                        station.name(),
                        station.at().lat(),
                        station.at().lon(),
                        (int) turnout.longest().toSeconds())
                .addArrayOfInteger(turnout.secondsByHour().toArray(Integer[]::new))
                .addString(turnout.zone().getId());
    }

    private static Tuple tuple(HospitalRow hospital) {
        return Tuple.of(
                        hospital.id(),
                        hospital.name(),
                        hospital.level(),
                        hospital.at().lat(),
                        hospital.at().lon(),
                        hospital.phone())
                .addArrayOfString(names(hospital.services()));
    }

    private Future<Void> batch(String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : pool.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
