package rescue.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What {@code deploy/run --nodes N} starts: a supervisor, its PostgreSQL and the nodes, each a process of its own. */
public final class ClusterProcess implements AutoCloseable {

    /** Several machines in one: three first starts share two cores. */
    private static final Duration WITHIN = Duration.ofSeconds(180);

    private static final Duration ASK_AGAIN = Duration.ofMillis(50);

    private static final long STOP_S = 40;

    /** The nodes' ports are a hundred apart, as the supervisor lays them. */
    private static final int APART = 100;

    private static final int GATEWAY = 1;

    private static final int ADMIN = 2;

    private static final int POSTGRES = 3;

    private static final int CLUSTER = 10;

    private static final int BUS = 30;

    private final Path dataDir;
    private final int nodes;
    private final List<String> arguments;
    private final int firstPort;
    private @Nullable Process supervisor;

    /** @param arguments further arguments, as after {@code deploy/run} */
    public ClusterProcess(Path dataDir, int nodes, String... arguments) {
        this.dataDir = dataDir;
        this.nodes = nodes;
        this.arguments = List.of(arguments);
        this.firstPort = freePorts(nodes);
    }

    /** Starts it and waits until every node is ready and sees every other. */
    public void start() throws IOException, InterruptedException {
        startAgain();
        awaitWhole();
    }

    /** Over what one that was killed has left; its nodes may still be those from before. */
    public void startAgain() throws IOException {
        supervisor = launch(dataDir, log());
    }

    /** Waits until a node is another process than {@code before}, and all are ready and see each other. */
    public void awaitAnother(int index, long before) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (pid(index) == before) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("node " + name(index) + " is still process " + before + "\n" + said());
            }
            Thread.sleep(ASK_AGAIN.toMillis());
        }
        awaitWhole();
    }

    /** A further supervisor on any folder; whoever asks for it waits for its end. */
    public Process launch(Path folder, Path output) throws IOException {
        Files.createDirectories(folder);
        List<String> all = new ArrayList<>(List.of(
                "--nodes", String.valueOf(nodes),
                "--port", String.valueOf(firstPort),
                "--gateway-port", String.valueOf(firstPort + GATEWAY),
                "--admin-port", String.valueOf(firstPort + ADMIN),
                "--pg-port", String.valueOf(firstPort + POSTGRES),
                "--cluster-port", String.valueOf(firstPort + CLUSTER),
                "--bus-port", String.valueOf(firstPort + BUS),
                "--data", folder.toString()));
        all.addAll(arguments);
        return launch(all, output);
    }

    /** One process of the program with these arguments. */
    public static Process launch(List<String> arguments, Path output) throws IOException {
        Path home = ServerProcess.home();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("deploy/jvm.options"),
                "-cp",
                ServerProcess.classPath(),
                "rescue.deploy.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("RESCUE_HOME", home.toString());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        return builder.start();
    }

    /** The node as the stories talk to one. */
    public ServerProcess node(int index) {
        int first = firstPort + APART * index;
        return ServerProcess.startedElsewhere(
                dataDir.resolve("node-" + name(index)), first, first + ADMIN, first + GATEWAY, firstPort + POSTGRES);
    }

    public static String name(int index) {
        return String.valueOf((char) ('A' + index));
    }

    /** Where nodes find each other, as {@code CLUSTER_MEMBERS} has it. */
    public String members() {
        return String.join(
                ",",
                IntStream.range(0, nodes)
                        .mapToObj(index -> name(index) + "=127.0.0.1:" + (firstPort + CLUSTER + index))
                        .toList());
    }

    /** The number of a node's process: another one after each start. */
    public long pid(int index) throws IOException {
        return Long.parseLong(Files.readString(dataDir.resolve("node-" + name(index) + ".pid"))
                .split(" ")[0]);
    }

    /** No goodbye; the supervisor starts it again. */
    public void killNine(int index) throws IOException {
        ProcessHandle.of(pid(index)).orElseThrow().destroyForcibly();
    }

    /** No goodbye: the nodes and PostgreSQL go on without it. */
    public void killSupervisor() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** Asks until every node is ready and sees every other. */
    public void awaitWhole() throws IOException, InterruptedException {
        for (int index = 0; index < nodes; index++) {
            awaitHealth(index, "whole", health -> {
                JsonObject cluster =
                        health.getJsonObject("checks", new JsonObject()).getJsonObject("cluster");
                return "UP".equals(health.getString("status"))
                        && cluster != null
                        && "UP".equals(cluster.getString("status"));
            });
        }
    }

    /** Asks for a node's health until it is so. */
    public JsonObject awaitHealth(int index, String wanted, Predicate<JsonObject> isSo)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        JsonObject last = new JsonObject();
        while (System.nanoTime() < deadline) {
            if (!running().isAlive()) {
                throw new IllegalStateException("the supervisor has ended: " + said());
            }
            try {
                last = new JsonObject(
                        node(index).ask(HttpRequest.newBuilder(node(index).admin("/health/ready"))));
                if (isSo.test(last)) {
                    return last;
                }
            } catch (IOException notYetListening) {
                // asked again
            }
            Thread.sleep(ASK_AGAIN.toMillis());
        }
        throw new IllegalStateException("node " + name(index) + " is not " + wanted + " after " + WITHIN.toSeconds()
                + " s: " + last + "\n" + said());
    }

    /** Everything that supervisor and nodes have said. */
    public String said() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return dataDir.resolve("supervisor.log");
    }

    private Process running() {
        if (supervisor == null) {
            throw new IllegalStateException("the supervisor was not started");
        }
        return supervisor;
    }

    /** As Ctrl-C does: the nodes, then PostgreSQL. */
    @Override
    public void close() throws IOException {
        if (supervisor == null) {
            return;
        }
        try {
            if (!running().isAlive()) {
                startAgain(); // takes over what was left, so that it is stopped with it
                awaitWhole();
            }
            running().destroy();
            if (!running().waitFor(STOP_S, TimeUnit.SECONDS)) {
                running().destroyForcibly();
                throw new IllegalStateException("the supervisor did not stop within " + STOP_S + " s: " + said());
            }
        } catch (InterruptedException interrupted) {
            running().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A first port from which on all are free that the nodes will take. */
    private static int freePorts(int nodes) {
        var random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            int first = 20_000 + random.nextInt(10_000);
            boolean free = IntStream.range(0, nodes)
                    .flatMap(index -> IntStream.of(
                            first + APART * index,
                            first + APART * index + GATEWAY,
                            first + APART * index + ADMIN,
                            first + POSTGRES,
                            first + CLUSTER + index,
                            first + BUS + index))
                    .allMatch(ClusterProcess::isFree);
            if (free) {
                return first;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
