package rescue.deploy;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person at the terminal what is being done, and at which second since the start. */
final class Progress {

    private final PrintStream out;
    private final long startedNanos;

    /** @param alreadyRunning how long the process has run before this object was made */
    Progress(PrintStream out, Duration alreadyRunning) {
        this.out = out;
        this.startedNanos = System.nanoTime() - alreadyRunning.toNanos();
    }

    void say(String line) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        out.printf("[%5.1f s] %s%n", seconds, line);
    }
}
