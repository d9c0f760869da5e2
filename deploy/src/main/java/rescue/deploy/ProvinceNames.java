package rescue.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.deploy.province.CommuneRow;
import rescue.deploy.province.FacilityRow;
import rescue.deploy.province.PlaceRow;
import rescue.deploy.province.ProvinceFolder;
import rescue.dispatch.road.WatchedPlace;
import rescue.dispatch.shell.gazetteer.NamedPlace;
import rescue.dispatch.shell.gazetteer.PlaceKind;

/** Every name that the province's folder knows, as entries of the gazetteer. */
final class ProvinceNames {

    /** The words of {@code places.csv}; a word that is not here names a peak, a pass, a locality. */
    private static final Map<String, PlaceKind> KINDS = Map.of(
            "city", PlaceKind.CITY,
            "town", PlaceKind.TOWN,
            "village", PlaceKind.VILLAGE,
            "hamlet", PlaceKind.HAMLET,
            "neighbourhood", PlaceKind.NEIGHBOURHOOD,
            "quarter", PlaceKind.NEIGHBOURHOOD,
            "suburb", PlaceKind.NEIGHBOURHOOD);

    private ProvinceNames() {}

    static List<NamedPlace> list(ProvinceFolder province) {
        List<CommuneRow> communes = province.communes();
        Map<String, CommuneRow> byCode = communes.stream().collect(Collectors.toMap(CommuneRow::code, row -> row));
        List<NamedPlace> names = new ArrayList<>();
        communes.forEach(row -> names.add(commune(row)));
        province.places().forEach(row -> names.add(place(row, Optional.ofNullable(byCode.get(row.communeGuess())))));
        province.facilities().forEach(row -> names.add(facility(row)));
        return names;
    }

    /** Where each commune has its office: the place by which it is said to be reached. */
    static List<WatchedPlace> listSeats(ProvinceFolder province) {
        return province.communes().stream()
                .map(row -> new WatchedPlace(WatchedPlace.Kind.COMMUNE, row.code(), row.name(), row.seat()))
                .toList();
    }

    private static NamedPlace commune(CommuneRow row) {
        return new NamedPlace(
                row.name(), row.formerNames(), PlaceKind.COMMUNE, row.seat(), row.name(), known(row.formerDistrict()));
    }

    private static NamedPlace place(PlaceRow row, Optional<CommuneRow> commune) {
        return new NamedPlace(
                row.name(),
                List.of(),
                KINDS.getOrDefault(row.kind(), PlaceKind.OTHER),
                row.at(),
                commune.map(CommuneRow::name).orElse(null),
                known(row.formerDistrict()));
    }

    private static NamedPlace facility(FacilityRow row) {
        return new NamedPlace(row.name(), List.of(), PlaceKind.FACILITY, row.at(), known(row.commune()), null);
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
