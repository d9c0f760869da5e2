package rescue.deploy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the newest first: so PostgreSQL goes last, when nobody uses a connection any more. */
final class Shutdown {

    /** One thing to close. */
    @FunctionalInterface
    interface Closing {
        void close() throws Exception;
    }

    private record Step(String name, Closing closing) {}

    /** Longer than the requests under way get, and than PostgreSQL needs to write all down. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Progress progress;
    private final Duration limit;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean over;

    Shutdown(Progress progress) {
        this(progress, LIMIT);
    }

    /** The same, each step given up after that long. */
    Shutdown(Progress progress, Duration limit) {
        this.progress = progress;
        this.limit = limit;
    }

    /** Something that came up after the shutdown began is closed at once. */
    synchronized void remember(String name, Closing closing) {
        if (over) {
            close(new Step(name, closing));
        } else {
            steps.push(new Step(name, closing));
        }
    }

    /** A step that fails must not keep the ones after it from being closed. */
    synchronized void run() {
        over = true;
        while (!steps.isEmpty()) {
            close(steps.pop());
        }
    }

    /** A step that hangs neither: a node that cannot leave the others must not keep PostgreSQL from being closed well. */
    private void close(Step step) {
        var closing = new Thread(() -> closeNow(step), "closing " + step.name);
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(limit.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            progress.say("closing " + step.name + " takes more than " + limit.toSeconds() + " s and is given up");
        }
    }

    private void closeNow(Step step) {
        try {
            step.closing.close();
        } catch (Exception failure) {
            progress.say("closing " + step.name + ": " + failure.getMessage());
        }
    }
}
