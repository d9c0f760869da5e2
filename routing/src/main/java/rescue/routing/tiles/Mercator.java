package rescue.routing.tiles;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import rescue.dispatch.geo.LatLon;

/** Web mercator (EPSG:3857) with the world as the square 0 to 1, x eastward and y southward, as tiles count. */
final class Mercator {

    /** Beyond this latitude the square ends. */
    private static final double MAX_LATITUDE = 85.0511287798;

    private Mercator() {}

    static Coordinate project(LatLon point) {
        double lat = Math.toRadians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, point.lat())));
        double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
        return new Coordinate((point.lon() + 180) / 360, y);
    }

    /** The square of a tile, made larger on every side by a share of its width. */
    static Envelope tile(int zoom, int x, int y, double margin) {
        double size = Math.scalb(1.0, -zoom);
        return new Envelope((x - margin) * size, (x + 1 + margin) * size, (y - margin) * size, (y + 1 + margin) * size);
    }
}
