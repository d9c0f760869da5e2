package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/** Whether the writer may still write: asked within the transaction that writes. */
@FunctionalInterface
public interface Fencing {

    /** For those who may always. */
    Fencing NONE = tx -> Future.succeededFuture();

    /** Fails when somebody else has taken over, and keeps anybody from taking over before the transaction ends. */
    Future<Void> check(SqlConnection tx);

    /** Somebody else does this job by now; nothing was written. */
    final class Fenced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Fenced(String message) {
            super(message, null, false, false);
        }
    }
}
