package rescue.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.BrokenRow;
import rescue.routing.book.CsvRows;
import rescue.routing.estimate.Box;
import rescue.routing.tiles.DrawnRoads;
import rescue.routing.tiles.MapPlace;

/** What a province's data folder names on the map, beside the roads. */
final class NamedPlaces {

    private static final Logger LOG = LoggerFactory.getLogger(NamedPlaces.class);

    private NamedPlaces() {}

    /** Communes and villages; a table that is broken is left out with a warning, for a road without names is still one. */
    static List<MapPlace> read(Path dataFolder) {
        List<MapPlace> places = new ArrayList<>();
        places.addAll(orNone(() -> communes(dataFolder.resolve("communes.csv"))));
        places.addAll(orNone(() -> villages(dataFolder.resolve("places.csv"))));
        return places;
    }

    private static List<MapPlace> orNone(Supplier<List<MapPlace>> table) {
        try {
            return table.get();
        } catch (BrokenRow broken) {
            LOG.warn("names are missing on the map: {}", broken.getMessage());
            return List.of();
        }
    }

    private static List<MapPlace> communes(Path file) {
        return !Files.isRegularFile(file)
                ? List.of()
                : CsvRows.read(file, "name", "seat_lat", "seat_lon").stream()
                        .map(row -> new MapPlace(row.text("name"), MapPlace.COMMUNE, row.point("seat_lat", "seat_lon")))
                        .toList();
    }

    private static List<MapPlace> villages(Path file) {
        return !Files.isRegularFile(file)
                ? List.of()
                : CsvRows.read(file, "name", "kind", "lat", "lon").stream()
                        .map(row -> new MapPlace(row.text("name"), row.text("kind"), row.point("lat", "lon")))
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
