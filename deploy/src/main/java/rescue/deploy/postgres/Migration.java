package rescue.deploy.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import rescue.hospital.postgres.GatewayMigration;

/** Brings the tables to the form that this version of the program expects, or says in a sentence why not. */
public final class Migration {

    /** Beside the classes that use the tables, in dispatch-core. */
    private static final String SCRIPTS = "classpath:db/migration";

    /** An external PostgreSQL may still be starting when we are, after a power cut even for minutes. */
    private static final Duration WAIT = Duration.ofMinutes(5);

    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** So that whoever has misspelt the host reads it soon, and whoever waits is not drowned in it. */
    private static final int SAID_EVERY = 5;

    private final PgHosts database;
    private final Consumer<String> say;
    private final Runnable waits;

    private Migration(PgHosts database, Consumer<String> say, Runnable waits) {
        this.database = database;
        this.say = say;
        this.waits = waits;
    }

    /**
     * Applies what is missing, each script in its own transaction; tells how many were.
     *
     * @param waits called for every time that PostgreSQL is not there yet and is waited for
     */
    public static int run(PgHosts database, Consumer<String> say, Runnable waits) throws InterruptedException {
        var migration = new Migration(database, say, waits);
        long deadline = System.nanoTime() + WAIT.toNanos();
        while (true) {
            migration.awaitDatabase(deadline);
            try {
                return migration.migrate()
                        + GatewayMigration.run(database.jdbcUrl(), database.user(), database.password());
            } catch (FlywayException failure) {
                if (!DatabaseRefusal.mayPass(failure) || System.nanoTime() > deadline) {
                    throw DatabaseRefusal.of(failure, database);
                }
                waits.run(); // it went away in the middle of a script, which was taken back with it
                Thread.sleep(AGAIN.toMillis());
            }
        }
    }

    private void awaitDatabase(long deadline) throws InterruptedException {
        for (int tried = 0; ; tried++) {
            try {
                connect().close();
                return;
            } catch (SQLException failure) {
                var refusal = DatabaseRefusal.of(failure, database);
                if (!DatabaseRefusal.mayPass(failure) || System.nanoTime() > deadline) {
                    throw refusal;
                }
                if (tried % SAID_EVERY == 0) {
                    say.accept("waiting: " + refusal.getMessage());
                }
                waits.run();
                Thread.sleep(AGAIN.toMillis());
            }
        }
    }

    private Connection connect() throws SQLException {
        var who = new Properties();
        who.setProperty("user", database.user());
        String password = database.password();
        if (password != null) {
            who.setProperty("password", password);
        }
        return DriverManager.getConnection(database.jdbcUrl(), who);
    }

    private int migrate() {
        Flyway flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations(SCRIPTS)
                .outOfOrder(true) // several hands write scripts at once; none needs one with a higher number
                .load();
        MigrateResult result = flyway.migrate();
        sayIfNewer(flyway.info().all());
        return result.migrationsExecuted;
    }

    /** During an update the old version works beside the new one: every script leaves the tables fit for both. */
    private void sayIfNewer(MigrationInfo[] all) {
        for (MigrationInfo each : all) {
            if (each.getState().name().startsWith("FUTURE")) {
                say.accept("the tables are of a newer version (" + each.getScript()
                        + "); this one works with them, as long as it is only one version behind");
                return;
            }
        }
    }
}
