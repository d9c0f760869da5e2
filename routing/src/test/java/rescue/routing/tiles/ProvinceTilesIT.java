package rescue.routing.tiles;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.port.BaseMap;
import rescue.routing.Maps;
import rescue.routing.RoutingModule;

/** Every tile of the province as the server draws it, from the full map if that lies beside the project, else the road book. */
class ProvinceTilesIT {

    private static final Logger LOG = LoggerFactory.getLogger(ProvinceTilesIT.class);

    /** What a tablet on a mountain road fetches in a second or two. */
    private static final int MOST_BYTES = 500_000;

    /** A whole screen of a province is a dozen of them, drawn one after the other. */
    private static final long MOST_MS = 200;

    @TempDir
    private static Path graphs;

    private static Vertx vertx;
    private static BaseMap map;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        map = RoutingModule.open(vertx, Maps.sharedIfThere("laichau-lite.osm.pbf"), Maps.PROVINCE, graphs, Maps.MODELS)
                .baseMap();
        tile(0, 0, 0); // waits until what all tiles are drawn from is prepared
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8, 9, 10, 11, 12, 13, 14})
    void no_tile_is_large_or_slow(int zoom) throws Exception {
        int size = 1 << zoom;
        var southWest = Mercator.project(map.southWest());
        var northEast = Mercator.project(map.northEast());
        int largest = 0;
        List<Long> ms = new ArrayList<>();
        for (int x = (int) (southWest.x * size); x <= northEast.x * size; x++) {
            for (int y = (int) (northEast.y * size); y <= southWest.y * size; y++) {
                long began = System.nanoTime();
                largest = Math.max(
                        largest, tile(zoom, x, y).map(tile -> tile.length).orElse(0));
                ms.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            }
        }
        ms.sort(null);
        LOG.info(
                "zoom {}: {} tiles, largest {} kB, slowest {} ms, median {} ms",
                zoom,
                ms.size(),
                largest / 1000,
                ms.get(ms.size() - 1),
                ms.get(ms.size() / 2));
        assertTrue(largest <= MOST_BYTES, largest + " bytes");
        // the one slowest may have met the collector; a tenth of all has not
        long slow = ms.get((int) (0.9 * (ms.size() - 1)));
        assertTrue(slow < MOST_MS, String.format(Locale.ROOT, "nine tenths within %d ms", slow));
    }

    @Test
    void the_world_is_one_small_tile() throws Exception {
        assertTrue(tile(0, 0, 0).map(tile -> tile.length).orElse(0) < 20_000);
    }

    private static Optional<byte[]> tile(int zoom, int x, int y) throws Exception {
        return map.tile(zoom, x, y).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
