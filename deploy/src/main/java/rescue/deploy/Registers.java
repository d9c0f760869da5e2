package rescue.deploy;

import io.vertx.core.Future;
import java.time.ZoneId;
import java.util.List;
import rescue.deploy.province.ProvinceFolder;
import rescue.deploy.province.TurnoutRow;
import rescue.dispatch.shell.postgres.PgRegisters;

/** The province's folder, entered into the registers. Entering the same again changes nothing; nothing is removed. */
final class Registers {

    private Registers() {}

    static Future<Void> enter(PgRegisters registers, ProvinceFolder province, ZoneId zone) {
        List<TurnoutRow> turnouts = province.turnouts();
        return registers
                .putStations(province.stations().stream()
                        .map(row -> Turnouts.station(row, turnouts, zone))
                        .toList())
                .compose(done -> registers.putUnits(
                        province.units().stream().map(Registers::unit).toList()))
                .compose(done -> registers.putHospitals(
                        province.hospitals().stream().map(Registers::hospital).toList()));
    }

    /** A unit's tracking device answers to the unit's own id. */
    private static PgRegisters.UnitRow unit(rescue.deploy.province.UnitRow row) {
        return new PgRegisters.UnitRow(
                row.id(), row.callSign(), row.station(), row.capabilities(), row.vehicle(), row.id(), row.room());
    }

    private static PgRegisters.HospitalRow hospital(rescue.deploy.province.HospitalRow row) {
        return new PgRegisters.HospitalRow(
                row.id(), row.name(), row.level(), row.at(), row.phone(), row.services(), row.beds());
    }
}
