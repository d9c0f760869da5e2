package rescue.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Ten years of a province in minutes, by COPY: closed incidents with their whole histories, patterned on one that was really
 * worked, and positions in one table a day, as the server makes them.
 */
final class TenYears {

    private static final int DAYS = 3_650;

    private static final String PATTERN = """
            SELECT version, type, body::text AS body, written_by FROM incident_event WHERE incident_id = ?::uuid ORDER BY version
            """;

    private record Event(long version, String type, String body, String by) {}

    private final Connection database;
    private final Instant now = Instant.now();

    private TenYears(Connection database) {
        this.database = database;
    }

    /** Fills it; the incident must be closed, its alert's id is replaced with others. */
    static Duration fill(String jdbcUrl, String incidentId, String alertId, int incidents, int positions)
            throws SQLException, IOException {
        long began = System.nanoTime();
        try (Connection database = DriverManager.getConnection(jdbcUrl)) {
            var years = new TenYears(database);
            years.incidents(incidentId, alertId, incidents);
            years.positions(positions);
            years.run("ANALYZE");
            years.run("CHECKPOINT");
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void incidents(String incidentId, String alertId, int count) throws SQLException, IOException {
        List<Event> events = pattern(incidentId);
        copy("incident (id, number, tracking_code, status, kind, priority, lat, lon, opened_at, version)", count, i -> {
            double lat = 21.7 + i % 900 / 1_000.0;
            double lon = 102.4 + i % 1_300 / 1_000.0;
            return id("incident", i) + "\tH-" + i + "\tH" + i + "\tCLOSED\tTRAFFIC_COLLISION\tP2\t" + lat + "\t" + lon
                    + "\t" + at(i, count) + "\t" + events.size() + "\n";
        });
        copy("incident_event (incident_id, version, type, body, written_by, written_at)", count, i -> {
            var rows = new StringBuilder();
            for (Event event : events) {
                rows.append(id("incident", i))
                        .append('\t')
                        .append(event.version)
                        .append('\t');
                rows.append(event.type).append('\t');
                rows.append(escaped(
                        event.body.replace(incidentId, id("incident", i)).replace(alertId, id("alert", i))));
                rows.append('\t')
                        .append(event.by)
                        .append('\t')
                        .append(at(i, count))
                        .append('\n');
            }
            return rows.toString();
        });
        copy(
                "alert_receipt (key, body_hash, alert_id, incident_id, received_at)",
                count,
                i -> "history-" + i + "\tx\t" + id("alert", i) + "\t" + id("incident", i) + "\t" + at(i, count) + "\n");
        long last = number("SELECT coalesce(max(seq), 0) FROM feed");
        copy("feed (seq, kind, subject, version, event_type, unit_ids, hospital_ids, at)", count, i -> {
            var rows = new StringBuilder();
            for (Event event : events) {
                rows.append(last + 1 + (long) i * events.size() + event.version - 1);
                rows.append("\tincident\t")
                        .append(id("incident", i))
                        .append('\t')
                        .append(event.version);
                rows.append('\t')
                        .append(event.type)
                        .append("\t{}\t{}\t")
                        .append(at(i, count))
                        .append('\n');
            }
            return rows.toString();
        });
        run("UPDATE relay_position SET seq = (SELECT max(seq) FROM feed)"); // nobody has to be told of old things
    }

    private void positions(int count) throws SQLException, IOException {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (int back = 1; back <= DAYS; back++) {
            LocalDate day = today.minusDays(back);
            run("CREATE TABLE IF NOT EXISTS avl_fix_" + day.toString().replace("-", "")
                    + " PARTITION OF avl_fix FOR VALUES FROM ('" + day + " 00:00:00+00') TO ('" + day.plusDays(1)
                    + " 00:00:00+00')");
        }
        List<String> units = texts("SELECT id FROM unit ORDER BY id");
        Instant first = today.minusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        long stepMs = Duration.ofDays(DAYS).toMillis() / count;
        copy("avl_fix (unit_id, fixed_at, lat, lon, speed_mps, heading, accuracy_m, received_at)", count, i -> {
            Instant at = first.plusMillis(i * stepMs);
            return units.get(i % units.size()) + "\t" + at + "\t" + (22 + i % 1_000 / 1_000.0)
                    + "\t103.4\t12.5\t90\t8\t" + at + "\n";
        });
    }

    private List<Event> pattern(String incidentId) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (var statement = database.prepareStatement(PATTERN)) {
            statement.setString(1, incidentId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    events.add(new Event(
                            rows.getLong("version"),
                            rows.getString("type"),
                            rows.getString("body"),
                            rows.getString("written_by")));
                }
            }
        }
        return events;
    }

    private void copy(String into, int count, IntFunction<String> row) throws SQLException, IOException {
        new CopyManager(database.unwrap(BaseConnection.class))
                .copyIn("COPY " + into + " FROM STDIN", new Rows(count, row));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String id(String what, int i) {
        return UUID.nameUUIDFromBytes((what + i).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Evenly over the ten years before now. */
    private Instant at(int i, int count) {
        return now.minus(Duration.ofDays(DAYS))
                .plusMillis(Duration.ofDays(DAYS - 1).toMillis() / count * i);
    }

    /** COPY's text format. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    /** Rows as they are read, never all at once. */
    private static final class Rows extends InputStream {

        private final int count;
        private final IntFunction<String> row;
        private byte[] now = new byte[0];
        private int at;
        private int next;

        Rows(int count, IntFunction<String> row) {
            this.count = count;
            this.row = row;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == now.length) {
                if (next == count) {
                    return -1;
                }
                now = row.apply(next).getBytes(StandardCharsets.UTF_8);
                next++;
                at = 0;
            }
            int some = Math.min(length, now.length - at);
            System.arraycopy(now, at, into, offset, some);
            at += some;
            return some;
        }
    }
}
