package rescue.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rescue.deploy.postgres.EmbeddedPostgres;

/** Several nodes on this machine as one cluster over one PostgreSQL, without a supervisor: nobody starts again what is killed. */
public final class Nodes implements AutoCloseable {

    private static final List<String> NAMES = List.of("A", "B", "C");

    private final Path folder;
    private final String[] arguments;
    private final int pgPort = freePort();
    private final EmbeddedPostgres postgres;
    private final List<ServerProcess> nodes = new ArrayList<>();

    /**
     * PostgreSQL alone, for now.
     *
     * @param arguments of every node, as after {@code deploy/run}
     */
    public Nodes(Path folder, String... arguments) throws IOException, SQLException {
        this.folder = folder;
        this.arguments = arguments.clone();
        this.postgres = EmbeddedPostgres.start(folder.resolve("database").toAbsolutePath(), pgPort);
    }

    /** Three, of the default province. */
    public static Nodes three(String folder) throws IOException, SQLException {
        Nodes nodes = new Nodes(Province.folder(folder), Province.arguments());
        nodes.start(NAMES.size());
        return nodes;
    }

    /** Starts so many at once, as the only members there are, and waits until all are ready. One alone is no cluster. */
    public void start(int count) {
        List<String> names = NAMES.subList(0, count);
        String members =
                names.stream().map(name -> name + "=127.0.0.1:" + freePort()).collect(Collectors.joining(","));
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        for (String name : names) {
            Stream<String> own = Stream.of("--pg-uri", postgres.uri(), "--node", name);
            Stream<String> cluster = count == 1
                    ? Stream.of()
                    : Stream.of("--cluster-members", members, "--bus-port", String.valueOf(freePort()));
            ServerProcess node = new ServerProcess(
                    folder.resolve(name),
                    Stream.of(Stream.of(arguments), own, cluster)
                            .flatMap(words -> words)
                            .toArray(String[]::new));
            nodes.add(node);
            starting.add(CompletableFuture.runAsync(() -> start(node)));
        }
        CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
    }

    private static void start(ServerProcess node) {
        try {
            node.startOnEstimates();
        } catch (IOException failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public ServerProcess get(int i) {
        return nodes.get(i);
    }

    public List<ServerProcess> all() {
        return List.copyOf(nodes);
    }

    /** To look into the database from beside the nodes. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + pgPort + "/rescue?user=postgres";
    }

    /** Ends the nodes; what they have written stays. */
    public void stop() throws IOException {
        while (!nodes.isEmpty()) {
            nodes.remove(nodes.size() - 1).close();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try (postgres) {
            stop();
        }
    }
}
