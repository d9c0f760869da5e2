package rescue.routing.tiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
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

    private final WorkerExecutor drawers;
    private final DrawnRoads roads;
    private final List<MapPlace> places;
    private final String attribution;
    private final String version;
    private final TileCache cache = new TileCache(CACHE_BYTES);
    private final Future<Map<RoadTier, STRtree>> index;

    /**
     * The tiles of one road map.
     *
     * @param places what is named on the map beside the roads
     * @param attribution what the licence of the data asks to be shown
     * @param version names the content of the map
     */
    public RoadTiles(Vertx vertx, DrawnRoads roads, List<MapPlace> places, String attribution, String version) {
        this.roads = roads;
        this.places = List.copyOf(places);
        this.attribution = attribution;
        this.version = version;
        drawers = vertx.createSharedWorkerExecutor("tiles", DRAWING_THREADS);
        index = drawers.executeBlocking(this::buildIndex, false);
    }

    private Map<RoadTier, STRtree> buildIndex() {
        Map<RoadTier, STRtree> tiers = new EnumMap<>(RoadTier.class);
        for (RoadTier tier : RoadTier.values()) {
            tiers.put(tier, new STRtree());
        }
        for (int road = 0; road < roads.count(); road++) {
            Envelope box = new Envelope();
            roads.line(road).forEach(point -> box.expandToInclude(Mercator.project(point)));
            tiers.getOrDefault(RoadTier.of(roads.roadClass(road)), new STRtree())
                    .insert(box, road);
        }
        tiers.values().forEach(STRtree::build);
        return tiers;
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
        return index.compose(tiers -> drawers.executeBlocking(
                () -> {
                    byte[] tile = draw(tiers, zoom, x, y);
                    cache.put(key, tile);
                    return Optional.of(tile).filter(drawn -> drawn.length > 0);
                },
                false));
    }

    private byte[] draw(Map<RoadTier, STRtree> tiers, int zoom, int x, int y) {
        TileDrawing drawing = new TileDrawing(zoom, x, y);
        Envelope box = Mercator.tile(zoom, x, y, TileDrawing.margin());
        drawing.layer("road", drawRoads(tiers, zoom, drawing, box));
        drawing.layer("commune", drawPlaces(zoom, drawing, Mercator.tile(zoom, x, y, 0), true));
        drawing.layer("place", drawPlaces(zoom, drawing, Mercator.tile(zoom, x, y, 0), false));
        return drawing.isEmpty() ? new byte[0] : gzip(drawing.bytes());
    }

    private List<Geometry> drawRoads(Map<RoadTier, STRtree> tiers, int zoom, TileDrawing drawing, Envelope box) {
        List<Geometry> features = new ArrayList<>();
        tiers.forEach((tier, tree) -> {
            if (tier.isDrawnAt(zoom)) {
                List<?> found = tree.query(box);
                found.stream()
                        .map(Integer.class::cast)
                        .sorted()
                        .forEach(road -> features.addAll(drawing.line(
                                roads.line(road).stream().map(Mercator::project).toArray(Coordinate[]::new),
                                tags(road))));
            }
        });
        return features;
    }

    private Map<String, Object> tags(int road) {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("class", roads.roadClass(road));
        roads.ref(road).ifPresent(ref -> tags.put("ref", ref));
        roads.name(road).ifPresent(name -> tags.put("name", name));
        return tags;
    }

    private List<Geometry> drawPlaces(int zoom, TileDrawing drawing, Envelope box, boolean communes) {
        return IntStream.range(0, places.size())
                .mapToObj(places::get)
                .filter(place -> place.kind().equals(MapPlace.COMMUNE) == communes && zoom >= place.fromZoom())
                .filter(place -> box.contains(Mercator.project(place.at())))
                .map(place -> drawing.point(
                        Mercator.project(place.at()),
                        communes ? Map.of("name", place.name()) : Map.of("name", place.name(), "kind", place.kind())))
                .toList();
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
