package rescue.deploy.province;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Room;
import rescue.routing.book.CsvRow;
import rescue.routing.book.CsvRows;

/**
 * The registers of a data folder. Every file may be missing: then its list is empty. A row that cannot be used is
 * refused with file, line, column and what to mend ({@link rescue.routing.book.BrokenRow}); nothing is left out silently.
 */
public final class ProvinceFolder {

    /** No house has so many beds of one kind; a larger number is a slip of the pen. */
    private static final int MOST_BEDS = 2_000;

    /** A crew that needs longer than two hours is no crew on call. */
    private static final int MOST_TURNOUT_S = 7_200;

    private static final int MOST_PEOPLE = 50_000_000;

    private static final String EVERY_STATION = "*";

    private static final String SMS_NUMBERS = "sms-numbers.csv";

    /** ITU-T E.164. */
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");

    private final Path folder;

    public ProvinceFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the data folder " + folder + " does not exist");
        }
        this.folder = folder;
    }

    /** Where units wait. */
    public List<StationRow> stations() {
        return read(
                "stations.csv",
                row -> new StationRow(
                        row.text("id"),
                        row.text("name"),
                        row.point("lat", "lon"),
                        row.textOrEmpty("status"),
                        row.textOrEmpty("source")),
                "id",
                "name",
                "lat",
                "lon");
    }

    /** The fleet; every unit waits at a station of this folder. */
    public List<UnitRow> units() {
        Set<String> stations = stations().stream().map(StationRow::id).collect(Collectors.toSet());
        return read(
                "units.csv",
                row -> new UnitRow(
                        row.text("id"),
                        row.text("call_sign"),
                        oneOf(row, "station", stations, "stations.csv"),
                        set(Capability.class, row.each(Capability.class, "capabilities")),
                        row.one(VehicleClass.class, "vehicle"),
                        room(row),
                        row.textOrEmpty("status"),
                        row.textOrEmpty("source")),
                "id",
                "call_sign",
                "station",
                "capabilities",
                "vehicle");
    }

    /** Both cells or none; none for as many as its class usually has. */
    private static @Nullable Room room(CsvRow row) {
        if (row.find("lying").isEmpty() && row.find("sitting").isEmpty()) {
            return null;
        }
        int lying = row.whole("lying", 0, Room.MOST);
        int sitting = row.whole("sitting", 0, Room.MOST);
        if (lying + sitting == 0) {
            throw row.broken("lying", "a unit that carries nobody is no ambulance; leave both cells empty if unknown");
        }
        return new Room(lying, sitting);
    }

    /** The houses that receive patients. */
    public List<HospitalRow> hospitals() {
        return read(
                "hospitals.csv",
                row -> new HospitalRow(
                        row.text("id"),
                        row.text("name"),
                        row.text("level"),
                        row.point("lat", "lon"),
                        set(Service.class, row.each(Service.class, "services")),
                        beds(row),
                        row.find("phone").orElse(null),
                        row.textOrEmpty("status"),
                        row.textOrEmpty("source")),
                "id",
                "name",
                "level",
                "lat",
                "lon",
                "services");
    }

    /** Whether this folder says which telephones count; otherwise somebody else keeps that list. */
    public boolean hasSmsNumbers() {
        return Files.exists(folder.resolve(SMS_NUMBERS));
    }

    /** Telephones whose text messages count as a hospital's own word. */
    public List<SmsNumberRow> smsNumbers() {
        Set<String> hospitals = hospitals().stream().map(HospitalRow::id).collect(Collectors.toSet());
        return read(
                SMS_NUMBERS,
                row -> {
                    String phone = row.text("phone");
                    if (!INTERNATIONAL.matcher(phone).matches()) {
                        throw row.broken("phone", "\"" + phone + "\" is not in international form; write it as +84…");
                    }
                    return new SmsNumberRow(
                            phone, oneOf(row, "hospital_id", hospitals, "hospitals.csv"), row.text("who"));
                },
                "phone",
                "hospital_id",
                "who");
    }

    /** How fast crews turn out, by station and hour of the day. */
    public List<TurnoutRow> turnouts() {
        Set<String> stations = stations().stream().map(StationRow::id).collect(Collectors.toSet());
        stations.add(EVERY_STATION);
        return read(
                "turnout.csv",
                row -> new TurnoutRow(
                        oneOf(row, "station", stations, "stations.csv"),
                        row.whole("from_hour", 0, 23),
                        row.whole("to_hour", row.whole("from_hour", 0, 23) + 1, 24),
                        Duration.ofSeconds(row.whole("turnout_s", 0, MOST_TURNOUT_S)),
                        row.textOrEmpty("source")),
                "station",
                "from_hour",
                "to_hour",
                "turnout_s");
    }

    /** Settlements and peaks; a name may be there more than once. */
    public List<PlaceRow> places() {
        return read(
                "places.csv",
                row -> new PlaceRow(
                        row.text("name"),
                        row.text("kind"),
                        row.point("lat", "lon"),
                        row.textOrEmpty("commune_guess"),
                        row.textOrEmpty("former_district")),
                "name",
                "kind",
                "lat",
                "lon");
    }

    /** The communes. */
    public List<CommuneRow> communes() {
        return read(
                "communes.csv",
                row -> new CommuneRow(
                        row.text("code"),
                        row.text("kind"),
                        row.text("name"),
                        row.point("seat_lat", "seat_lon"),
                        row.textOrEmpty("seat_quality"),
                        row.find("population").isPresent() ? row.whole("population", 0, MOST_PEOPLE) : null,
                        row.textOrEmpty("former_district"),
                        Arrays.stream(row.textOrEmpty("merged_from").split(";"))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty())
                                .toList()),
                "code",
                "kind",
                "name",
                "seat_lat",
                "seat_lon");
    }

    /** Hospitals, clinics, police and fire stations on the map. */
    public List<FacilityRow> facilities() {
        return read(
                "facilities.csv",
                row -> new FacilityRow(
                        row.text("id"),
                        row.text("kind"),
                        row.text("name"),
                        row.point("lat", "lon"),
                        row.textOrEmpty("commune"),
                        row.textOrEmpty("site_quality"),
                        row.textOrEmpty("source")),
                "id",
                "kind",
                "name",
                "lat",
                "lon");
    }

    /** Reads a file if it is there; its first column is unique when it is an id, a code or a telephone. */
    private <T> List<T> read(String name, Function<CsvRow, T> toRow, String... columns) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<CsvRow> rows = CsvRows.read(file, columns);
        if (List.of("id", "code", "phone").contains(columns[0])) {
            refuseTwins(rows, columns[0]);
        }
        return rows.stream().map(toRow).toList();
    }

    private static void refuseTwins(List<CsvRow> rows, String key) {
        Set<String> seen = new HashSet<>();
        for (CsvRow row : rows) {
            if (!seen.add(row.text(key))) {
                throw row.broken(key, "\"" + row.text(key) + "\" is there twice; give each row its own");
            }
        }
    }

    private static String oneOf(CsvRow row, String column, Set<String> known, String file) {
        String id = row.text(column);
        if (!known.contains(id)) {
            throw row.broken(column, "\"" + id + "\" is not in " + file + "; add it there or mend it here");
        }
        return id;
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> constants, List<E> words) {
        Set<E> set = EnumSet.noneOf(constants);
        set.addAll(words);
        return set;
    }

    /** Columns {@code beds_EMERGENCY}, {@code beds_ICU} and so on. */
    private static Map<BedKind, Integer> beds(CsvRow row) {
        Map<BedKind, Integer> beds = new EnumMap<>(BedKind.class);
        for (BedKind kind : BedKind.values()) {
            String column = "beds_" + kind;
            if (row.find(column).isPresent()) {
                beds.put(kind, row.whole(column, 0, MOST_BEDS));
            }
        }
        return beds;
    }
}
