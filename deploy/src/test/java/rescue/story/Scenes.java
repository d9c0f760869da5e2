package rescue.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Accidents along the roads of the province, told by road and kilometre or by coordinates; the same seed, the same row. */
public final class Scenes {

    private static final List<String> KINDS = List.of("TRAFFIC_COLLISION", "FALL", "MEDICAL", "LANDSLIDE", "OBSTETRIC");

    private record Point(String road, double km, double lat, double lon) {}

    private final List<Point> points;
    private final Random random;

    private Scenes(List<Point> points, Random random) {
        this.points = points;
        this.random = random;
    }

    /** From the road book of the default province. */
    public static Scenes along(Path roadWaypointsCsv, Random random) throws IOException {
        List<Point> points = Files.readAllLines(roadWaypointsCsv).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Point(
                        cells[0],
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3])))
                .toList();
        return new Scenes(points, random);
    }

    /** The body of {@code POST /alerts} for the next accident. */
    public JsonObject next() {
        Point point = points.get(random.nextInt(points.size()));
        var alert = new JsonObject()
                .put("source", "PHONE")
                .put("kind", KINDS.get(random.nextInt(KINDS.size())))
                .put("injured", 1 + random.nextInt(3));
        return random.nextBoolean()
                ? alert.put("roadKm", new JsonObject().put("road", point.road).put("km", point.km))
                : alert.put("location", new JsonObject().put("lat", point.lat).put("lon", point.lon));
    }
}
