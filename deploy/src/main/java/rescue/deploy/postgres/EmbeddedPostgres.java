package rescue.deploy.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own, whose binaries come through Maven and whose data stay in the data folder.
 *
 * <p>It outlives a kill -9 of this process and is taken over at the next start, which is why its port is fixed. Only
 * processes of this machine reach it: it listens on loopback.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Part of the folder's name: another major version cannot read the data. */
    private static final String MAJOR_VERSION = "18";

    /** Recovery after a crash replays at most a few checkpoints; on a slow disk that is seconds, not a minute. */
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);

    /** Whether somebody listens there already; a refused connection answers at once. */
    private static final int PROBE_MS = 300;

    /** The pool's limit (PG_POOL, at most 80) and some for migrations, health checks and a person with psql. */
    private static final String MAX_CONNECTIONS = "100";

    private static final String DATABASE = "rescue";

    private static final String SUPERUSER = "postgres";

    private static final String FIND_DATABASE = "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'";

    /** Whoever is still connected, from a process that died, is thrown out. */
    private static final String DROP_DATABASE = "DROP DATABASE " + DATABASE + " WITH (FORCE)";

    private static final String CREATE_DATABASE = "CREATE DATABASE " + DATABASE;

    /** The library would turn both off, being made for tests; an acknowledged alert rests on both. */
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final int port;
    private final boolean found;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, int port, boolean found) {
        this.server = server;
        this.port = port;
        this.found = found;
    }

    /** Starts it, or takes over the one that a crash left running; refuses a port that belongs to somebody else. */
    public static EmbeddedPostgres start(Path dataDir, int port) throws IOException, SQLException {
        Path binaries = dataDir.resolve("pg-binaries");
        Path data = dataDir.resolve("pg-" + MAJOR_VERSION);
        Files.createDirectories(binaries);
        removeHalfUnpacked(binaries);
        setAsideHalfMade(data);
        boolean found = postmasterPort(data).filter(theirs -> theirs == port).isPresent() && listens(port);
        if (!found && listens(port)) {
            throw new IOException("port " + port + " is taken by another program: say PG_PORT with a free one");
        }
        var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile()) // never the data's parent: it deletes stale folders
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_WAIT)
                .setRegisterShutdownHook(false) // its hook would stop the server beside ours, under live connections
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "") // a socket's path may not be longer than 107 bytes
                .setServerConfig("max_connections", MAX_CONNECTIONS)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "512MB")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_rotation_age", "1d")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        var embedded = new EmbeddedPostgres(server, port, found);
        try {
            embedded.checkAndPrepare(data);
        } catch (IOException | SQLException failure) {
            embedded.close();
            throw failure;
        }
        Files.writeString(readyMark(data), "This data folder was once up and checked.\n");
        return embedded;
    }

    /** For the clients, in the form that {@code PG_URI} has. */
    public String uri() {
        return "postgresql://" + SUPERUSER + "@127.0.0.1:" + port + "/" + DATABASE;
    }

    /** Whether it was left running by a process that died, and taken over. */
    public boolean wasFoundRunning() {
        return found;
    }

    /** Stops PostgreSQL; last of all, when nobody uses a connection any more. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Forgets everything. */
    public void empty() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(DROP_DATABASE);
            statement.execute(CREATE_DATABASE);
        }
    }

    private void checkAndPrepare(Path data) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            Path theirs = Path.of(show(statement, "data_directory"));
            if (!Files.isSameFile(theirs, data)) {
                throw new IOException("the PostgreSQL on port " + port + " keeps its data in " + theirs + ", not here");
            }
            for (String setting : DURABLE) {
                if (!show(statement, setting).equals("on")) {
                    throw new IOException("PostgreSQL runs with " + setting + " off: nothing it acknowledges is safe");
                }
            }
            if (!statement.executeQuery(FIND_DATABASE).next()) {
                statement.execute(CREATE_DATABASE);
            }
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A kill while unpacking leaves a folder without its {@code .exists}, which the library cannot finish. */
    private static void removeHalfUnpacked(Path binaries) throws IOException {
        try (Stream<Path> folders = Files.list(binaries)) {
            for (Path folder : folders.toList()) {
                if (!Files.exists(folder.resolve(".exists"))) {
                    deleteTree(folder);
                }
            }
        }
    }

    /** A kill during the first start leaves data that were never used; they are moved aside, nothing is deleted. */
    private static void setAsideHalfMade(Path data) throws IOException {
        boolean wasStarted = Files.exists(data.resolve("postmaster.pid"));
        if (Files.exists(data) && !wasStarted && !Files.exists(readyMark(data))) {
            Path aside = data.resolveSibling(data.getFileName() + ".unfinished-" + System.currentTimeMillis());
            Files.move(data, aside);
        }
    }

    private static Path readyMark(Path data) {
        return data.resolveSibling(data.getFileName() + ".ready");
    }

    /** The fourth line of postmaster.pid is the port. */
    private static Optional<Integer> postmasterPort(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(Integer.parseInt(lines.get(3).trim()));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
