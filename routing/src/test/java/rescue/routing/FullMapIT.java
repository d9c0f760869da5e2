package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.AllEdgesIterator;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.CsvRows;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.engine.TravelMode;
import rescue.routing.map.RoadMap;

/** The extracts that may lie beside the project; without them skipped, with a clear word. */
class FullMapIT {

    @TempDir
    private static Path graphs;

    private static RoadMap full;

    @BeforeAll
    static void open() {
        full = RoadMap.open(Maps.shared("laichau-lite.osm.pbf"), graphs, Maps.AMBULANCE);
    }

    @AfterAll
    static void close() {
        if (full != null) { // skipped
            full.close();
        }
    }

    @Test
    void known_trips_take_about_as_long_as_people_say() {
        KnownTrips.all().forEach(trip -> KnownTrips.assertTakesAsLong(full, trip));
    }

    @Test
    void every_mode_goes_wherever_the_ambulance_goes_but_for_motorbikes_on_the_motorway() {
        try (RoadMap modes = RoadMap.open(Maps.shared("laichau-lite.osm.pbf"), graphs, Maps.MODELS)) {
            int ambulance = mainEdges(full, TravelMode.AMBULANCE);

            assertEquals(ambulance, mainEdges(modes, TravelMode.AMBULANCE));
            assertTrue(mainEdges(modes, TravelMode.FOUR_BY_FOUR) >= ambulance);
            assertTrue(mainEdges(modes, TravelMode.MOTORBIKE) + motorways(modes) >= ambulance);
            assertTrue(mainEdges(modes, TravelMode.FOOT) + motorways(modes) >= ambulance);
        }
    }

    private static int mainEdges(RoadMap map, TravelMode mode) {
        return RoadGraphReader.read(map.hopper(), map.profile()).weights(mode).mainEdges();
    }

    private static int motorways(RoadMap map) {
        var roadClass = map.hopper().getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        AllEdgesIterator edge = map.hopper().getBaseGraph().getAllEdges();
        int found = 0;
        while (edge.next()) {
            found += edge.get(roadClass) == RoadClass.MOTORWAY ? 1 : 0;
        }
        return found;
    }

    @Test
    void the_road_book_gives_every_commune_seat_about_the_same_time() {
        var hospital = new LatLon(22.38039, 103.48277);
        try (RoadMap book = RoadMap.open(Maps.PROVINCE, graphs, Maps.AMBULANCE)) {
            double[] ratios = CsvRows.read(Maps.PROVINCE.resolve("communes.csv")).stream()
                    .map(commune -> commune.point("seat_lat", "seat_lon"))
                    .mapToDouble(
                            seat -> (double) Maps.drive(book, hospital, seat).getTime()
                                    / Maps.drive(full, hospital, seat).getTime())
                    .sorted()
                    .toArray();
            String said = String.format(
                    Locale.ROOT,
                    "road book / full map: %.3f .. %.3f .. %.3f",
                    ratios[0],
                    ratios[ratios.length / 2],
                    ratios[ratios.length - 1]);
            assertTrue(ratios[0] > 0.85 && ratios[ratios.length - 1] < 1.15, said);
            assertEquals(1.0, ratios[ratios.length / 2], 0.05, said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-laichau-city", "test-muongte", "test-tamduong-okyho"})
    void every_cut_out_opens(String name) {
        try (RoadMap map = RoadMap.open(Maps.shared(name + ".osm.pbf"), graphs, Maps.AMBULANCE)) {
            assertTrue(map.hopper().getBaseGraph().getEdges() > 1_000);
        }
    }
}
