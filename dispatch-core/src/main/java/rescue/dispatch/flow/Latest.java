package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Work that looks at the newest state: one at a time, and whoever asks during one gets the next, which all of them share. The
 * one that runs may have looked before whatever made him ask; the next one cannot have.
 */
public final class Latest<T> {

    private Future<T> last = Future.failedFuture("nothing has been looked at yet");
    private boolean waits;

    /**
     * Completes with work that began after this call.
     *
     * @param work the same for everybody who asks; of several who share it, one is asked for it
     */
    public synchronized Future<T> run(Supplier<Future<T>> work) {
        if (waits) {
            return last;
        }
        if (last.isComplete()) {
            last = work.get();
        } else {
            waits = true;
            last = last.transform(before -> begin(work));
        }
        return last;
    }

    private Future<T> begin(Supplier<Future<T>> work) {
        synchronized (this) {
            waits = false;
        }
        return work.get();
    }
}
