package rescue.story.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks all the time how far the consoles are behind what is written. A console whose node has died, or is paused, or is cut
 * off from the others, has to be complete again within {@code behindAtMost}; only the database being away, or away from its
 * node, excuses it, and no longer than that past it.
 */
final class Watch implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 250;

    private static final String LAST = "SELECT coalesce(max(seq), 0) AS seq FROM feed";

    private static final String UNITS_TWICE = """
            SELECT count(*) AS found
            FROM (SELECT unit_id FROM assignment WHERE active GROUP BY unit_id HAVING count(*) > 1) AS twice
            """;

    private record Look(long atMs, long last) {}

    private final DatabaseHost database;
    private final List<NodeHost> nodes;
    private final List<Console> consoles;
    private final Predicate<NodeHost> hasTroubledLine;
    private final Duration behindAtMost;
    private final Journal journal;
    private final List<Look> looks = new ArrayList<>();
    private final Map<Console, Long> excusedUntil = new HashMap<>();
    private final Map<Console, Long> complained = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final ScheduledExecutorService health = Executors.newScheduledThreadPool(2);
    private @Nullable Connection line;
    private volatile boolean anybodyReady = true;
    private volatile long worstMs;

    Watch(
            DatabaseHost database,
            List<NodeHost> nodes,
            List<Console> consoles,
            Predicate<NodeHost> hasTroubledLine,
            Duration behindAtMost,
            Journal journal) {
        this.behindAtMost = behindAtMost;
        this.database = database;
        this.nodes = nodes;
        this.consoles = consoles;
        this.hasTroubledLine = hasTroubledLine;
        this.journal = journal;
    }

    void start() {
        clock.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        health.scheduleWithFixedDelay(
                () -> anybodyReady = nodes.stream().anyMatch(NodeHost::isReady), 0, 500, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Long last = readLast();
        long now = System.currentTimeMillis();
        if (last != null) {
            looks.add(new Look(now, last));
        }
        for (Console console : consoles) {
            if (last == null || !anybodyReady || hasTroubledLine.test(console.node())) {
                excusedUntil.put(console, now);
            }
            long behind = now - Math.max(since(console, now), excusedUntil.getOrDefault(console, 0L));
            worstMs = Math.max(worstMs, behind);
            if (behind > behindAtMost.toMillis() && complained.getOrDefault(console, -1L) != console.last()) {
                complained.put(console, console.last());
                journal.add("BROKEN", "I1", "a console at", console.node().name(), "is behind since", behind, "ms");
            }
        }
    }

    /** Since when there is something that it was not told. */
    private long since(Console console, long now) {
        for (int i = looks.size() - 1; i >= 0; i--) {
            if (looks.get(i).last() <= console.last()) {
                return i + 1 < looks.size() ? looks.get(i + 1).atMs() : now;
            }
        }
        return looks.isEmpty() ? now : looks.get(0).atMs();
    }

    /** Null while the database is away. */
    private @Nullable Long readLast() {
        try {
            Connection open = line;
            if (open == null || open.isClosed()) {
                open = database.connect();
                line = open;
            }
            try (Statement statement = open.createStatement()) {
                try (ResultSet row = statement.executeQuery(UNITS_TWICE)) {
                    row.next();
                    if (row.getInt("found") > 0) {
                        journal.add("BROKEN", "I2", "a unit has two active assignments");
                    }
                }
                try (ResultSet row = statement.executeQuery(LAST)) {
                    row.next();
                    return row.getLong("seq");
                }
            }
        } catch (SQLException away) {
            line = null;
            return null;
        }
    }

    /** The longest that a console was behind without an excuse. */
    long worstMs() {
        return worstMs;
    }

    @Override
    public void close() throws SQLException {
        clock.shutdownNow();
        health.shutdownNow();
        Connection open = line;
        if (open != null) {
            open.close();
        }
    }
}
