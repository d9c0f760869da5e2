package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.function.Supplier;

/**
 * What each node does at its start to tables that all share, one node after another: all hosts of a centre start at the same
 * moment when the power comes back. A turn ends with its connection, so that of a node that dies too.
 */
public final class StartTurn {

    /** Any number; it is this one for nothing else. */
    private static final long TURN = 4_115_001L;

    /**
     * A first start hashes a password for each unit; a node that hangs must not hold up the others for ever. The limit that every
     * statement of the work has would end this one sooner.
     */
    private static final String WAIT_AT_MOST = "SET statement_timeout = 0; SET lock_timeout = '60s'";

    private static final String TAKE = "SELECT pg_advisory_lock(" + TURN + ")";

    private StartTurn() {}

    /** Does it when no other node does, over connections of its own. */
    public static <T> Future<T> take(Vertx vertx, PgConnectOptions database, Supplier<Future<T>> work) {
        return PgConnection.connect(vertx, database)
                .compose(turn -> turn.query(WAIT_AT_MOST)
                        .execute()
                        .compose(set -> turn.query(TAKE).execute())
                        .compose(taken -> work.get())
                        .eventually(turn::close));
    }
}
