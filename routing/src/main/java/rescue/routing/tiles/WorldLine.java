package rescue.routing.tiles;

import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;

/**
 * A line on the square of {@link Mercator}.
 *
 * @param tags what the tile says of it
 * @param fromZoom farther out it is left away
 */
record WorldLine(LineString line, Map<String, Object> tags, int fromZoom) {

    Coordinate[] points() {
        return line.getCoordinates();
    }

    Envelope box() {
        return line.getEnvelopeInternal();
    }
}
