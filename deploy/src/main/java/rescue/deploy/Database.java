package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import rescue.deploy.postgres.EmbeddedPostgres;
import rescue.deploy.postgres.Migration;
import rescue.hospital.postgres.GatewayMigration;

/** PostgreSQL, our own or an external one: up, migrated, connected. */
final class Database {

    /**
     * Who waits for a connection longer than this is told that the database is away, rather than kept waiting: the
     * caller of an alert can then be answered before he hangs up.
     */
    private static final int WAIT_FOR_CONNECTION_S = 5;

    /** Requests under way get this long when the process is told to stop. */
    private static final long CLOSE_TIMEOUT_S = 10;

    private final Configuration configuration;
    private final Progress progress;
    private final Shutdown shutdown;
    private final Vertx vertx;
    private volatile @Nullable PgConnectOptions options;

    Database(Configuration configuration, Progress progress, Shutdown shutdown, Vertx vertx) {
        this.configuration = configuration;
        this.progress = progress;
        this.shutdown = shutdown;
        this.vertx = vertx;
    }

    Future<Pool> open() {
        return vertx.executeBlocking(this::startAndMigrate, false).map(this::connect);
    }

    private PgConnectOptions startAndMigrate() throws Exception {
        String uri = configuration.pgUri().isPresent() ? configuration.pgUri().get() : startEmbedded();
        PgConnectOptions options = PgConnectOptions.fromUri(uri).setCachePreparedStatements(true);
        int applied = Migration.run(options) + GatewayMigration.run(options);
        progress.say("tables are ready" + (applied == 0 ? "" : "; migrations applied: " + applied));
        return options;
    }

    private String startEmbedded() throws Exception {
        progress.say("starting PostgreSQL, data in " + configuration.dataDir());
        EmbeddedPostgres postgres = EmbeddedPostgres.start(configuration.dataDir(), configuration.pgPort());
        shutdown.remember("PostgreSQL", postgres::close);
        if (configuration.drill().isPresent()) {
            postgres.empty();
        }
        progress.say("PostgreSQL is up on port " + configuration.pgPort()
                + (postgres.wasFoundRunning() ? ", left running by a crash and taken over" : "")
                + "; fsync and synchronous_commit are on");
        return postgres.uri();
    }

    /** How to connect once more, beside the pool; only after it is open. */
    PgConnectOptions options() {
        return Objects.requireNonNull(options);
    }

    private Pool connect(PgConnectOptions connectTo) {
        options = connectTo;
        shutdown.remember("servers and connections", this::closeVertx); // after PostgreSQL, and so closed before it
        return PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(configuration.pgPool())
                        .setConnectionTimeout(WAIT_FOR_CONNECTION_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.of(connectTo))
                .using(vertx)
                .build();
    }

    private void closeVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
    }
}
