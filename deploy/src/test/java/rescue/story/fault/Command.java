package rescue.story.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the machine, done within seconds or failed. */
final class Command {

    private static final long WITHIN_S = 20;

    private Command() {}

    static String run(String... words) {
        return run(List.of(words));
    }

    /** What it printed; its failure is ours, in its own words. */
    static String run(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", words) + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", words) + ": " + said.strip());
            }
            return said;
        } catch (IOException missing) {
            throw new IllegalStateException(String.join(" ", words) + ": " + missing.getMessage(), missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
