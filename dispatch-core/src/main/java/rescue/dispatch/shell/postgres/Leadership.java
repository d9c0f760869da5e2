package rescue.dispatch.shell.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a job is done by one node at a time. Whoever holds the job's advisory lock, on a connection of its own,
 * leads: the lock goes with the connection, so a node that dies is followed within a second. A node that is only stopped
 * keeps its connection; when it has given no sign for a while the others end that connection for it, and as its epoch is
 * over then, it writes nothing when it wakes up.
 */
public final class Leadership implements Fencing {

    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Longer than any collection of garbage; a pause beyond it is a node that does not work. */
    private static final int SILENT_S = 6;

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private static final String TRY_LOCK = """
            SELECT pg_try_advisory_lock($1) AS mine
            """;

    /** Waits for whatever the one before is still writing under his epoch, and everything he begins later is refused. */
    private static final String BEGIN_EPOCH = """
            INSERT INTO job_epoch AS known (job, epoch, holder)
            VALUES ($1, 1, $2)
            ON CONFLICT (job) DO UPDATE
            SET epoch = known.epoch + 1, holder = excluded.holder, since = now(), beat_at = now()
            RETURNING epoch
            """;

    private static final String GIVE_A_SIGN = """
            UPDATE job_epoch SET beat_at = now() WHERE job = $1 AND epoch = $2
            """;

    /** Only whoever holds the lock, and only when the database's own clock says that he has been silent. */
    private static final String END_THE_SILENT = """
            SELECT holder, pg_terminate_backend(pid) AS ended
            FROM job_epoch
            JOIN pg_locks ON locktype = 'advisory' AND granted AND objsubid = 1
                         AND classid::bigint << 32 | objid::bigint = $2
                         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            WHERE job = $1 AND beat_at < now() - make_interval(secs => $3) AND pid <> pg_backend_pid()
            """;

    private static final String CHECK = """
            SELECT 1 FROM job_epoch WHERE job = $1 AND epoch = $2 FOR SHARE
            """;

    /** What must be done once. */
    public enum Job {
        /** Telling hospitals, and what time alone ends. */
        TELLING(7_465_101L);

        /** Any number, the same on every node, of its own for each job. */
        private final long lock;

        Job(long lock) {
            this.lock = lock;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    private final Vertx vertx;
    private final PrimaryFinder where;
    private final Job job;
    private final String node;
    private @Nullable PgConnection connection;
    private volatile @Nullable Long epoch;
    private boolean closed;

    /**
     * A candidate that does not stand yet.
     *
     * @param node what this node is called, for a person who looks
     */
    public Leadership(Vertx vertx, PrimaryFinder where, Job job, String node) {
        this.vertx = vertx;
        this.where = where;
        this.job = job;
        this.node = node;
    }

    public void start() {
        vertx.runOnContext(go -> round());
    }

    /** Whether this node leads as far as it knows; what it writes is checked all the same. */
    public boolean leads() {
        return epoch != null;
    }

    @Override
    public Future<Void> check(SqlConnection tx) {
        Long mine = epoch;
        if (mine == null) {
            return Future.failedFuture(new Fenced("this node does not lead " + job));
        }
        return tx.preparedQuery(CHECK)
                .execute(Tuple.of(job.name(), mine))
                .compose(rows -> rows.size() == 1 ? Future.succeededFuture() : deposed(mine));
    }

    private Future<Void> deposed(long mine) {
        LOG.warn("another node leads {} since this one was silent in epoch {}", job, mine);
        giveUp();
        return Future.failedFuture(new Fenced("epoch " + mine + " of " + job + " is over"));
    }

    /** Gives the lock back, so that another node leads at once. */
    public void close() {
        closed = true;
        giveUp();
    }

    private void giveUp() {
        epoch = null;
        PgConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private void round() {
        if (closed) {
            return;
        }
        connected()
                .compose(line -> (epoch == null ? stand(line) : sign(line))
                        .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                .onFailure(failure -> {
                    LOG.debug("no word of who leads {}: {}", job, failure.getMessage());
                    giveUp();
                })
                .onComplete(done -> vertx.setTimer(BEAT.toMillis(), timer -> round()));
    }

    private Future<PgConnection> connected() {
        PgConnection open = connection;
        if (open != null) {
            return Future.succeededFuture(open);
        }
        Future<PgConnection> connecting = where.find().compose(options -> PgConnection.connect(vertx, options));
        return connecting
                .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late -> connecting.onSuccess(PgConnection::close))
                .onSuccess(line -> {
                    connection = line;
                    line.closeHandler(gone -> {
                        if (connection == line) {
                            giveUp();
                        }
                    });
                });
    }

    private Future<Void> stand(PgConnection line) {
        return line.preparedQuery(TRY_LOCK)
                .execute(Tuple.of(job.lock))
                .compose(rows -> rows.iterator().next().getBoolean("mine") ? begin(line) : endTheSilent(line));
    }

    private Future<Void> begin(PgConnection line) {
        return line.preparedQuery(BEGIN_EPOCH)
                .execute(Tuple.of(job.name(), node))
                .onSuccess(rows -> {
                    long begun = rows.iterator().next().getLong("epoch");
                    if (connection == line) {
                        epoch = begun;
                        LOG.info("this node leads {}, epoch {}", job, begun);
                    }
                })
                .mapEmpty();
    }

    private Future<Void> sign(PgConnection line) {
        return line.preparedQuery(GIVE_A_SIGN)
                .execute(Tuple.of(job.name(), epoch))
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(new Fenced("the epoch is over")));
    }

    private Future<Void> endTheSilent(PgConnection line) {
        return line.preparedQuery(END_THE_SILENT)
                .execute(Tuple.of(job.name(), job.lock, (double) SILENT_S))
                .onSuccess(rows -> firstHolder(rows)
                        .ifPresent(
                                holder -> LOG.warn("node {} led {} and has been silent; it is followed", holder, job)))
                .mapEmpty();
    }

    private static Optional<String> firstHolder(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString("holder"));
    }
}
