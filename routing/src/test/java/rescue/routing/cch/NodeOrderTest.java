package rescue.routing.cch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeOrderTest {

    @TempDir
    private Path folder;

    private final RandomGraphs graphs = new RandomGraphs(11);
    private final NodeOrder order = graphs.dissected();
    private Path file = Path.of("");

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("order");
        order.save(file, graphs.graph);
    }

    @Test
    void comes_back_from_its_file() {
        assertArrayEquals(nodes(order), nodes(NodeOrder.load(file, graphs.graph).orElseThrow()));
    }

    @Test
    void is_the_same_each_time_and_on_any_number_of_threads() {
        for (int threads = 1; threads <= 3; threads++) {
            NodeOrder again = NestedDissection.order(graphs.graph, graphs.x, graphs.y, threads);
            assertArrayEquals(nodes(order), nodes(again));
        }
    }

    @Test
    void no_file_is_no_order() {
        assertEquals(Optional.empty(), NodeOrder.load(folder.resolve("elsewhere"), graphs.graph));
        assertEquals(Optional.empty(), NodeOrder.load(folder, graphs.graph));
    }

    @Test
    void a_file_with_any_broken_byte_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] broken = whole.clone();
            broken[at] ^= 1 << at % 8;
            Files.write(file, broken);
            assertTrue(NodeOrder.load(file, graphs.graph).isEmpty(), "byte " + at);
        }
    }

    @Test
    void a_file_that_was_cut_off_or_went_on_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length + 10; length++) {
            if (length != whole.length) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertTrue(NodeOrder.load(file, graphs.graph).isEmpty(), "length " + length);
            }
        }
    }

    @Test
    void the_order_of_another_graph_is_refused() {
        assertTrue(NodeOrder.load(file, new RandomGraphs(12).graph).isEmpty());
    }

    @Test
    void every_node_stands_in_it_once() {
        assertThrows(IllegalArgumentException.class, () -> new NodeOrder(new int[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> new NodeOrder(new int[] {0, 2}));
    }

    private static int[] nodes(NodeOrder order) {
        int[] nodes = new int[order.nodes()];
        Arrays.setAll(nodes, order::node);
        return nodes;
    }
}
