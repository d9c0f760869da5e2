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
        try (ServerProcess server = new ServerProcess(folder.resolve("data"), arguments())) {
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

    private static Process stories(ServerProcess server, Path folder, Path output) throws Exception {
        Path web = ServerProcess.home().resolve("dispatch-core/web");
        Path runner = web.resolve("node_modules/@playwright/test/cli.js");
        assertTrue(Files.exists(runner), "the build of dispatch-core installs " + runner);
        ProcessBuilder builder = new ProcessBuilder("node", runner.toString(), "test")
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
