package rescue.deploy.postgres;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/** What must be true of the database before this process may say that it is ready. */
public final class DatabaseHealth {

    private static final String ANSWERS = "SELECT 1";

    private static final String FAILED_MIGRATIONS = """
            SELECT coalesce(sum(CASE WHEN success THEN 0 ELSE 1 END), 0)::int AS failed, count(*)::int AS known
            FROM flyway_schema_history
            """;

    private static final String IDENTITY = """
            SELECT system_identifier::text || '/' || current_database() AS identity FROM pg_control_system()
            """;

    private DatabaseHealth() {}

    /** It answers, over a connection of the pool that the work itself uses. */
    public static Future<?> answers(Pool pool) {
        return pool.query(ANSWERS).execute();
    }

    /** Its tables were brought to a known form, and no migration stopped half way. */
    public static Future<?> isMigrated(Pool pool) {
        return pool.query(FAILED_MIGRATIONS).execute().compose(DatabaseHealth::allSucceeded);
    }

    /** Which database it is: the same for everybody who is connected to it, also after its standby took over. */
    public static Future<String> identity(Pool pool) {
        return pool.query(IDENTITY).execute().map(rows -> rows.iterator().next().getString("identity"));
    }

    private static Future<Void> allSucceeded(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        if (row.getInteger("known") == 0) {
            return Future.failedFuture("no migration has run");
        }
        return row.getInteger("failed") == 0 ? Future.succeededFuture() : Future.failedFuture("a migration failed");
    }
}
