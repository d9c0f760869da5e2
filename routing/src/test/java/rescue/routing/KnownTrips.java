package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.ResponsePath;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import rescue.dispatch.road.Travel;
import rescue.routing.book.CsvRow;
import rescue.routing.book.CsvRows;
import rescue.routing.map.RoadMap;

/** The trips of {@code trips.csv}, each with the range of minutes that is believed. */
final class KnownTrips {

    private static final double MOST_MINUTES = 24 * 60;

    private KnownTrips() {}

    static Stream<CsvRow> all() {
        return CsvRows.read(Maps.PROVINCE.resolve("trips.csv")).stream();
    }

    static String name(CsvRow trip) {
        return trip.text("from_name") + " - " + trip.text("to_name");
    }

    static double least(CsvRow trip) {
        return trip.number("min_minutes", 0, MOST_MINUTES);
    }

    static double most(CsvRow trip) {
        return trip.number("max_minutes", least(trip), MOST_MINUTES);
    }

    /** The ambulance's drive. */
    static Travel drive(RoadMap map, CsvRow trip) {
        ResponsePath path = Maps.drive(map, trip.point("from_lat", "from_lon"), trip.point("to_lat", "to_lon"));
        return new Travel(Duration.ofMillis(path.getTime()), path.getDistance(), Travel.Basis.ROAD);
    }

    static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }

    /** Half of the drives end within the range that is believed, and what is believed ends within nine of ten. */
    static void assertTakesAsLong(RoadMap map, CsvRow trip) {
        Travel travel = drive(map, trip);
        double p50 = minutes(travel.time());
        double p90 = minutes(travel.p90());

        assertTrue(
                p50 >= least(trip) && p50 <= most(trip) && most(trip) <= p90,
                () -> String.format(
                        Locale.ROOT,
                        "%s: %.0f to %.0f min for %.1f km, believed %.0f to %.0f",
                        name(trip),
                        p50,
                        p90,
                        travel.distanceM() / 1000,
                        least(trip),
                        most(trip)));
    }
}
