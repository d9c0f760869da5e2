package rescue.routing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rescue.dispatch.road.Travel;
import rescue.routing.book.CsvRow;
import rescue.routing.map.GraphFolders;
import rescue.routing.map.RoadMap;

/**
 * {@code deploy/bench trips}: how long the known trips take on the road book and on a full map, beside what is believed.
 * Run from the project's folder; the table is kept in maps/README.md.
 */
public final class TripTable {

    private static final String BOOK = "road book";

    private TripTable() {}

    /** Arguments: {@code map=FILE}, an extract; without it the one beside the project, if there is one. */
    public static void main(String[] args) throws IOException {
        Path graphs = Files.createTempDirectory("trips-");
        try {
            print(table(graphs, maps(args)));
        } finally {
            GraphFolders.delete(graphs);
        }
    }

    private static Map<String, Path> maps(String[] args) {
        Map<String, Path> maps = new LinkedHashMap<>();
        maps.put(BOOK, Maps.home("maps/laichau"));
        Path full = Stream.of(args)
                .filter(arg -> arg.startsWith("map="))
                .map(arg -> Path.of(arg.substring("map=".length())))
                .findFirst()
                .orElse(Maps.home("../shared/maps/laichau-lite.osm.pbf"));
        if (Files.isRegularFile(full)) {
            maps.put("full map", full);
        } else {
            System.out.println("skipped: the full map " + full + " is not there (map=FILE)\n");
        }
        return maps;
    }

    private static List<Row> table(Path graphs, Map<String, Path> maps) {
        Map<String, Map<String, Travel>> drives = new LinkedHashMap<>();
        maps.forEach((name, file) -> {
            try (RoadMap map = RoadMap.open(file, graphs, Maps.home("maps/models"))) {
                KnownTrips.all()
                        .forEach(trip -> drives.computeIfAbsent(KnownTrips.name(trip), first -> new LinkedHashMap<>())
                                .put(name, KnownTrips.drive(map, trip)));
            }
        });
        return KnownTrips.all()
                .map(trip -> new Row(trip, drives.get(KnownTrips.name(trip))))
                .toList();
    }

    private static void print(List<Row> rows) throws IOException {
        List<String> maps = List.copyOf(rows.get(0).drives.keySet());
        System.out.println("| trip | believed, min | "
                + maps.stream().map(map -> map + ": km, p50–p90 min").collect(Collectors.joining(" | "))
                + " | source |");
        System.out.println("| --- | --- |" + " --- |".repeat(maps.size()) + " --- |");
        rows.forEach(row -> System.out.println(row.text()));
        Path file = Files.createDirectories(Maps.home("target/bench")).resolve("trips.json");
        Files.writeString(file, new JsonArray(rows.stream().map(Row::json).toList()).encodePrettily());
    }

    /** Kilometres, and the minutes of half and of nine of ten. */
    static String text(Travel travel) {
        return String.format(
                Locale.ROOT,
                "%.1f, %.0f–%.0f",
                travel.distanceM() / 1_000,
                KnownTrips.minutes(travel.time()),
                KnownTrips.minutes(travel.p90()));
    }

    /** A trip and what it takes on each map. */
    private record Row(CsvRow trip, Map<String, Travel> drives) {

        String text() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f to %.0f | %s | %s |",
                    KnownTrips.name(trip),
                    KnownTrips.least(trip),
                    KnownTrips.most(trip),
                    drives.values().stream().map(TripTable::text).collect(Collectors.joining(" | ")),
                    trip.text("source"));
        }

        JsonObject json() {
            JsonObject json = new JsonObject()
                    .put("trip", KnownTrips.name(trip))
                    .put("believedMin", KnownTrips.least(trip))
                    .put("believedMax", KnownTrips.most(trip))
                    .put("source", trip.text("source"));
            drives.forEach((map, travel) -> json.put(
                    map,
                    new JsonObject()
                            .put("distanceM", Math.round(travel.distanceM()))
                            .put("p50S", travel.time().toSeconds())
                            .put("p90S", travel.p90().toSeconds())));
            return json;
        }
    }
}
