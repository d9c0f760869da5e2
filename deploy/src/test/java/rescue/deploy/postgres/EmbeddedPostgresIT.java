package rescue.deploy.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresIT {

    @TempDir
    static Path shared;

    @Test
    void what_it_acknowledges_is_on_the_disk_and_it_listens_on_loopback_only() throws Exception {
        int port = freePort();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(shared, port)) {
            assertEquals("postgresql://postgres@127.0.0.1:" + port + "/rescue", postgres.uri());
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals("on", ask(port, "SHOW " + setting), setting);
            }
            assertEquals("127.0.0.1", ask(port, "SHOW listen_addresses"));
            assertTrue(ask(port, "SHOW server_version").startsWith("18."));
        }
    }

    @Test
    void what_was_written_is_there_at_the_next_start() throws Exception {
        int port = freePort();
        try (EmbeddedPostgres first = EmbeddedPostgres.start(shared, port)) {
            assertFalse(first.wasFoundRunning());
            tell(port, "CREATE TABLE IF NOT EXISTS kept (word text)", "INSERT INTO kept VALUES ('still here')");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(shared, port)) {
            assertFalse(second.wasFoundRunning());
            assertEquals("still here", ask(port, "SELECT word FROM kept LIMIT 1"));
        }
    }

    @Test
    void a_port_that_belongs_to_another_program_is_refused_at_once() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refused = assertThrows(IOException.class, () -> EmbeddedPostgres.start(shared, other.getLocalPort()));

            assertTrue(String.valueOf(refused.getMessage()).contains("taken by another program"));
        }
    }

    @ParameterizedTest(name = "a kill while {0} was being made does not keep the next start from working")
    @ValueSource(strings = {"pg-binaries/PG-half", "pg-18"})
    void what_a_kill_left_half_made_is_put_out_of_the_way(String halfMade, @TempDir Path own) throws Exception {
        Files.createDirectories(own.resolve(halfMade));
        Files.writeString(own.resolve(halfMade).resolve("postgresql.conf"), "half a file");

        int port = freePort();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(own, port)) {
            assertEquals("1", ask(port, "SELECT 1"), postgres.uri());
        }
    }

    private static String ask(int port, String query) throws Exception {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tell(int port, String... commands) throws Exception {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static Connection connect(int port) throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/rescue?user=postgres");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
