package rescue.hospital.postgres;

import io.vertx.pgclient.PgConnectOptions;
import org.flywaydb.core.Flyway;

/** Brings the gateway's own schema to the form that this version expects; the core's tables are not its business. */
public final class GatewayMigration {

    private static final String SCHEMA = "gateway";

    private static final String SCRIPTS = "classpath:db/gateway";

    private GatewayMigration() {}

    /** Applies what is missing, each script in its own transaction; tells how many were. */
    public static int run(PgConnectOptions database) {
        String url =
                "jdbc:postgresql://" + database.getHost() + ":" + database.getPort() + "/" + database.getDatabase();
        return Flyway.configure()
                .dataSource(url, database.getUser(), database.getPassword())
                .locations(SCRIPTS)
                .schemas(SCHEMA)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
