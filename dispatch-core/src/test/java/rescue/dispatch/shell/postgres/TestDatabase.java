package rescue.dispatch.shell.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A migrated database of its own for each test class, on one real PostgreSQL for the whole JVM.
 *
 * <p>Migrated once into a template, then copied: a fresh database takes well under a second. The server runs without
 * fsync, as nobody pulls the plug of a test; it ends with the JVM.
 */
public final class TestDatabase {

    private static final String USER = "postgres";
    private static final String TEMPLATE = "migrated";

    /** Ten connections: enough to race sixteen clients through one pool, few enough for many classes at once. */
    private static final int POOL_SIZE = 10;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new database with every migration applied. */
    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** A pool on this database; close it with the Vert.x instance. */
    public Pool pool(Vertx vertx) {
        return PgBuilder.pool()
                .connectingTo(options())
                .with(new PoolOptions().setMaxSize(POOL_SIZE))
                .using(vertx)
                .build();
    }

    /** For a test that needs its own kind of client. */
    public PgConnectOptions options() {
        return new PgConnectOptions()
                .setHost("localhost")
                .setPort(Server.POSTGRES.getPort())
                .setDatabase(name)
                .setUser(USER)
                .setPassword(USER);
    }

    /** For a server started by a test, in the form of the setting {@code PG_URI}. */
    public String uri() {
        return "postgresql://" + USER + ":" + USER + "@localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    /** Ends every connection to this database, as a restart of PostgreSQL would. */
    public void cutConnections() {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    private static void execute(String sql) {
        run(Server.POSTGRES, sql);
    }

    private static void run(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started with the first test that needs it, once. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                run(postgres, "CREATE DATABASE " + TEMPLATE);
                Flyway.configure()
                        .dataSource(postgres.getDatabase(USER, TEMPLATE))
                        .load()
                        .migrate();
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
