package rescue.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several nodes on this machine as one cluster; the first has PostgreSQL, the others come to it. */
public final class Nodes implements AutoCloseable {

    private static final List<String> NAMES = List.of("A", "B", "C");

    private final Path folder;
    private final String[] arguments;
    private final String members;
    private final List<ServerProcess> nodes = new ArrayList<>();

    /**
     * None is started yet.
     *
     * @param arguments of every node, as after {@code deploy/run}
     */
    public Nodes(Path folder, String... arguments) {
        this.folder = folder;
        this.arguments = arguments.clone();
        this.members =
                NAMES.stream().map(name -> name + "=127.0.0.1:" + freePort()).collect(Collectors.joining(","));
    }

    /** Three, of the default province. */
    public static Nodes three(String folder) throws IOException, InterruptedException {
        Nodes nodes = new Nodes(Province.folder(folder), Province.arguments());
        while (nodes.all().size() < NAMES.size()) {
            nodes.add();
        }
        return nodes;
    }

    /** Starts one more and waits until it is ready; tells how long that took. */
    public Duration add() throws IOException, InterruptedException {
        String name = NAMES.get(nodes.size());
        Stream<String> own =
                Stream.of("--node", name, "--cluster-members", members, "--bus-port", String.valueOf(freePort()));
        Stream<String> database = nodes.isEmpty()
                ? Stream.of()
                : Stream.of("--pg-uri", nodes.get(0).pgUri());
        ServerProcess node = new ServerProcess(
                folder.resolve(name),
                Stream.of(Stream.of(arguments), own, database)
                        .flatMap(words -> words)
                        .toArray(String[]::new));
        nodes.add(node);
        return node.startOnEstimates();
    }

    public ServerProcess get(int i) {
        return nodes.get(i);
    }

    public List<ServerProcess> all() {
        return List.copyOf(nodes);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** The one with PostgreSQL last. */
    @Override
    public void close() throws IOException {
        while (!nodes.isEmpty()) {
            nodes.remove(nodes.size() - 1).close();
        }
    }
}
