package rescue.deploy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rescue.story.ServerProcess;

/**
 * What people at the pages feel, with the fleet of the goal: the server that {@code dispatch-core/web/bench} measures. That
 * is a program for Node.js, since what it measures and most of what it plays is the pages' own code.
 */
public final class PagesBench {

    private static final int UNITS = 60;
    private static final int HOSPITALS = 12;

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private PagesBench() {}

    public static void main(String[] args) throws Exception {
        Path province = FOLDER.resolve("pages-province");
        BenchProvince.write(ServerProcess.home().resolve("maps/laichau"), province, UNITS, HOSPITALS);
        Path data = Files.createTempDirectory(FOLDER, "pages-data-");
        try (ServerProcess server = new ServerProcess(data, "--province", province.toString())) {
            System.out.printf("ready after %d ms%n", server.start().toMillis());
            int result = measure(server, args);
            if (result != 0) {
                throw new IllegalStateException("the measuring program ended with " + result);
            }
        }
    }

    private static int measure(ServerProcess server, String[] args) throws Exception {
        Path web = ServerProcess.home().resolve("dispatch-core/web");
        List<String> command = new ArrayList<>(
                List.of("node", web.resolve("bench/run.mjs").toString(), "to=" + FOLDER.resolve("pages.json")));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(web.toFile()).inheritIO();
        builder.environment().put("PAGES_URL", server.api("/").resolve("/").toString());
        return builder.start().waitFor();
    }
}
