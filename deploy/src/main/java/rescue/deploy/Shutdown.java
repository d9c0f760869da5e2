package rescue.deploy;

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

    private final Progress progress;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean over;

    Shutdown(Progress progress) {
        this.progress = progress;
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

    private void close(Step step) {
        try {
            step.closing.close();
        } catch (Exception failure) {
            progress.say("closing " + step.name + ": " + failure.getMessage());
        }
    }
}
