package rescue.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.deploy.postgres.EmbeddedPostgres;

/** A PostgreSQL that belongs to the story and not to a server: it can be killed, stopped and started under running servers. */
final class PostgresServer implements AutoCloseable {

    private final Path dataDir;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    PostgresServer(Path dataDir) throws IOException {
        this.dataDir = Files.createDirectories(dataDir);
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = any.getLocalPort();
        }
    }

    PostgresServer start() throws IOException, SQLException {
        running = EmbeddedPostgres.start(dataDir, port);
        return this;
    }

    int port() {
        return port;
    }

    /** A server's setting {@code --pg-uri}. */
    String uri() {
        return uri("127.0.0.1:" + port);
    }

    /** The same by other hosts, such as a line that can be cut. */
    static String uri(String hosts) {
        return "postgresql://postgres@" + hosts + "/rescue";
    }

    /** Nothing is written to its end: the postmaster and all that it has started are killed at once. */
    void killNine() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
        close(); // gives up the lock on its folder; there is nothing left to stop
    }

    /** Another one that follows this one, from a copy of its data; this one is stopped for the copy and started again. */
    PostgresServer standby(Path folder) throws IOException, SQLException {
        close();
        copy(dataDir, Files.createDirectories(folder));
        var standby = new PostgresServer(folder);
        Path data = standby.data();
        Files.writeString(data.resolve("standby.signal"), "");
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=postgres'\n",
                StandardOpenOption.APPEND);
        start();
        return standby.start();
    }

    /** From now on it takes writes. */
    void promote() throws SQLException {
        rows("SELECT pg_promote()");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(path -> !path.equals(from)).toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private Path data() throws IOException {
        try (Stream<Path> folders = Files.list(dataDir)) {
            return folders.filter(folder -> Files.exists(folder.resolve("PG_VERSION")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        try (Stream<Path> folders = Files.list(dataDir)) {
            Path pidFile = folders.map(folder -> folder.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .orElseThrow();
        }
    }

    /** Every row of that question, its columns as text. */
    List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/rescue?user=postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() {
        EmbeddedPostgres last = running;
        running = null;
        if (last != null) {
            try {
                last.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
