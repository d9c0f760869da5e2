package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages in a real browser before the real server: what they do is written in {@code dispatch-core/web/e2e}, here is
 * only the server that they need and the verdict.
 */
class PagesIT {

    /** Every page, every story; some minutes on two idle cores. */
    private static final long FINISHED_WITHIN_MINUTES = 40;

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    @Test
    void people_work_with_the_pages_in_a_browser() throws Exception {
        requireBrowser();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "pages")), "run-");
        // What draws a map keeps one core busy by itself; the others, before a server of their own, do not wait for it.
        try (Stage map = Stage.open(folder.resolve("map"), "with-map");
                Stage mapless = Stage.open(folder.resolve("mapless"), "mapless", "without-webgl")) {
            String said = map.allItSaid() + mapless.allItSaid();
            System.out.println(said);
            assertEquals(0, map.browser.exitValue(), said);
            assertEquals(0, mapless.browser.exitValue(), said);
        }
    }

    /** A server and the browser before it. */
    private record Stage(ServerProcess server, Process browser, Path output) implements AutoCloseable {

        static Stage open(Path folder, String... projects) throws Exception {
            Files.createDirectories(folder);
            ServerProcess server = new ServerProcess(folder.resolve("data"), arguments());
            try {
                server.start();
                Path output = folder.resolve("browser.txt");
                return new Stage(server, stories(server, folder, projects, output), output);
            } catch (Exception failed) {
                server.close();
                throw failed;
            }
        }

        /** Waits until the last story is told. */
        String allItSaid() throws Exception {
            if (!browser.waitFor(FINISHED_WITHIN_MINUTES, TimeUnit.MINUTES)) {
                endBrowser();
                browser.waitFor();
            }
            return Files.readString(output);
        }

        private void endBrowser() {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }

        @Override
        public void close() throws IOException {
            endBrowser();
            server.close();
        }
    }

    /** The province, and a number for reports by SMS, without which the public page does not offer any. */
    private static String[] arguments() {
        return Stream.concat(Stream.of(Province.arguments()), Stream.of("--sms-number", "8115"))
                .toArray(String[]::new);
    }

    /** At somebody's desk it is left out, and said; where everything is to be verified, it is a failure. */
    static void requireBrowser() {
        if (System.getenv("CI") != null) {
            assertTrue(isBrowserThere(), "no browser in PATH: deploy/test installs one where it can");
        }
        assumeTrue(isBrowserThere(), "no browser in PATH: install chromium");
    }

    private static Process stories(ServerProcess server, Path folder, String[] projects, Path output)
            throws IOException {
        Path web = ServerProcess.home().resolve("dispatch-core/web");
        Path runner = web.resolve("node_modules/@playwright/test/cli.js");
        assertTrue(Files.exists(runner), "the build of dispatch-core installs " + runner);
        List<String> command = new ArrayList<>(List.of("node", runner.toString(), "test"));
        Stream.of(projects).forEach(project -> command.addAll(List.of("--project", project)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PAGES_URL", server.api("/").resolve("/").toString());
        builder.environment()
                .put("PAPER_DIR", folder.resolve("data/paper").toAbsolutePath().toString());
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
