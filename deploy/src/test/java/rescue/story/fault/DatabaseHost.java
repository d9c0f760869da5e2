package rescue.story.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.deploy.postgres.EmbeddedPostgres;

/** PostgreSQL on a host of its own, as durable as in production, with its log of writes on a small disk. */
final class DatabaseHost implements AutoCloseable {

    static final int PORT = 5432;

    /** Three nodes with pools of sixteen, the checker, and room. */
    private static final int CONNECTIONS_MAX = 100;

    private static final int WAL_DISK_MB = 128;

    /** After a crash it replays what was written since the last checkpoint, at most these megabytes. */
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);

    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private final Net net;
    private final String host;
    private final Path folder;
    private final Path data;
    private final Path binary;
    private final SmallDisk walDisk;
    private @Nullable Process postmaster;

    /** Unpacks and prepares it; started by {@link #start()}. */
    DatabaseHost(Net net, String host, Path folder, int freePort) throws IOException, SQLException {
        this.net = net;
        this.host = host;
        this.folder = folder;
        EmbeddedPostgres.start(folder, freePort).close();
        try (Stream<Path> made = Files.list(folder)) {
            data = made.filter(each -> Files.exists(each.resolve("PG_VERSION")))
                    .findFirst()
                    .orElseThrow();
        }
        binary = startedFrom(data);
        Files.writeString(
                data.resolve("pg_hba.conf"), "\nhost all all 198.18.0.0/15 trust\n", StandardOpenOption.APPEND);
        walDisk = new SmallDisk(folder.resolve("wal"), WAL_DISK_MB);
        Command.run(
                "cp", "-a", data.resolve("pg_wal").toString(), walDisk.folder().toString());
        Command.run("rm", "-r", data.resolve("pg_wal").toString());
        Files.createSymbolicLink(data.resolve("pg_wal"), walDisk.folder().resolve("pg_wal"));
    }

    /** The library unpacks once for all that one process starts, wherever the first of them had its folder. */
    private static Path startedFrom(Path data) throws IOException {
        String command = Files.readString(data.resolve("postmaster.opts"));
        return Path.of(command.substring(0, command.indexOf(" \"")));
    }

    /** Starts it and waits until it lets somebody in. */
    void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(net.on(host));
        command.addAll(List.of("unshare", "-U")); // it refuses to run as root; nobody is somebody else here
        command.addAll(List.of(binary.toString(), "-D", data.toString()));
        set(command, "listen_addresses", net.address(host));
        set(command, "port", String.valueOf(PORT));
        set(command, "unix_socket_directories", "");
        set(command, "max_connections", String.valueOf(CONNECTIONS_MAX));
        set(command, "fsync", "on");
        set(command, "synchronous_commit", "on");
        set(command, "full_page_writes", "on");
        set(command, "shared_buffers", "64MB");
        set(command, "max_wal_size", "64MB");
        set(command, "min_wal_size", "32MB");
        set(command, "tcp_keepalives_idle", "5"); // whoever was cut off gives back what he had locked
        set(command, "tcp_keepalives_interval", "2");
        set(command, "tcp_keepalives_count", "3");
        set(command, "tcp_user_timeout", "10000");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()));
        long deadline = System.nanoTime() + UP_WITHIN.toNanos();
        postmaster = builder.start();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL did not come up, see " + folder.resolve("postgres.log"));
            }
            if (!isAlive()) {
                Thread.sleep(ASK_AGAIN.toMillis()); // one that was killed may have left children that still end
                postmaster = builder.start();
            }
            Thread.sleep(ASK_AGAIN.toMillis());
        }
    }

    private static void set(List<String> command, String name, String value) {
        command.addAll(List.of("-c", name + "=" + value));
    }

    boolean isAlive() {
        Process now = postmaster;
        return now != null && now.isAlive();
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Past all faults, straight to it: for whoever checks. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl());
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + net.address(host) + ":" + PORT
                + "/rescue?user=postgres&connectTimeout=2&loginTimeout=3&socketTimeout=20";
    }

    /** The whole of it at once, as a power cut does; what was acknowledged is on disk. */
    void killNine() throws InterruptedException {
        Process now = postmaster;
        if (now != null) {
            List<ProcessHandle> all = new ArrayList<>(now.descendants().toList());
            now.destroyForcibly().waitFor();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Its log of writes finds no room; it gives up by itself when it needs a new file, asked for here. */
    void fillDisk() {
        walDisk.fill();
        for (int i = 0; i < 8 && isAlive(); i++) { // as many as it may have made in advance
            try (Connection connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_switch_wal()");
                statement.execute("CREATE TEMPORARY TABLE filler AS SELECT generate_series(1, 1000)");
            } catch (SQLException full) {
                return;
            }
        }
    }

    void emptyDisk() {
        walDisk.empty();
    }

    @Override
    public void close() {
        try {
            killNine();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        walDisk.close();
    }
}
