package rescue.routing.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the nodes is kept beside the map; one that is broken, or another map's, is made anew. */
class RoadHierarchyTest {

    @TempDir
    private Path folder;

    private final RoadGraph roads = RandomRoads.roads(new Random(1), 60).graph();

    @Test
    void a_kept_order_is_used_again() throws IOException {
        Path file = folder.resolve("node-order");
        RoadHierarchy.of(roads, file);
        byte[] kept = Files.readAllBytes(file);
        var written = Files.getLastModifiedTime(file);
        RoadHierarchy.of(roads, file);
        assertArrayEquals(kept, Files.readAllBytes(file));
        assertEquals(written, Files.getLastModifiedTime(file));
    }

    @Test
    void a_broken_order_is_made_anew() throws IOException {
        Path file = folder.resolve("node-order");
        RoadHierarchy.of(roads, file);
        byte[] whole = Files.readAllBytes(file);
        byte[] broken = whole.clone();
        broken[broken.length / 2] ^= 1;
        Files.write(file, broken);
        assertEquals(roads.nodes(), RoadHierarchy.of(roads, file).nodes());
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    @Test
    void the_order_of_another_map_is_made_anew() {
        Path file = folder.resolve("node-order");
        RoadHierarchy.of(RandomRoads.roads(new Random(2), 40).graph(), file);
        assertEquals(roads.nodes(), RoadHierarchy.of(roads, file).nodes());
    }

    @Test
    void a_folder_that_cannot_be_written_to_costs_only_time() {
        Path nowhere = folder.resolve("missing").resolve("node-order");
        assertEquals(roads.nodes(), RoadHierarchy.of(roads, nowhere).nodes());
        assertTrue(Files.notExists(nowhere));
    }
}
