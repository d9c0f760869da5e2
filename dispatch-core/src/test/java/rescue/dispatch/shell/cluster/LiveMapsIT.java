package rescue.dispatch.shell.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rescue.dispatch.port.LiveState;
import rescue.dispatch.port.LiveState.Board;
import rescue.dispatch.port.LiveState.Entry;
import rescue.dispatch.port.LiveStateContract;
import rescue.dispatch.shell.live.MemoryLiveState;
import rescue.dispatch.story.Samples;

/** The boards of nodes that share them, over real connections within one process. */
final class LiveMapsIT extends LiveStateContract {

    private static final long SOON_S = 20;

    private final Vertx vertx = Vertx.vertx();
    private final List<HazelcastNode> nodes = new ArrayList<>();

    @AfterEach
    void all_stop() {
        nodes.forEach(HazelcastNode::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected LiveState open() {
        return boards(join(members("A"), "A"));
    }

    @Test
    void what_one_node_says_is_known_on_the_others_and_to_whoever_comes_later() {
        Map<String, String> members = members("A", "B", "C");
        LiveState a = boards(join(members, "A"));
        LiveState b = boards(join(members, "B"));
        List<String> heardAtB = new ArrayList<>();
        b.listen(Board.UNITS, (key, entry) -> heardAtB.add(key));

        a.put(Board.UNITS, "A1", entry(3));
        a.put(Board.UNITS, "gone", entry(1));
        a.remove(Board.UNITS, "gone", 2);
        soon("B knows", () -> b.list(Board.UNITS).equals(Map.of("A1", entry(3))));
        assertTrue(heardAtB.contains("A1"));

        LiveState c = boards(join(members, "C"));
        assertEquals(Map.of("A1", entry(3)), c.list(Board.UNITS), "known before its first question");
        c.put(Board.UNITS, "A1", entry(2));
        c.put(Board.UNITS, "A1", entry(4));
        soon("A knows", () -> a.find(Board.UNITS, "A1").equals(Optional.of(entry(4))));
    }

    /** Both sides say something of the same key at once, many times: afterwards all know the same, the newest. */
    @Test
    void two_nodes_that_speak_at_once_end_with_the_newest_word() {
        Map<String, String> members = members("A", "B");
        LiveState a = boards(join(members, "A"));
        LiveState b = boards(join(members, "B"));
        for (int version = 1; version <= 2_000; version++) {
            (version % 2 == 0 ? a : b).put(Board.POSITIONS, "A" + version % 7, entry(version));
        }
        soon(
                "both know the newest",
                () -> a.list(Board.POSITIONS).equals(b.list(Board.POSITIONS))
                        && a.list(Board.POSITIONS).values().stream().allMatch(entry -> entry.version() > 1_993));
    }

    @Test
    void when_the_others_are_gone_everything_is_still_known_here_and_told_when_they_are_back() {
        Map<String, String> members = members("A", "B", "C");
        HazelcastNode nodeA = join(members, "A");
        LiveState a = boards(nodeA);
        HazelcastNode nodeB = join(members, "B");
        boards(nodeB).put(Board.INCIDENTS, "all", entry(7));
        soon("A knows", () -> a.find(Board.INCIDENTS, "all").isPresent());
        nodeB.close();
        soon("A is cut off", () -> nodeA.now().orElseThrow().cutOff());

        assertEquals(Optional.of(entry(7)), a.find(Board.INCIDENTS, "all"));
        a.put(Board.INCIDENTS, "all", entry(8)); // no majority takes it; it waits here

        LiveState c = boards(join(members, "C"));
        soon("C is told", () -> c.find(Board.INCIDENTS, "all").equals(Optional.of(entry(8))));
    }

    /** No Kubernetes here: but its settings are taken, and a name that lists this node alone finds this node alone. */
    @Test
    void in_kubernetes_nodes_are_looked_for_by_the_name_of_their_service() {
        var plan = new ClusterPlan("test", "rescue-0", "1", Map.of(), Optional.of("localhost"), 3, freePort(), 0);
        HazelcastNode node = HazelcastNode.join(plan, InstantSource.system());
        nodes.add(node);

        assertEquals(List.of("rescue-0"), node.now().orElseThrow().present());
        assertTrue(node.now().orElseThrow().cutOff());
    }

    private LiveState boards(HazelcastNode node) {
        return node.openBoards(vertx, new MemoryLiveState(InstantSource.system()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private HazelcastNode join(Map<String, String> members, String name) {
        String own = members.get(name);
        int port = Integer.parseInt(own.substring(own.indexOf(':') + 1));
        HazelcastNode node = HazelcastNode.join(
                new ClusterPlan("test", name, "1", members, Optional.empty(), members.size(), port, 0),
                InstantSource.system());
        nodes.add(node);
        return node;
    }

    private static Map<String, String> members(String... names) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, "127.0.0.1:" + freePort());
        }
        return members;
    }

    private static Entry entry(long version) {
        return new Entry(version, "{\"v\":" + version + "}", Samples.minute(version));
    }

    private static void soon(String what, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SOON_S);
        while (!isSo.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, what + " within " + SOON_S + " s");
            try {
                Thread.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
