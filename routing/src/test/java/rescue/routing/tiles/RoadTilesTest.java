package rescue.routing.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.wdtinc.mapbox_vector_tile.VectorTile;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.geo.LatLon;

/** Tiles of a small town: four roads of four classes, a town, a hamlet, a commune. */
class RoadTilesTest {

    private static final LatLon WEST = new LatLon(22.39, 103.41);
    private static final LatLon EAST = new LatLon(22.388, 103.42);

    private final Vertx vertx = Vertx.vertx();
    private RoadTiles tiles;

    @BeforeEach
    void draw() {
        List<MapPlace> places = List.of(
                new MapPlace("Lai Châu", "town", WEST),
                new MapPlace("Bản Mới", "hamlet", EAST),
                new MapPlace("Đoàn Kết", MapPlace.COMMUNE, WEST));
        tiles = new RoadTiles(vertx, new FourRoads(), places, RoadTiles.OPENSTREETMAP, "v1");
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "7, trunk",
        "8, trunk secondary",
        "9, trunk secondary",
        "10, trunk secondary tertiary",
        "12, trunk residential secondary tertiary",
        "14, trunk residential secondary tertiary",
    })
    void main_roads_first_then_the_smaller_ones(int zoom, String classes) throws Exception {
        VectorTile.Tile.Layer roads = layer(tileAt(zoom).orElseThrow(), "road").orElseThrow();
        assertEquals(Set.of(classes.split(" ", -1)), values(roads, "class"));
        assertTrue(values(roads, "ref").contains("QL4D"));
        assertTrue(values(roads, "name").contains("Đường Trần Phú"));
    }

    @Test
    void places_and_communes_have_layers_of_their_own() throws Exception {
        VectorTile.Tile near = tileAt(12).orElseThrow();
        assertEquals(Set.of("Lai Châu", "Bản Mới"), values(layer(near, "place").orElseThrow(), "name"));
        assertEquals(Set.of("Đoàn Kết"), values(layer(near, "commune").orElseThrow(), "name"));
        VectorTile.Tile far = tileAt(7).orElseThrow();
        assertEquals(Set.of("Lai Châu"), values(layer(far, "place").orElseThrow(), "name"));
        assertTrue(layer(far, "commune").isEmpty());
    }

    @Test
    void where_nothing_is_there_is_no_tile() throws Exception {
        assertTrue(tile(14, 0, 0).isEmpty());
        assertTrue(tile(14, 0, 0).isEmpty(), "the second time from memory");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "3, 8, 0", "3, 0, -1", "99, 1, 1"})
    void an_address_that_no_tile_has_gives_none(int zoom, int x, int y) throws Exception {
        assertTrue(tile(zoom, x, y).isEmpty());
    }

    @Test
    void the_second_time_a_tile_comes_from_memory() throws Exception {
        tileAt(14);
        int size = 1 << 14;
        assertTrue(
                tiles.tile(14, (int) ((WEST.lon() + 180) / 360 * size), y(size)).isComplete());
    }

    @Test
    void a_full_cache_lets_the_oldest_go() {
        TileCache cache = new TileCache(2500);
        for (long key = 0; key < 10; key++) {
            cache.put(key, new byte[400]);
            cache.find(0);
        }
        assertTrue(cache.bytes() <= 2500);
        assertTrue(cache.find(0).isPresent());
        assertTrue(cache.find(1).isEmpty());
        assertTrue(cache.find(9).isPresent());
    }

    private Optional<VectorTile.Tile> tileAt(int zoom) throws Exception {
        int size = 1 << zoom;
        return tile(zoom, (int) ((WEST.lon() + 180) / 360 * size), y(size));
    }

    private static int y(int size) {
        return (int) (Mercator.project(WEST).y * size);
    }

    private Optional<VectorTile.Tile> tile(int zoom, int x, int y) throws Exception {
        Optional<byte[]> packed =
                tiles.tile(zoom, x, y).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        if (packed.isEmpty()) {
            return Optional.empty();
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed.get()))) {
            return Optional.of(VectorTile.Tile.parseFrom(plain));
        }
    }

    private static Optional<VectorTile.Tile.Layer> layer(VectorTile.Tile tile, String name) {
        return tile.getLayersList().stream()
                .filter(layer -> layer.getName().equals(name))
                .findFirst();
    }

    private static Set<String> values(VectorTile.Tile.Layer layer, String key) {
        int index = layer.getKeysList().indexOf(key);
        return layer.getFeaturesList().stream()
                .flatMap(feature -> {
                    List<Integer> tags = feature.getTagsList();
                    return java.util.stream.IntStream.range(0, tags.size() / 2)
                            .filter(i -> tags.get(2 * i) == index)
                            .mapToObj(i -> layer.getValues(tags.get(2 * i + 1)).getStringValue());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final class FourRoads implements DrawnRoads {

        private static final List<String> CLASSES = List.of("trunk", "secondary", "tertiary", "residential");

        @Override
        public int count() {
            return CLASSES.size();
        }

        @Override
        public List<LatLon> line(int road) {
            return List.of(WEST, EAST);
        }

        @Override
        public String roadClass(int road) {
            return CLASSES.get(road);
        }

        @Override
        public Optional<String> ref(int road) {
            return road == 0 ? Optional.of("QL4D") : Optional.empty();
        }

        @Override
        public Optional<String> name(int road) {
            return Optional.of("Đường Trần Phú");
        }

        @Override
        public LatLon southWest() {
            return WEST;
        }

        @Override
        public LatLon northEast() {
            return EAST;
        }
    }
}
