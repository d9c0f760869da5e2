package rescue.dispatch.shell.web;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of large bodies may be in memory at once: the heap is small, and anybody may send a photo. Whoever finds no room
 * is asked to come again.
 */
final class UploadRoom {

    /** Three of the largest, or dozens of those that our pages send; each lies in memory some three times over. */
    static final long BYTES = 24L * 1024 * 1024;

    private final AtomicLong free = new AtomicLong(BYTES);

    /** False when there is no room for so much; else it is taken until {@link #leave}. */
    boolean enter(long bytes) {
        long before = free.get();
        while (before >= bytes) {
            if (free.compareAndSet(before, before - bytes)) {
                return true;
            }
            before = free.get();
        }
        return false;
    }

    void leave(long bytes) {
        free.addAndGet(bytes);
    }
}
