package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Through whose eyes the tables are read and written: the system's, which sees everything, or one hospital's. Then
 * PostgreSQL itself shows its rows and no others, whatever is asked (row-level security, {@code V070}), so that another
 * hospital's id in a query finds nothing and writes nothing.
 */
public final class Sight {

    /** Role and id for this transaction only; the connection goes back to the pool as it was. */
    private static final String SEE_AS = """
            SELECT set_config('role', 'rescue_hospital', true), set_config('rescue.hospital', $1, true)
            """;

    private final Pool pool;
    private final @Nullable String hospitalId;

    private Sight(Pool pool, @Nullable String hospitalId) {
        this.pool = pool;
        this.hospitalId = hospitalId;
    }

    /** The system's own, over everything. */
    public static Sight everything(Pool pool) {
        return new Sight(pool, null);
    }

    /** That hospital's; who sees already as one hospital sees as another from then on, never as both. */
    public Sight of(String id) {
        return new Sight(pool, id);
    }

    /** Questions or changes, each for itself; a hospital's all within one transaction. */
    public <T> Future<T> ask(Function<SqlClient, Future<T>> questions) {
        return hospitalId == null ? questions.apply(pool) : transact(questions::apply);
    }

    /** All or nothing. */
    public <T> Future<T> transact(Function<SqlConnection, Future<T>> work) {
        return hospitalId == null
                ? pool.withTransaction(work)
                : pool.withTransaction(tx ->
                        tx.preparedQuery(SEE_AS).execute(Tuple.of(hospitalId)).compose(seen -> work.apply(tx)));
    }
}
