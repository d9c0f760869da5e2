package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.ResponsePath;
import java.util.Locale;
import java.util.stream.Stream;

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

    static void assertTakesAsLong(RoadMap map, CsvRow trip) {
        ResponsePath path = Maps.drive(map, trip.point("from_lat", "from_lon"), trip.point("to_lat", "to_lon"));
        double minutes = path.getTime() / 60_000.0;
        double least = trip.number("min_minutes", 0, MOST_MINUTES);
        double most = trip.number("max_minutes", least, MOST_MINUTES);

        assertTrue(
                minutes >= least && minutes <= most,
                () -> String.format(
                        Locale.ROOT, "%s: %.0f min for %.1f km", name(trip), minutes, path.getDistance() / 1000));
    }
}
