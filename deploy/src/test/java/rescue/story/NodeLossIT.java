package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A console in a real browser before three real nodes over one database, which lose one after another: what the page does is
 * written in {@code dispatch-core/web/e2e/nodes}.
 */
class NodeLossIT {

    private static final long FINISHED_WITHIN_MINUTES = 5;

    @Test
    void a_console_outlives_its_node() throws Exception {
        PagesIT.requireBrowser();
        Path folder = Province.folder("nodes");
        Map<String, ServerProcess> nodes = new LinkedHashMap<>();
        ServerProcess first = new ServerProcess(folder.resolve("A"), Province.arguments());
        Path cut = folder.resolve("cut").toAbsolutePath();
        try (Cable cable = new Cable(URI.create(first.pgUri()).getPort());
                CableHand hand = new CableHand(cable, cut)) {
            nodes.put("A", first);
            nodes.put("B", new ServerProcess(folder.resolve("B"), Province.besides(first)));
            nodes.put("C", new ServerProcess(folder.resolve("C"), along(cable)));
            String urls = addresses(nodes, NodeLossIT::origin);
            String doors = addresses(nodes, NodeLossIT::door);
            for (Map.Entry<String, ServerProcess> node : nodes.entrySet()) {
                node.getValue().alsoWith("--node", node.getKey(), "--node-urls", urls, "--gateway-urls", doors);
                node.getValue().startOnEstimates();
            }
            watch(nodes, folder, cut);
            hand.assertWorked();
        } finally {
            for (ServerProcess node : backwards(nodes)) { // the first last: the database is its
                node.end();
            }
        }
    }

    private static void watch(Map<String, ServerProcess> nodes, Path folder, Path cut) throws Exception {
        Path web = ServerProcess.home().resolve("dispatch-core/web");
        Path output = folder.resolve("browser.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        web.resolve("node_modules/@playwright/test/cli.js").toString(),
                        "test",
                        "--config",
                        "nodes.config.ts")
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PAGES_URL", origin(nodes.get("C")));
        builder.environment()
                .put(
                        "NODES",
                        nodes.entrySet().stream()
                                .map(node -> node.getKey() + "=" + origin(node.getValue()) + "|" + door(node.getValue())
                                        + "#" + node.getValue().pid())
                                .collect(Collectors.joining(",")));
        builder.environment()
                .put("E2E_OUT", folder.resolve("pictures").toAbsolutePath().toString());
        builder.environment().put("CUT", cut.toString());
        builder.environment().put("CI", "1"); // no colours, no questions
        Process browser = builder.start();
        if (!browser.waitFor(FINISHED_WITHIN_MINUTES, TimeUnit.MINUTES)) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        String said = Files.readString(output);
        System.out.println(said);
        assertEquals(0, browser.waitFor(), said);
    }

    /** Over the first one's database, by a line of its own. */
    private static String[] along(Cable cable) {
        return Stream.concat(
                        Stream.of(Province.arguments()),
                        Stream.of("--pg-uri", "postgresql://postgres@127.0.0.1:" + cable.port() + "/rescue"))
                .toArray(String[]::new);
    }

    /** Pulls the cable out while the story keeps a file there, and puts it back when the file is gone. */
    private static final class CableHand implements AutoCloseable {

        private static final long LOOKS_EVERY_MS = 50;

        private final AtomicReference<IOException> slipped = new AtomicReference<>();
        private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
        private boolean isOut;

        CableHand(Cable cable, Path cut) {
            looking.scheduleWithFixedDelay(() -> look(cable, cut), 0, LOOKS_EVERY_MS, TimeUnit.MILLISECONDS);
        }

        private void look(Cable cable, Path cut) {
            try {
                if (Files.exists(cut) != isOut) {
                    isOut = !isOut;
                    if (isOut) {
                        cable.pullOut();
                    } else {
                        cable.plugIn();
                    }
                }
            } catch (IOException failure) {
                slipped.compareAndSet(null, failure);
            }
        }

        void assertWorked() {
            assertNull(slipped.get());
        }

        @Override
        public void close() {
            looking.shutdownNow();
        }
    }

    private static String addresses(Map<String, ServerProcess> nodes, Function<ServerProcess, String> address) {
        return nodes.entrySet().stream()
                .map(node -> node.getKey() + "=" + address.apply(node.getValue()))
                .collect(Collectors.joining(","));
    }

    /** The hospitals'. */
    private static String door(ServerProcess node) {
        String address = node.gateway("/").toString();
        return address.substring(0, address.length() - 1);
    }

    private static String origin(ServerProcess node) {
        String address = node.api("").toString();
        return address.substring(0, address.indexOf("/api/"));
    }

    private static List<ServerProcess> backwards(Map<String, ServerProcess> nodes) {
        List<ServerProcess> all = new ArrayList<>(nodes.values());
        java.util.Collections.reverse(all);
        return all;
    }
}
