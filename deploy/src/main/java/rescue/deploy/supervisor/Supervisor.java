package rescue.deploy.supervisor;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps several nodes and their PostgreSQL running on one machine. It does nothing else, so that it has nothing to die of: a
 * node that ends takes neither the database nor another node with it.
 */
public final class Supervisor {

    /** A start takes seconds, on a busy machine half a minute. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    private static final int HTTP_OK = 200;

    private final SupervisorPlan plan;
    private final String mainClass;
    private final Consumer<String> say;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final Thread starter = new Thread(this::startNodes, "starter");
    private @Nullable DataLock lock;
    private @Nullable OwnDatabase database;

    /**
     * Nothing runs yet.
     *
     * @param mainClass of a node
     * @param say prints a line
     */
    public Supervisor(SupervisorPlan plan, String mainClass, Consumer<String> say) {
        this.plan = plan;
        this.mainClass = mainClass;
        this.say = say;
    }

    /** Starts everything; the nodes come up by themselves. */
    public synchronized void start() throws IOException, SQLException {
        lock = DataLock.take(plan.dataDir());
        String uri = plan.pgUri().isPresent() ? plan.pgUri().get() : startDatabase();
        for (int i = 0; i < plan.nodes(); i++) {
            nodes.add(new NodeProcess(plan.name(i), command(plan.argumentsOf(i, uri)), plan.dataDir(), say));
            say.accept("node " + plan.name(i) + ": pages " + plan.port("--port", i) + ", hospitals' door "
                    + plan.port("--gateway-port", i) + ", health " + plan.port("--admin-port", i) + ", cluster "
                    + (plan.clusterPort() + i) + ", bus " + (plan.busPort() + i));
        }
        starter.start();
    }

    /** All at once, unless some still run under a supervisor that died: then one after the other, so that somebody serves. */
    private void startNodes() {
        try {
            for (int i = 0; i < plan.nodes(); i++) {
                boolean isTakenOver = nodes.get(i).findOrphan().isPresent();
                nodes.get(i).start();
                if (isTakenOver) {
                    awaitReady(plan.port("--admin-port", i));
                }
            }
        } catch (IOException failure) {
            say.accept("nodes cannot be started: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Or long enough to know that waiting is in vain. */
    private static void awaitReady(int adminPort) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/health/ready"))
                .timeout(ASK_AGAIN)
                .build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Thread.sleep(ASK_AGAIN.toMillis());
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == HTTP_OK) {
                    return;
                }
            } catch (IOException notYetListening) {
                // asked again
            }
        }
    }

    private String startDatabase() throws IOException, SQLException {
        say.accept("starting PostgreSQL, data in " + plan.dataDir());
        OwnDatabase own = OwnDatabase.start(plan.dataDir(), plan.pgPort(), say);
        database = own;
        return own.uri();
    }

    /** A node runs as this process does: the same Java, options and classes. */
    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-XX:ArchiveClassesAtExit"))
                .forEach(command::add);
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList()));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Nodes first, all at once, PostgreSQL last. */
    public synchronized void stop() throws IOException, InterruptedException {
        starter.interrupt();
        starter.join();
        List<Thread> stops =
                nodes.stream().map(node -> new Thread(() -> stop(node))).toList();
        stops.forEach(Thread::start);
        for (Thread each : stops) {
            each.join();
        }
        OwnDatabase own = database;
        if (own != null) {
            own.close();
        }
        DataLock held = lock;
        if (held != null) {
            held.close();
        }
    }

    private static void stop(NodeProcess node) {
        try {
            node.stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
