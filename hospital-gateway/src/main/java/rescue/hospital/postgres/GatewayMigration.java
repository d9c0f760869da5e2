package rescue.hospital.postgres;

import io.vertx.pgclient.PgConnectOptions;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Brings the gateway's own schema to the form that this version expects; the core's tables are not its business. */
public final class GatewayMigration {

    private static final String SCHEMA = "gateway";

    private static final String SCRIPTS = "classpath:db/gateway";

    private GatewayMigration() {}

    /** Applies what is missing, each script in its own transaction; tells how many were. */
    public static int run(PgConnectOptions database) {
        String url =
                "jdbc:postgresql://" + database.getHost() + ":" + database.getPort() + "/" + database.getDatabase();
        return run(url, database.getUser(), database.getPassword());
    }

    /** The same over an address of JDBC, which may name several hosts. */
    public static int run(String url, String user, @Nullable String password) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .locations(SCRIPTS)
                .schemas(SCHEMA)
                .outOfOrder(true) // as in the core's
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
