package rescue.routing.tiles;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import rescue.dispatch.geo.LatLon;

/** Web mercator (EPSG:3857) with the world as the square 0 to 1, x eastward and y southward, as tiles count. */
final class Mercator {

    /** Beyond this latitude the square ends. */
    private static final double MAX_LATITUDE = 85.0511287798;

    private static final double EQUATOR_M = 40_075_016.686;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Mercator() {}

    static Coordinate project(LatLon point) {
        double lat = Math.toRadians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, point.lat())));
        double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
        return new Coordinate((point.lon() + 180) / 360, y);
    }

    static Coordinate[] project(List<LatLon> line) {
        return line.stream().map(Mercator::project).toArray(Coordinate[]::new);
    }

    /** Empty when there are not two points. */
    static LineString line(List<LatLon> points) {
        return GEOMETRY.createLineString(points.size() < 2 ? new Coordinate[0] : project(points));
    }

    /** So many metres beside a point, as a share of the world's width. */
    static double metres(double metres, LatLon beside) {
        return metres / (EQUATOR_M * Math.cos(Math.toRadians(beside.lat())));
    }

    /** The square of a tile, made larger on every side by a share of its width. */
    static Envelope tile(int zoom, int x, int y, double margin) {
        double size = Math.scalb(1.0, -zoom);
        return new Envelope((x - margin) * size, (x + 1 + margin) * size, (y - margin) * size, (y + 1 + margin) * size);
    }
}
