package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
        try {
            ServerProcess first = new ServerProcess(folder.resolve("A"), Province.arguments());
            nodes.put("A", first);
            for (String name : List.of("B", "C")) {
                nodes.put(name, new ServerProcess(folder.resolve(name), Province.besides(first)));
            }
            String urls = nodes.entrySet().stream()
                    .map(node -> node.getKey() + "=" + origin(node.getValue()))
                    .collect(Collectors.joining(","));
            for (Map.Entry<String, ServerProcess> node : nodes.entrySet()) {
                node.getValue().alsoWith("--node", node.getKey(), "--node-urls", urls);
                node.getValue().startOnEstimates();
            }
            watch(nodes, folder);
        } finally {
            for (ServerProcess node : backwards(nodes)) { // the first last: the database is its
                node.end();
            }
        }
    }

    private static void watch(Map<String, ServerProcess> nodes, Path folder) throws Exception {
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
                                .map(node -> node.getKey() + "=" + origin(node.getValue()) + "#"
                                        + node.getValue().pid())
                                .collect(Collectors.joining(",")));
        builder.environment()
                .put("E2E_OUT", folder.resolve("pictures").toAbsolutePath().toString());
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
