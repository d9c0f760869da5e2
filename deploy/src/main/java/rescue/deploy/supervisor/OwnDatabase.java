package rescue.deploy.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import rescue.deploy.postgres.EmbeddedPostgres;

/** The PostgreSQL of all nodes, which ends with none of them; started again when it ends by itself. */
final class OwnDatabase implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** On loopback a server that runs answers at once, unless the machine has nothing left for it. */
    private static final int ANSWERS_WITHIN_MS = 1_000;

    /** One look may meet a full queue; three in a row do not. */
    private static final int LOOKS_IN_VAIN = 3;

    private final Path dataDir;
    private final int port;
    private final Consumer<String> say;
    private final Thread keeper;
    private EmbeddedPostgres postgres;
    private volatile boolean stopping;

    private OwnDatabase(Path dataDir, int port, Consumer<String> say, EmbeddedPostgres postgres) {
        this.dataDir = dataDir;
        this.port = port;
        this.say = say;
        this.postgres = postgres;
        this.keeper = new Thread(this::keep, "postgres");
        keeper.setDaemon(true);
    }

    static OwnDatabase start(Path dataDir, int port, Consumer<String> say) throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir, port);
        say.accept("PostgreSQL is up on port " + port
                + (postgres.wasFoundRunning() ? ", left running by a crash and taken over" : ""));
        var database = new OwnDatabase(dataDir, port, say, postgres);
        database.keeper.start();
        return database;
    }

    String uri() {
        return postgres.uri();
    }

    private void keep() {
        int inVain = 0;
        try {
            while (!stopping) {
                Thread.sleep(LOOK_EVERY.toMillis());
                inVain = answers() ? 0 : inVain + 1;
                if (inVain >= LOOKS_IN_VAIN && !stopping) {
                    say.accept("PostgreSQL has ended; it is started again, alerts are kept on the nodes meanwhile");
                    startAgain();
                    inVain = 0;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void startAgain() {
        try {
            closeWhatIsLeft();
            if (!stopping) {
                postgres = EmbeddedPostgres.start(dataDir, port);
                say.accept("PostgreSQL is up again on port " + port);
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            say.accept("PostgreSQL does not start, it is tried again: " + failure.getMessage());
        }
    }

    /** Of a server that was killed there is nothing to stop, only our own lock on its folder to be let go. */
    private void closeWhatIsLeft() {
        try {
            postgres.close();
        } catch (IOException | RuntimeException gone) {
            say.accept("what is left of PostgreSQL: " + gone.getMessage());
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWERS_WITHIN_MS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Last of all, when no node uses it any more. */
    @Override
    public void close() throws IOException {
        stopping = true;
        keeper.interrupt();
        synchronized (this) {
            postgres.close();
        }
    }
}
