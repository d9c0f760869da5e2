package rescue.deploy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rescue.deploy.postgres.EmbeddedPostgres;
import rescue.deploy.postgres.Migration;
import rescue.deploy.postgres.PgHosts;
import rescue.dispatch.shell.postgres.DatabaseLine;
import rescue.dispatch.shell.postgres.Leadership;
import rescue.dispatch.shell.postgres.PrimaryFinder;
import rescue.dispatch.shell.postgres.StartTurn;

/** PostgreSQL, our own or an external one: up, migrated, connected. */
final class Database {

    /**
     * Who waits for a connection longer than this is told that the database is away, rather than kept waiting: the
     * caller of an alert can then be answered before he hangs up.
     */
    private static final int WAIT_FOR_CONNECTION_S = 5;

    /** On one network a connection takes a millisecond; a machine that is gone answers nothing at all. */
    private static final int CONNECT_MS = 3_000;

    /**
     * A connection on which nothing has moved for this long is closed: longer than any statement may take, so it is either
     * not in use, or leads to a machine that is gone without a word.
     */
    private static final int IDLE_S = 30;

    /** One round at a time reads and numbers; pages that come back read what they missed. */
    private static final int ASIDE = 3;

    /** Requests under way get this long when the process is told to stop. */
    private static final long CLOSE_TIMEOUT_S = 10;

    private final Configuration configuration;
    private final Progress progress;
    private final Shutdown shutdown;
    private final Vertx vertx;
    private volatile @Nullable PrimaryFinder primary;
    private volatile @Nullable Future<Void> ready;
    private Runnable meanwhile = () -> {};
    private boolean waitedFor;

    Database(Configuration configuration, Progress progress, Shutdown shutdown, Vertx vertx) {
        this.configuration = configuration;
        this.progress = progress;
        this.shutdown = shutdown;
        this.vertx = vertx;
    }

    /** Its connections; that one can be made, and that the tables are ready, is another matter: {@link #ready}. */
    Future<Pool> open() {
        return vertx.executeBlocking(this::find, false).map(hosts -> {
            ready = vertx.executeBlocking(() -> migrate(hosts), false);
            return connect(hosts);
        });
    }

    /** When PostgreSQL answers and the tables are of this version; fails with the reason why they never will be. */
    Future<Void> ready() {
        return Objects.requireNonNull(ready);
    }

    /** Has that done once as soon as an external one turns out not to be there yet; never when it is. */
    synchronized void whenWaitedFor(Runnable meanwhile) {
        this.meanwhile = meanwhile;
        if (waitedFor) {
            meanwhile.run();
        }
    }

    private synchronized void beWaitedFor() {
        if (!waitedFor) {
            waitedFor = true;
            progress.say("alerts are taken meanwhile, onto this machine's disk");
            meanwhile.run();
        }
    }

    /** An external one need not be there yet. */
    private PgHosts find() throws Exception {
        return PgHosts.of(
                configuration.pgUri().isPresent() ? configuration.pgUri().get() : startEmbedded());
    }

    private @Nullable Void migrate(PgHosts hosts) throws Exception {
        int applied = Migration.run(hosts, progress::say, this::beWaitedFor);
        progress.say("tables are ready" + (applied == 0 ? "" : "; migrations applied: " + applied));
        return null;
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

    /** One more line beside the pool; only after that is open. */
    DatabaseLine line() {
        var line = new DatabaseLine(vertx, Objects.requireNonNull(primary), Clock.systemUTC());
        shutdown.remember("the line to the database", line::close);
        return line;
    }

    /** One more, for the job that one node at a time does. */
    Leadership leadership(Leadership.Job job, String node) {
        var leadership = new Leadership(vertx, Objects.requireNonNull(primary), job, node);
        shutdown.remember("leadership of " + job, leadership::close);
        return leadership;
    }

    /** What all nodes do at their start, one after the other. */
    <T> Future<T> takeTurn(Supplier<Future<T>> work) {
        return Objects.requireNonNull(primary).find().compose(found -> StartTurn.take(vertx, found, work));
    }

    private Pool connect(PgHosts hosts) {
        var finder = new PrimaryFinder(vertx, hosts.servers());
        primary = finder;
        shutdown.remember("servers and connections", this::closeVertx); // after PostgreSQL, and so closed before it
        return pool(finder, new PoolOptions().setMaxSize(configuration.pgPool()));
    }

    /** A few more with a thread of their own, for what must not queue behind the requests of a storm; only after the pool. */
    Pool aside() {
        return pool(
                Objects.requireNonNull(primary),
                new PoolOptions().setMaxSize(ASIDE).setEventLoopSize(1));
    }

    private Pool pool(PrimaryFinder finder, PoolOptions options) {
        return PgBuilder.pool()
                .with(options.setConnectionTimeout(WAIT_FOR_CONNECTION_S).setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .with(new NetClientOptions().setConnectTimeout(CONNECT_MS).setIdleTimeout(IDLE_S))
                .connectingTo(() -> finder.find().map(found -> (SqlConnectOptions) found))
                .using(vertx)
                .build();
    }

    private void closeVertx() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
    }
}
