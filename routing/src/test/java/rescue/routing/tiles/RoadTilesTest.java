package rescue.routing.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

/** Tiles of a small town: a road of every kind, a town, a hamlet, a commune, a lake, a river, posts. */
class RoadTilesTest {

    private static final LatLon WEST = new LatLon(22.39, 103.41);
    private static final LatLon EAST = new LatLon(22.388, 103.42);

    private static final Scenery SCENERY = new Scenery(
            List.of(
                    new MapPlace("Lai Châu", "town", WEST),
                    new MapPlace("Bản Mới", "hamlet", EAST),
                    new MapPlace("Bệnh viện", "hospital", EAST),
                    new MapPlace("Tam Đường", MapPlace.DISTRICT, WEST),
                    new MapPlace("Đoàn Kết", MapPlace.COMMUNE, WEST)),
            List.of(
                    new Scenery.River("river", "Nậm Na", List.of(WEST, EAST)),
                    new Scenery.River("stream", "Suối Hồ", List.of(WEST, EAST))),
            List.of(new Scenery.Lake("Hồ Thủy Sơn", List.of(square(0.02), square(0.01), square(0.000_01)))),
            List.of(new Scenery.Border(4, List.of(WEST, EAST))));

    private static final List<KmPost> POSTS = List.of(
            new KmPost("QL4D", 70, WEST, 90), new KmPost("QL4D", 75, WEST, 90), new KmPost("QL4D", 76, WEST, 90));

    private final Vertx vertx = Vertx.vertx();
    private RoadTiles tiles;

    @BeforeEach
    void draw() {
        tiles = tiles(POSTS);
    }

    private RoadTiles tiles(List<KmPost> posts) {
        return new RoadTiles(vertx, new TownRoads(), SCENERY, posts, RoadTiles.OPENSTREETMAP, "v1");
    }

    private static List<LatLon> square(double degrees) {
        LatLon corner = new LatLon(WEST.lat() + degrees, WEST.lon() + degrees);
        return List.of(
                new LatLon(WEST.lat() - degrees, WEST.lon() - degrees),
                new LatLon(WEST.lat() - degrees, corner.lon()),
                corner,
                new LatLon(corner.lat(), WEST.lon() - degrees),
                new LatLon(WEST.lat() - degrees, WEST.lon() - degrees));
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "5, trunk",
        "7, trunk secondary",
        "9, trunk secondary tertiary",
        "11, trunk secondary tertiary unclassified",
        "12, trunk residential secondary tertiary track unclassified",
        "13, trunk residential secondary service tertiary track unclassified",
        "14, trunk path residential secondary service tertiary track unclassified",
    })
    void main_roads_first_then_the_smaller_ones(int zoom, String classes) throws Exception {
        VectorTile.Tile.Layer roads = layer(tileAt(zoom).orElseThrow(), "road").orElseThrow();
        assertEquals(Set.of(classes.split(" ", -1)), values(roads, "class"));
        assertEquals(Set.of("QL4D"), values(roads, "ref"), "what has no digit is no number");
    }

    @Test
    void near_each_street_has_its_name_its_direction_and_its_bridge() throws Exception {
        VectorTile.Tile.Layer near = layer(tileAt(14).orElseThrow(), "road").orElseThrow();
        assertEquals(Set.of("Đường Trần Phú"), values(near, "name"));
        assertEquals(Set.of("1", "-1"), values(near, "oneway"));
        assertEquals(Set.of("bridge", "ford"), values(near, "structure"));
        assertTrue(layer(tileAt(9).orElseThrow(), "road").stream()
                .noneMatch(far -> far.getKeysList().contains("name")));
    }

    @Test
    void places_communes_and_former_districts_have_layers_of_their_own() throws Exception {
        VectorTile.Tile near = tileAt(12).orElseThrow();
        assertEquals(Set.of("Lai Châu", "Bản Mới"), values(layer(near, "place").orElseThrow(), "name"));
        assertEquals(Set.of("Đoàn Kết"), values(layer(near, "commune").orElseThrow(), "name"));
        assertEquals(Set.of("Tam Đường"), values(layer(near, "district").orElseThrow(), "name"));
        assertEquals(Set.of("hospital"), values(layer(near, "poi").orElseThrow(), "kind"));
        VectorTile.Tile far = tileAt(7).orElseThrow();
        assertEquals(Set.of("Lai Châu"), values(layer(far, "place").orElseThrow(), "name"));
        assertTrue(layer(far, "commune").isEmpty());
        assertTrue(layer(far, "poi").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"8,", "9, Km70", "11, Km70 Km75", "13, Km70 Km75 Km76"})
    void posts_come_with_the_zoom(int zoom, String labels) throws Exception {
        Optional<VectorTile.Tile.Layer> posts = layer(tileAt(zoom).orElseThrow(), "post");
        assertEquals(
                labels == null ? Set.of() : Set.of(labels.split(" ", -1)),
                posts.map(layer -> values(layer, "label")).orElse(Set.of()));
        posts.ifPresent(layer -> {
            assertEquals(Set.of("QL4D"), values(layer, "ref"));
            assertEquals(Set.of("top"), values(layer, "anchor"), "eastward, so south of the road");
        });
    }

    @Test
    void water_is_drawn_where_the_map_has_it() throws Exception {
        VectorTile.Tile near = tileAt(12).orElseThrow();
        VectorTile.Tile.Layer lakes = layer(near, "water").orElseThrow();
        assertEquals(Set.of("Hồ Thủy Sơn"), values(lakes, "name"));
        assertEquals(VectorTile.Tile.GeomType.POLYGON, lakes.getFeatures(0).getType());
        assertEquals(2, rings(lakes.getFeatures(0)), "the shore and the island that can be seen");
        assertEquals(Set.of("Nậm Na", "Suối Hồ"), values(layer(near, "waterway").orElseThrow(), "name"));
        VectorTile.Tile far = tileAt(8).orElseThrow();
        assertEquals(Set.of("Nậm Na"), values(layer(far, "waterway").orElseThrow(), "name"));
        assertEquals(Set.of("4"), values(layer(far, "border").orElseThrow(), "level"));
    }

    /** Each ring begins with a move (command 1) and ends with a close (command 7). */
    private static long rings(VectorTile.Tile.Feature surface) {
        List<Integer> commands = surface.getGeometryList();
        int closed = 0;
        for (int i = 0; i < commands.size(); ) {
            int command = commands.get(i) & 7;
            int count = commands.get(i) >> 3;
            closed += command == 7 ? 1 : 0;
            i += 1 + (command == 7 ? 0 : 2 * count);
        }
        return closed;
    }

    @Test
    void another_post_makes_another_version_for_browsers_keep_tiles_for_ever() {
        assertEquals(tiles.version(), tiles(POSTS).version());
        assertNotEquals(tiles.version(), tiles(POSTS.subList(0, 2)).version());
        assertTrue(tiles.version().startsWith("v1-"), tiles.version());
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
                            .mapToObj(i -> text(layer.getValues(tags.get(2 * i + 1))));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(VectorTile.Tile.Value value) {
        return value.hasStringValue()
                ? value.getStringValue()
                : String.valueOf(value.getIntValue() + value.getSintValue());
    }

    private static final class TownRoads implements DrawnRoads {

        private static final List<String> CLASSES =
                List.of("trunk", "secondary", "tertiary", "unclassified", "residential", "track", "service", "path");

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
            return road == 0 ? Optional.of("QL4D") : road == 1 ? Optional.of("大龙") : Optional.empty();
        }

        @Override
        public Optional<String> name(int road) {
            return Optional.of(road == 0 ? "Quốc lộ 4D" : "Đường Trần Phú"); // the first says no more than its number
        }

        @Override
        public Flow flow(int road) {
            return road == 1 ? Flow.FORWARD : road == 2 ? Flow.BACKWARD : Flow.BOTH;
        }

        @Override
        public Structure structure(int road) {
            return road == 1 ? Structure.BRIDGE : road == 3 ? Structure.FORD : Structure.NONE;
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
