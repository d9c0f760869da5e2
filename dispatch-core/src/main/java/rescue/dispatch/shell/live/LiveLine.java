package rescue.dispatch.shell.live;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Function;

/**
 * What is on its way to one page and not out yet. When too much waits, nothing more is put on the line: what follows is
 * only counted, and once the line is empty again the page is told in one message to read everything anew. A line on which
 * nothing moves at all is given up.
 *
 * <p>So a page is never told half: either every change, or that it has missed some and up to which number.
 */
final class LiveLine {

    /** Some two thousand changes. Reading the boards again is less than that, and no page costs more memory. */
    static final int WAITING_MAX_BYTES = 256 * 1024;

    /** Longer than a tablet needs through a tunnel's mouth; whoever is there after it comes back by himself. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(10);

    /** A frame's head and what carries it; a message is never free. */
    private static final int OVERHEAD_BYTES = 64;

    /** The rest before a line is looked at again. */
    @FunctionalInterface
    interface Pause {

        /** Runs {@code next} when {@link #STUCK_AFTER} is over. */
        void then(Runnable next);
    }

    private final Function<LiveMessage, Future<Void>> wire;
    private final Pause pause;
    private final Runnable giveUp;

    private long waitingBytes;

    /** How many messages ever went out: the same number later is a line that stands still. */
    private long out;

    /** Whether something was left out that the page must still be told of. */
    private boolean owes;

    /** The newest number that was put on the line or left out. */
    private long newestSeq;

    /**
     * An empty line.
     *
     * @param wire completes when the message has left us
     * @param giveUp what is done with a line that stands still
     */
    LiveLine(Function<LiveMessage, Future<Void>> wire, Pause pause, Runnable giveUp) {
        this.wire = wire;
        this.pause = pause;
        this.giveUp = giveUp;
    }

    /** Puts it on the line, or remembers that it was left out. Completes when it is out, at once when it was left out. */
    synchronized Future<Void> send(LiveMessage message) {
        newestSeq = Math.max(newestSeq, message.seq() == null ? 0 : message.seq());
        boolean fits = waitingBytes + size(message) <= WAITING_MAX_BYTES;
        if (waitingBytes == 0 || (fits && !owes)) { // what is longer than all that may wait goes alone
            return put(message);
        }
        if (!owes) {
            owes = true;
            watch(out);
        }
        return Future.succeededFuture();
    }

    private Future<Void> put(LiveMessage message) {
        long size = size(message);
        waitingBytes += size;
        return wire.apply(message).onComplete(gone -> whenOut(size));
    }

    private synchronized void whenOut(long size) {
        waitingBytes -= size;
        out++;
        if (owes && waitingBytes == 0) {
            owes = false;
            put(LiveMessage.resync(newestSeq));
        }
    }

    /** Slow is no fault; only a line on which nothing has moved meanwhile is one. */
    private void watch(long outBefore) {
        pause.then(() -> lookAgain(outBefore));
    }

    private void lookAgain(long outBefore) {
        boolean stuck;
        synchronized (this) {
            if (!owes) {
                return;
            }
            stuck = out == outBefore;
            if (!stuck) {
                watch(out);
            }
        }
        if (stuck) {
            giveUp.run();
        }
    }

    synchronized long waitingBytes() {
        return waitingBytes;
    }

    /** Almost all is ASCII; a letter of ours with two marks counts less than it is, a number more. */
    private static long size(LiveMessage message) {
        return (long) message.text().length() + OVERHEAD_BYTES;
    }
}
