package rescue.deploy.postgres;

import io.vertx.pgclient.PgConnectOptions;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the tables to the form that this version of the program expects. */
public final class Migration {

    /** Beside the classes that use the tables, in dispatch-core. */
    private static final String SCRIPTS = "classpath:db/migration";

    /** An external PostgreSQL may still be starting when we are: tried this often, a growing pause between. */
    private static final int CONNECT_RETRIES = 10;

    private Migration() {}

    /** Applies what is missing, each script in its own transaction; tells how many were. */
    public static int run(PgConnectOptions database) {
        String url =
                "jdbc:postgresql://" + database.getHost() + ":" + database.getPort() + "/" + database.getDatabase();
        MigrateResult result = Flyway.configure()
                .dataSource(url, database.getUser(), database.getPassword())
                .locations(SCRIPTS)
                .connectRetries(CONNECT_RETRIES)
                .outOfOrder(true) // several hands write scripts at once; none needs one with a higher number
                .load()
                .migrate();
        return result.migrationsExecuted;
    }
}
