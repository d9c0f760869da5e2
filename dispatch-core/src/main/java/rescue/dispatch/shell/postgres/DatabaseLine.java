package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's one line to the database beside the pool: hears what is rung there ({@code LISTEN}), and asks every second
 * whether it is still there, so that nobody else has to wait to find that out. Rings are lost while the line is down, so it
 * rings once by itself whenever it is up again, and whoever listens looks now and then all the same.
 */
public final class DatabaseLine {

    private static final Duration BEAT = Duration.ofSeconds(1);

    /** A database that takes longer for nothing at all is no use to somebody with an emergency. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    private static final Duration RECONNECT = Duration.ofMillis(500);

    private static final String ASK = """
            SELECT clock_timestamp() AS now, pg_is_in_recovery() AS standby
            """;

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLine.class);

    private final Vertx vertx;
    private final PrimaryFinder where;
    private final InstantSource clock;
    private final Map<String, List<Runnable>> rung = new LinkedHashMap<>();
    private final List<Runnable> changed = new ArrayList<>();
    private volatile @Nullable Instant awaySince;
    private volatile Duration clockAhead = Duration.ZERO;
    private @Nullable PgConnection line;
    private boolean closed;

    /**
     * A line that is not up yet; until it has failed once, the database counts as there.
     *
     * @param where to connect to, asked anew for every attempt, as another server may have taken over
     */
    public DatabaseLine(Vertx vertx, PrimaryFinder where, InstantSource clock) {
        this.vertx = vertx;
        this.where = where;
        this.clock = clock;
    }

    /** Has {@code look} called when that channel is rung, and when the line is up again; before {@link #start}. */
    public void listen(String channel, Runnable look) {
        rung.computeIfAbsent(channel, first -> new ArrayList<>()).add(look);
    }

    /** Called when the database goes or comes back; before {@link #start}. */
    public void whenChanged(Runnable look) {
        changed.add(look);
    }

    public void start() {
        vertx.runOnContext(go -> connect());
    }

    /** Whether it could not be reached just now. */
    public boolean isAway() {
        return awaySince != null;
    }

    /** Since when it has been away. */
    public Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince);
    }

    /** By how much this node's clock is ahead of the database's; negative when behind. */
    public Duration clockAhead() {
        return clockAhead;
    }

    public void close() {
        closed = true;
        PgConnection open = line;
        if (open != null) {
            open.close();
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        Future<PgConnection> connecting = where.find().compose(options -> PgConnection.connect(vertx, options));
        connecting
                .timeout(CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .compose(connection -> greet(connection).onFailure(unusable -> connection.close()))
                .onFailure(failure -> {
                    connecting.onSuccess(PgConnection::close); // the one that comes when nobody waits for it any more
                    where.lookAgain();
                    away(String.valueOf(failure.getMessage()));
                    connectLater();
                });
    }

    private void connectLater() {
        vertx.setTimer(RECONNECT.toMillis(), timer -> connect());
    }

    private Future<Void> greet(PgConnection connection) {
        Future<Void> listening = Future.succeededFuture();
        for (String channel : rung.keySet()) {
            listening = listening.compose(
                    next -> connection.query("LISTEN " + channel).execute().mapEmpty());
        }
        return listening.compose(done -> ask(connection)).onSuccess(fits -> {
            line = connection;
            connection.notificationHandler(
                    ring -> rung.getOrDefault(ring.getChannel(), List.of()).forEach(Runnable::run));
            connection.closeHandler(gone -> lost(connection));
            beatLater(connection);
            back();
            rung.values().forEach(each -> each.forEach(Runnable::run));
        });
    }

    private void beatLater(PgConnection connection) {
        vertx.setTimer(BEAT.toMillis(), timer -> {
            if (line == connection) {
                ask(connection).onSuccess(fits -> beatLater(connection)).onFailure(failure -> {
                    away(String.valueOf(failure.getMessage()));
                    connection.close();
                    lost(connection);
                });
            }
        });
    }

    /** A line that breaks says nothing of the database yet: the next attempt does. */
    private void lost(PgConnection connection) {
        if (line == connection) {
            line = null;
            connect();
        }
    }

    private Future<Void> ask(PgConnection connection) {
        Instant asked = clock.instant();
        return connection
                .query(ASK)
                .execute()
                .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    if (row.getBoolean("standby")) {
                        return Future.failedFuture(
                                "that server only follows another one, nothing can be written there");
                    }
                    Instant middle =
                            asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
                    clockAhead = Duration.between(row.getOffsetDateTime("now").toInstant(), middle);
                    return Future.succeededFuture();
                });
    }

    private void away(String why) {
        if (awaySince == null) {
            awaySince = clock.instant();
            LOG.warn("the database is away: {}", why);
            changed.forEach(Runnable::run);
        }
    }

    private void back() {
        Instant since = awaySince;
        if (since != null) {
            awaySince = null;
            LOG.warn("the database is back after {}", Duration.between(since, clock.instant()));
            changed.forEach(Runnable::run);
        }
    }
}
