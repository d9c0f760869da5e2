package rescue.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.BrokenRow;
import rescue.routing.book.CsvRow;
import rescue.routing.book.CsvRows;
import rescue.routing.estimate.Box;
import rescue.routing.tiles.DrawnRoads;
import rescue.routing.tiles.MapPlace;

/** What a province's data folder names on the map, beside the roads. */
final class NamedPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(NamedPlaces.class);

    private NamedPlaces() {}

    /** A province's own name for a place and the map's are one place when they are no farther apart. */
    private static final double SAME_PLACE_M = 3_000;

    /** Everything with a name; a table that is broken is left out with a warning, for a road without names is still one. */
    static List<MapPlace> read(Path dataFolder) {
        List<MapPlace> places = new ArrayList<>();
        Path communes = dataFolder.resolve("communes.csv");
        places.addAll(orNone(() -> communes(communes)));
        places.addAll(orNone(() -> formerDistricts(communes)));
        places.addAll(orNone(() -> places(dataFolder.resolve("places.csv"), row -> row.text("kind"))));
        places.addAll(orNone(() -> places(dataFolder.resolve("facilities.csv"), row -> row.text("kind"))));
        places.addAll(
                unlessThere(places, orNone(() -> places(dataFolder.resolve("hospitals.csv"), row -> "hospital"))));
        return places;
    }

    /** The province's own places, and those of the map that it does not have. */
    static List<MapPlace> with(List<MapPlace> own, List<MapPlace> ofMap) {
        List<MapPlace> all = new ArrayList<>(own);
        all.addAll(unlessThere(own, ofMap));
        return all;
    }

    private static List<MapPlace> unlessThere(List<MapPlace> there, List<MapPlace> more) {
        Map<String, List<MapPlace>> byName = there.stream()
                .filter(place ->
                        !place.kind().equals(MapPlace.COMMUNE) && !place.kind().equals(MapPlace.DISTRICT))
                .collect(Collectors.groupingBy(NamedPlaces::key));
        return more.stream()
                .filter(place -> byName.getOrDefault(key(place), List.of()).stream()
                        .noneMatch(same -> same.at().distanceM(place.at()) < SAME_PLACE_M))
                .toList();
    }

    private static String key(MapPlace place) {
        return place.name().toLowerCase(Locale.ROOT);
    }

    private static List<MapPlace> orNone(Supplier<List<MapPlace>> table) {
        try {
            return table.get();
        } catch (BrokenRow broken) {
            LOG.warn("names are missing on the map: {}", broken.getMessage());
            return List.of();
        }
    }

    private static List<CsvRow> rows(Path file, String... columns) {
        return Files.isRegularFile(file) ? CsvRows.read(file, columns) : List.of();
    }

    private static List<MapPlace> communes(Path file) {
        return rows(file, "name", "seat_lat", "seat_lon").stream()
                .map(row -> new MapPlace(row.text("name"), MapPlace.COMMUNE, row.point("seat_lat", "seat_lon")))
                .toList();
    }

    /** In the middle of the seats of the communes that it was: nobody draws its border any more. */
    private static List<MapPlace> formerDistricts(Path file) {
        Map<String, List<LatLon>> seats = new TreeMap<>();
        rows(file, "seat_lat", "seat_lon")
                .forEach(row -> row.find("former_district")
                        .ifPresent(name -> seats.computeIfAbsent(name, district -> new ArrayList<>())
                                .add(row.point("seat_lat", "seat_lon"))));
        return seats.entrySet().stream()
                .map(district -> new MapPlace(district.getKey(), MapPlace.DISTRICT, middle(district.getValue())))
                .toList();
    }

    private static LatLon middle(List<LatLon> points) {
        return new LatLon(
                points.stream().mapToDouble(LatLon::lat).average().orElseThrow(),
                points.stream().mapToDouble(LatLon::lon).average().orElseThrow());
    }

    private static List<MapPlace> places(Path file, Function<CsvRow, String> kind) {
        return rows(file, "name", "lat", "lon").stream()
                .map(row -> new MapPlace(row.text("name"), kind.apply(row), row.point("lat", "lon")))
                .toList();
    }

    /** A map without roads, as wide as the places on it: what is drawn until there is one with roads. */
    record Roadless(Box box) implements DrawnRoads {

        /** With no place at all, the world as web maps draw it. */
        private static final Box WORLD = new Box(-85, -180, 85, 180);

        static Roadless around(List<MapPlace> places, List<LatLon> stations) {
            List<LatLon> all = new ArrayList<>(stations);
            places.forEach(place -> all.add(place.at()));
            Box box = Box.around(all);
            return new Roadless(box.isNowhere() ? WORLD : box);
        }

        @Override
        public int count() {
            return 0;
        }

        @Override
        public List<LatLon> line(int road) {
            throw noRoad(road);
        }

        @Override
        public String roadClass(int road) {
            throw noRoad(road);
        }

        @Override
        public Optional<String> ref(int road) {
            throw noRoad(road);
        }

        @Override
        public Optional<String> name(int road) {
            throw noRoad(road);
        }

        @Override
        public Flow flow(int road) {
            throw noRoad(road);
        }

        @Override
        public Structure structure(int road) {
            throw noRoad(road);
        }

        private static IndexOutOfBoundsException noRoad(int road) {
            return new IndexOutOfBoundsException(road);
        }

        @Override
        public LatLon southWest() {
            return new LatLon(box.south(), box.west());
        }

        @Override
        public LatLon northEast() {
            return new LatLon(box.north(), box.east());
        }
    }
}
