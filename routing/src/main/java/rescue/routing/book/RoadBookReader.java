package rescue.routing.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.BookedRoad.Waypoint;

/** Reads {@code roads.csv} and {@code road-waypoints.csv}, and refuses what would put a post in the wrong place. */
public final class RoadBookReader {

    public static final String ROADS = "roads.csv";
    public static final String WAYPOINTS = "road-waypoints.csv";

    /** As in {@link rescue.dispatch.road.RoadKm}. */
    private static final double MOST_KM = 9_999;

    /** A re-measured road differs by some per cent; ten is a slip of the pen. */
    private static final double LEAST_FACTOR = 0.9;

    private static final double MOST_FACTOR = 1.1;

    /** A chain is allowed to be this much shorter than its drawn line: coordinates are rounded to 11 m. */
    private static final double ROUNDING_KM = 0.05;

    private RoadBookReader() {}

    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ROADS)) && Files.isRegularFile(folder.resolve(WAYPOINTS));
    }

    public static List<BookedRoad> read(Path folder) {
        Map<String, List<Waypoint>> chains = readChains(folder.resolve(WAYPOINTS));
        List<BookedRoad> roads = new ArrayList<>();
        Map<String, String> numberOfKey = new HashMap<>();
        for (CsvRow row : CsvRows.read(folder.resolve(ROADS), "road", "signed", "name_vi", "name_en", "post_factor")) {
            String number = row.text("road");
            String twin = numberOfKey.put(RoadName.key(number), number);
            if (twin != null) {
                throw row.broken("road", number + " is there twice (" + twin + ")");
            }
            List<Waypoint> chain = chains.remove(number);
            if (chain == null || chain.size() < 2) {
                throw row.broken("road", number + " has fewer than two waypoints in " + WAYPOINTS);
            }
            roads.add(new BookedRoad(
                    number,
                    row.yes("signed"),
                    row.text("name_vi"),
                    row.text("name_en"),
                    row.words("aliases"),
                    row.textOrEmpty("from_place"),
                    row.textOrEmpty("to_place"),
                    row.number("post_factor", LEAST_FACTOR, MOST_FACTOR),
                    chain));
        }
        if (!chains.isEmpty()) {
            throw new BrokenRow(
                    folder.resolve(WAYPOINTS), "the roads " + chains.keySet() + " are not in " + ROADS + "; add them");
        }
        return roads;
    }

    private static Map<String, List<Waypoint>> readChains(Path file) {
        Map<String, List<Waypoint>> chains = new LinkedHashMap<>();
        for (CsvRow row : CsvRows.read(file, "road", "km", "lat", "lon", "class")) {
            List<Waypoint> chain = chains.computeIfAbsent(row.text("road"), road -> new ArrayList<>());
            double km = row.number("km", 0, MOST_KM);
            LatLon at = row.point("lat", "lon");
            chain.add(
                    chain.isEmpty()
                            ? new Waypoint(km, at, row.text("class"), row.textOrEmpty("place"))
                            : next(row, chain.get(chain.size() - 1), km, at));
        }
        return chains;
    }

    /** An empty class goes on from the row before. */
    private static Waypoint next(CsvRow row, Waypoint before, double km, LatLon at) {
        if (km <= before.km()) {
            throw row.broken("km", km + " does not come after " + before.km() + "; sort the rows of a road by km");
        }
        double crowKm = before.at().distanceM(at) / 1000;
        if (crowKm > km - before.km() + ROUNDING_KM) {
            throw row.broken(
                    "km",
                    String.format(
                            java.util.Locale.ROOT,
                            "the point is %.3f km from the one before, but the km differ by %.3f only",
                            crowKm,
                            km - before.km()));
        }
        return new Waypoint(km, at, row.find("class").orElse(before.roadClass()), row.textOrEmpty("place"));
    }
}
