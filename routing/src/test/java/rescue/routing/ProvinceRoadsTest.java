package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.routing.util.AccessFilter;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.index.Snap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.Travel;
import rescue.routing.book.CsvRow;
import rescue.routing.book.CsvRows;
import rescue.routing.map.RoadMap;

/** The road book as a network: whole, reaching every commune, as long and as slow as the roads are. */
class ProvinceRoadsTest {

    /** As maps/README.md promises. */
    private static final double SEAT_TO_ROAD_M = 3_000;

    @TempDir
    private static Path graphs;

    private static RoadMap roads;

    @BeforeAll
    static void open() {
        roads = RoadMap.open(Maps.PROVINCE, graphs, Maps.AMBULANCE);
    }

    @AfterAll
    static void close() {
        roads.close();
    }

    @Test
    void every_commune_seat_is_within_three_kilometres_of_the_network() {
        List<CsvRow> communes = CsvRows.read(Maps.PROVINCE.resolve("communes.csv"));
        for (CsvRow commune : communes) {
            LatLon seat = commune.point("seat_lat", "seat_lon");
            Snap snap = roads.hopper().getLocationIndex().findClosest(seat.lat(), seat.lon(), edge -> true);
            assertTrue(snap.isValid(), commune.text("name"));
            assertTrue(snap.getQueryDistance() < SEAT_TO_ROAD_M, () -> commune.text("name") + " " + snap);
        }
        assertEquals(38, communes.size());
    }

    @Test
    void every_place_on_the_network_can_be_reached_from_every_other() {
        var graph = roads.hopper().getBaseGraph();
        var explorer = graph.createEdgeExplorer(
                AccessFilter.allEdges(roads.hopper().getEncodingManager().getBooleanEncodedValue("car_access")));
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        seen.set(0);
        while (!open.isEmpty()) {
            var edge = explorer.setBaseNode(open.pop());
            while (edge.next()) {
                if (!seen.get(edge.getAdjNode())) {
                    seen.set(edge.getAdjNode());
                    open.push(edge.getAdjNode());
                }
            }
        }
        assertEquals(graph.getNodes(), seen.cardinality());
    }

    @Test
    void the_network_is_as_long_as_the_book_says_with_shared_carriageways_once() {
        double bookKm = Maps.roadBook().roads().stream()
                .mapToDouble(road -> road.lastKm() - road.firstKm())
                .sum();
        double networkKm = 0;
        AllEdgesIterator edge = roads.hopper().getBaseGraph().getAllEdges();
        while (edge.next()) {
            networkKm += edge.getDistance() / 1000;
        }
        double sharedKm = bookKm - networkKm;
        assertTrue(
                sharedKm > 16 && sharedKm < 22,
                String.format(Locale.ROOT, "book %.1f km, network %.1f km", bookKm, networkKm));
    }

    @TestFactory
    Stream<DynamicTest> known_trips_take_about_as_long_as_people_say_on_the_road_book() {
        return KnownTrips.all()
                .map(trip -> DynamicTest.dynamicTest(
                        KnownTrips.name(trip), () -> KnownTrips.assertTakesAsLong(roads, trip)));
    }

    @Test
    void the_table_of_trips_in_the_readme_is_that_of_these_roads() throws IOException {
        String readme = Files.readString(Maps.home("maps/README.md"));

        KnownTrips.all().forEach(trip -> {
            String row = "| " + KnownTrips.name(trip) + " | ";
            String drive = " | " + TripTable.text(KnownTrips.drive(roads, trip)) + " | ";
            assertTrue(
                    readme.lines().anyMatch(line -> line.startsWith(row) && line.contains(drive)),
                    () -> "deploy/bench trips says" + drive + "for " + KnownTrips.name(trip));
        });
    }

    @Test
    void every_drive_to_a_commune_seat_ends_within_what_nine_of_ten_estimates_allow() {
        var hospital = new LatLon(22.38039, 103.48277);
        for (CsvRow commune : CsvRows.read(Maps.PROVINCE.resolve("communes.csv"))) {
            LatLon seat = commune.point("seat_lat", "seat_lon");
            Travel estimate = MountainEstimate.between(hospital, seat);
            double minutes = Maps.drive(roads, hospital, seat).getTime() / 60_000.0;

            assertTrue(
                    minutes <= KnownTrips.minutes(estimate.p90()),
                    () -> commune.text("name") + ": " + minutes + " min, estimated " + estimate);
        }
    }
}
