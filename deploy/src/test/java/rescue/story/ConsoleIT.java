package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The console in a real browser before the real server: what it does is written in {@code dispatch-core/web/e2e}, here is
 * only the server that it needs and the verdict.
 */
class ConsoleIT {

    /** Four stories with and four without a map; half a minute on two idle cores. */
    private static final long FINISHED_WITHIN_MINUTES = 8;

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    @Test
    void an_operator_works_in_a_browser_with_and_without_a_map() throws Exception {
        assumeTrue(isBrowserThere(), "no browser in PATH: install chromium");
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "console")), "run-");
        try (ServerProcess server = new ServerProcess(folder.resolve("data"))) {
            server.start();
            Path output = folder.resolve("browser.txt");
            Process browser = stories(server, folder, output);
            if (!browser.waitFor(FINISHED_WITHIN_MINUTES, TimeUnit.MINUTES)) {
                browser.descendants().forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly();
            }
            String said = Files.readString(output);
            System.out.println(said);
            assertEquals(0, browser.waitFor(), said);
        }
    }

    private static Process stories(ServerProcess server, Path folder, Path output) throws Exception {
        Path web = ServerProcess.home().resolve("dispatch-core/web");
        Path runner = web.resolve("node_modules/@playwright/test/cli.js");
        assertTrue(Files.exists(runner), "the build of dispatch-core installs " + runner);
        ProcessBuilder builder = new ProcessBuilder("node", runner.toString(), "test")
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("CONSOLE_URL", server.api("/").resolve("/").toString());
        builder.environment()
                .put("E2E_OUT", folder.resolve("pictures").toAbsolutePath().toString());
        builder.environment().put("CI", "1"); // no colours, no questions
        return builder.start();
    }

    private static boolean isBrowserThere() {
        return System.getenv("CHROMIUM") != null
                || Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                        .anyMatch(Files::isExecutable);
    }
}
