package rescue.dispatch.flow;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** Work that looks at the newest state: one at a time, and whoever asks during one gets the next, which all of them share. */
final class Latest {

    private final Supplier<Future<Void>> work;
    private Future<Void> last = Future.succeededFuture();
    private boolean waits;

    Latest(Supplier<Future<Void>> work) {
        this.work = work;
    }

    /** Completes with work that began after this call. */
    synchronized Future<Void> run() {
        if (waits) {
            return last;
        }
        if (last.isComplete()) {
            last = work.get();
        } else {
            waits = true;
            last = last.otherwiseEmpty().compose(done -> begin());
        }
        return last;
    }

    private Future<Void> begin() {
        synchronized (this) {
            waits = false;
        }
        return work.get();
    }
}
