package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rescue.dispatch.flow.Latest;

/**
 * Which of several PostgreSQL servers may be written to. The last one that could is taken without asking until somebody says
 * that it cannot any more; then all are asked at once. Of two that both say so, as after a failover that left the old one
 * running, the one with the later timeline counts: promotion begins a new one.
 */
public final class PrimaryFinder {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final String ASK = """
            SELECT CASE WHEN pg_is_in_recovery() THEN NULL ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END AS timeline
            """;

    private static final Logger LOG = LoggerFactory.getLogger(PrimaryFinder.class);

    private final Vertx vertx;
    private final List<PgConnectOptions> servers;
    private final Latest<PgConnectOptions> search = new Latest<>();
    private volatile @Nullable PgConnectOptions known;

    private record Primary(PgConnectOptions server, int timeline) {}

    /**
     * A finder among those.
     *
     * @param servers in any order; with one there is nothing to find
     */
    public PrimaryFinder(Vertx vertx, List<PgConnectOptions> servers) {
        this.vertx = vertx;
        this.servers = List.copyOf(servers);
        this.known = servers.size() == 1 ? servers.get(0) : null;
    }

    /** Where to connect. */
    public Future<PgConnectOptions> find() {
        PgConnectOptions last = known;
        return last == null ? search.run(this::askAll) : Future.succeededFuture(last);
    }

    /** The one that was found cannot be reached or written to: the next who asks has all asked again. */
    public void lookAgain() {
        if (servers.size() > 1) {
            known = null;
        }
    }

    private Future<PgConnectOptions> askAll() {
        List<Future<Optional<Primary>>> asked = servers.stream().map(this::ask).toList();
        return Future.join(asked)
                .compose(all -> asked.stream()
                        .map(Future::result)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingInt(Primary::timeline))
                        .map(primary -> {
                            known = primary.server;
                            LOG.info(
                                    "PostgreSQL on {}:{} takes writes",
                                    primary.server.getHost(),
                                    primary.server.getPort());
                            return Future.succeededFuture(primary.server);
                        })
                        .orElseGet(() -> Future.failedFuture(new java.net.ConnectException(
                                "none of the " + servers.size() + " PostgreSQL servers takes writes"))));
    }

    /** Never fails: a server that does not answer is not the one. */
    private Future<Optional<Primary>> ask(PgConnectOptions server) {
        Future<PgConnection> connecting = PgConnection.connect(vertx, server);
        return connecting
                .compose(line -> line.query(ASK).execute().eventually(line::close))
                .map(rows -> primary(server, rows.iterator().next()))
                .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late -> connecting.onSuccess(PgConnection::close))
                .otherwise(Optional.empty());
    }

    private static Optional<Primary> primary(PgConnectOptions server, Row row) {
        return Optional.ofNullable(row.getString("timeline"))
                .map(hexadecimal -> new Primary(server, Integer.parseUnsignedInt(hexadecimal, 16)));
    }
}
