package rescue.deploy.province;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Room;
import rescue.routing.book.BrokenRow;

class ProvinceFolderTest {

    private static final Path LAI_CHAU = Path.of("../maps/laichau");
    private static final Path MUONG_TE = Path.of("../maps/examples/muongte");

    private static final String STATIONS = """
            id,name,lat,lon,status,source
            S1,Trạm một,22.10,103.10,assumed,test
            """;
    private static final String UNITS = """
            id,call_sign,station,capabilities,vehicle,lying,sitting
            U1,Một,S1,BLS;ALS,AMBULANCE,2,4
            U2,Hai,S1,BLS,FOUR_BY_FOUR,,
            """;
    private static final String HOSPITALS = """
            id,name,level,lat,lon,services,beds_EMERGENCY,beds_ICU,phone
            H1,Bệnh viện,province,22.20,103.20,CT;ICU,6,,
            """;
    private static final String TURNOUT = """
            station,from_hour,to_hour,turnout_s
            *,0,24,150
            """;

    @TempDir
    private Path folder;

    @Test
    void the_province_has_its_registers() {
        var province = new ProvinceFolder(LAI_CHAU);

        assertEquals(10, province.stations().size());
        assertEquals(16, province.units().size());
        assertEquals(12, province.hospitals().size());
        assertEquals(38, province.communes().size());
        assertEquals(649, province.places().size());
        assertEquals(24, province.facilities().size());
        assertEquals(6, province.turnouts().size());
        assertEquals(2, province.smsNumbers().size());
    }

    @Test
    void a_telephone_speaks_for_a_hospital_that_there_is_and_is_written_in_full() throws IOException {
        Files.writeString(folder.resolve("hospitals.csv"), HOSPITALS);
        var province = new ProvinceFolder(folder);
        assertFalse(province.hasSmsNumbers());
        for (String row : List.of("0912345678,H1,x", "+84912345678,H9,x", "+84912345678,H1,x\n+84912345678,H1,y")) {
            Files.writeString(folder.resolve("sms-numbers.csv"), "phone,hospital_id,who\n" + row + "\n");
            assertThrows(BrokenRow.class, province::smsNumbers, row);
        }
        Files.writeString(folder.resolve("sms-numbers.csv"), "phone,hospital_id,who\n+84912345678,H1,trực H1\n");
        assertEquals(List.of(new SmsNumberRow("+84912345678", "H1", "trực H1")), province.smsNumbers());
    }

    @Test
    void every_station_of_the_province_has_a_unit() {
        var province = new ProvinceFolder(LAI_CHAU);

        for (StationRow station : province.stations()) {
            assertTrue(
                    province.units().stream().anyMatch(unit -> unit.station().equals(station.id())),
                    () -> station.name() + " has no unit");
        }
    }

    @Test
    void nobody_has_confirmed_stations_units_beds_or_telephones_and_the_rows_say_so() {
        var province = new ProvinceFolder(LAI_CHAU);

        Stream.of(
                        province.stations().stream().map(StationRow::status),
                        province.units().stream().map(UnitRow::status),
                        province.hospitals().stream().map(HospitalRow::status))
                .flatMap(status -> status)
                .forEach(status -> assertEquals("assumed", status));
        province.hospitals().forEach(hospital -> assertNull(hospital.phone(), hospital.name()));
        assertTrue(province.turnouts().stream().allMatch(row -> row.source().startsWith("assumed")));
    }

    @Test
    void a_folder_with_three_small_files_is_enough() {
        var province = new ProvinceFolder(MUONG_TE);

        assertEquals(2, province.stations().size());
        assertEquals(3, province.units().size());
        assertEquals(2, province.hospitals().size());
        assertEquals(List.of(), province.turnouts());
        assertEquals(List.of(), province.communes());
        assertEquals(List.of(), province.places());
        assertEquals(List.of(), province.facilities());
    }

    @Test
    void an_empty_folder_is_an_empty_province() {
        assertEquals(List.of(), new ProvinceFolder(folder).units());
    }

    @Test
    void a_unit_is_read_with_its_crew_and_vehicle() throws IOException {
        write(UNITS);

        UnitRow unit = new ProvinceFolder(folder).units().get(0);

        assertEquals("Một", unit.callSign());
        assertEquals(Set.of(Capability.BLS, Capability.ALS), unit.capabilities());
        assertEquals(VehicleClass.AMBULANCE, unit.vehicle());
        assertEquals(new Room(2, 4), unit.room());
        assertNull(new ProvinceFolder(folder).units().get(1).room(), "as many as its class usually has");
    }

    @Test
    void a_kind_of_bed_that_is_not_given_is_not_known() throws IOException {
        write(HOSPITALS);

        assertEquals(
                Map.of(BedKind.EMERGENCY, 6),
                new ProvinceFolder(folder).hospitals().get(0).beds());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a station nobody knows        | U1,Một,S1      | U1,Một,S9    | units.csv, line 2, column station: "S9" is not in stations.csv
            two units of one id           | U2,Hai         | U1,Hai       | units.csv, line 3, column id: "U1" is there twice
            a capability nobody has       | BLS;ALS        | BLS;MAGIC    | column capabilities: "MAGIC" is none of [BLS, ALS
            a vehicle of another kind     | FOUR_BY_FOUR   | BICYCLE      | column vehicle: "BICYCLE" is none of [AMBULANCE
            a vehicle for nobody          | 2,4            | 0,0          | column lying: a unit that carries nobody is no ambulance
            room for half of it           | 2,4            | 2,           | column sitting: it is empty
            a coach                       | 2,4            | 2,45         | column sitting: "45" is not within 0.0..20.0
            no call sign                  | U2,Hai         | U2,          | column call_sign: it is empty
            a service nobody offers       | CT;ICU         | CT;SPA       | hospitals.csv, line 2, column services: "SPA" is none of
            half a bed                    | CT;ICU,6       | CT;ICU,6.5   | column beds_EMERGENCY: "6.5" is no whole number
            fewer beds than none          | CT;ICU,6       | CT;ICU,-1    | column beds_EMERGENCY: "-1" is not within 0.0..2000.0
            a house at no place           | 22.20,103.20   | 0,0          | hospitals.csv, line 2, column lat: (0, 0) is where
            a column that is not there    | level          | niveau       | hospitals.csv: the header line lacks the column level
            an hour that ends too early   | *,0,24         | *,7,7        | turnout.csv, line 2, column to_hour: "7" is not within 8.0..24.0
            a crew that sleeps all day    | 24,150         | 24,90000     | column turnout_s: "90000" is not within 0.0..7200.0
            """)
    void refuses(String story, String old, String replacement, String sentence) throws IOException {
        write(UNITS, HOSPITALS, TURNOUT, old, replacement);
        var province = new ProvinceFolder(folder);

        String message = assertThrows(BrokenRow.class, () -> {
                    province.units();
                    province.hospitals();
                    province.turnouts();
                })
                .getMessage();

        assertTrue(message.contains(sentence), message);
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new ProvinceFolder(folder.resolve("nowhere")));
    }

    private void write(String file) throws IOException {
        Files.writeString(folder.resolve("stations.csv"), STATIONS);
        Files.writeString(folder.resolve(file.startsWith("id,call_sign") ? "units.csv" : "hospitals.csv"), file);
    }

    private void write(String units, String hospitals, String turnout, String old, String replacement)
            throws IOException {
        Files.writeString(folder.resolve("stations.csv"), STATIONS);
        Files.writeString(folder.resolve("units.csv"), units.replace(old, replacement));
        Files.writeString(folder.resolve("hospitals.csv"), hospitals.replace(old, replacement));
        Files.writeString(folder.resolve("turnout.csv"), turnout.replace(old, replacement));
    }
}
