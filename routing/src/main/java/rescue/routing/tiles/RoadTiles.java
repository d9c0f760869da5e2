package rescue.routing.tiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.BaseMap;

/** Vector tiles drawn from the road map when they are asked for, and then kept. */
public final class RoadTiles implements BaseMap, AutoCloseable {

    /** The line that OpenStreetMap's licence asks for where only roads and places are shown. */
    public static final String OPENSTREETMAP = "© OpenStreetMap contributors";

    /** Closer than this a page magnifies the last tile: the roads have no more detail to show. */
    private static final int MAX_ZOOM = 16;

    /** Some two thousand tiles: a province down to street level, on a server of 600 MB. */
    private static final long CACHE_BYTES = 16L << 20;

    /** Tiles drawn at once: more would take the cores from the dispatch itself. */
    private static final int DRAWING_THREADS = 1;

    /** Part of every version: raise it whenever the same map is drawn otherwise, for tiles are kept for ever by browsers. */
    private static final String DRAWING = "2";

    private final WorkerExecutor drawers;
    private final DrawnRoads roads;
    private final String attribution;
    private final String version;
    private final TileCache cache = new TileCache(CACHE_BYTES);
    private final Future<List<TileLayer>> layers;

    /**
     * The tiles of one road map.
     *
     * @param scenery what is on the map beside the roads
     * @param posts the kilometre posts along the roads
     * @param attribution what the licence of the data asks to be shown
     * @param mapVersion names the content of the map; the names and posts on it, which come from elsewhere, are added
     */
    public RoadTiles(
            Vertx vertx, DrawnRoads roads, Scenery scenery, List<KmPost> posts, String attribution, String mapVersion) {
        this.roads = roads;
        this.attribution = attribution;
        version = mapVersion + "-" + checksum(DRAWING + scenery.places() + posts);
        drawers = vertx.createSharedWorkerExecutor("tiles", DRAWING_THREADS);
        layers = drawers.executeBlocking(() -> prepare(roads, scenery, posts), false);
    }

    private static List<TileLayer> prepare(DrawnRoads roads, Scenery scenery, List<KmPost> posts) {
        RoadIndex index = new RoadIndex(roads);
        return List.of(
                new WaterLayer(scenery, MAX_ZOOM),
                new BorderLayer(scenery.borders(), MAX_ZOOM),
                new RoadLayer(roads, index),
                new PostLayer(posts, index),
                new PlaceLayers(scenery.places()));
    }

    private static String checksum(String text) {
        var sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    @Override
    public Future<Optional<byte[]>> tile(int zoom, int x, int y) {
        if (zoom < 0 || zoom > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            return Future.succeededFuture(Optional.empty());
        }
        long key = ((long) zoom << 58) | ((long) x << 29) | y;
        Optional<byte[]> known = cache.find(key);
        if (known.isPresent()) {
            return Future.succeededFuture(known.filter(tile -> tile.length > 0));
        }
        return layers.compose(all -> drawers.executeBlocking(
                () -> {
                    byte[] tile = draw(all, new TileDrawing(zoom, x, y));
                    cache.put(key, tile);
                    return Optional.of(tile).filter(drawn -> drawn.length > 0);
                },
                false));
    }

    private static byte[] draw(List<TileLayer> layers, TileDrawing tile) {
        layers.forEach(layer -> layer.draw(tile));
        return tile.isEmpty() ? new byte[0] : gzip(tile.bytes());
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail so", impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public LatLon southWest() {
        return roads.southWest();
    }

    @Override
    public LatLon northEast() {
        return roads.northEast();
    }

    @Override
    public String attribution() {
        return attribution;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        drawers.close();
    }
}
