package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;

/** The map behind the pages, drawn from the same roads that the answers rest on. */
public interface BaseMap {

    /**
     * One vector tile (Mapbox Vector Tile 2.1, gzip) in the usual web-mercator scheme, or empty when nothing is there.
     * Layers, each with what is said of it: {@code road} (class, ref, name, oneway 1 or -1 along the line, structure bridge,
     * tunnel, ford or ferry), {@code post} (label, ref, km, anchor), {@code place} and {@code poi} (kind, name), {@code
     * commune} and {@code district} (name), {@code water} (name), {@code waterway} (kind, name), {@code border} (level).
     */
    Future<Optional<byte[]>> tile(int zoom, int x, int y);

    /** South-west corner of what is drawn. */
    LatLon southWest();

    /** North-east corner of what is drawn. */
    LatLon northEast();

    /** What the licence of the data asks to be shown beside every map. */
    String attribution();

    /** Changes when the map's content does: part of the tiles' address, so that they can be cached for ever. */
    String version();
}
