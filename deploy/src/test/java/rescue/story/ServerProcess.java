package rescue.story;

import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The server as a process of its own, with the options of {@code deploy/run}, that can be killed and started again. */
public final class ServerProcess implements AutoCloseable {

    /** A first start unpacks PostgreSQL and imports the map; on two busy cores that is well under this. */
    private static final Duration STARTUP = Duration.ofSeconds(120);

    private static final Duration ASK_AGAIN = Duration.ofMillis(50);

    private static final long STOP_S = 20;

    /** USER_HZ, the same on every Linux that Java runs on. */
    private static final double TICKS_A_SECOND = 100;

    private final Path dataDir;
    private final List<String> arguments;
    private final int httpPort;
    private final int adminPort;
    private final int gatewayPort;
    private final int pgPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    /** @param arguments further arguments, as after {@code deploy/run} */
    public ServerProcess(Path dataDir, String... arguments) {
        this(dataDir, List.of(arguments), freePort(), freePort(), freePort(), freePort());
    }

    private ServerProcess(
            Path dataDir, List<String> arguments, int httpPort, int adminPort, int gatewayPort, int pgPort) {
        this.dataDir = dataDir;
        this.arguments = new ArrayList<>(arguments);
        this.httpPort = httpPort;
        this.adminPort = adminPort;
        this.gatewayPort = gatewayPort;
        this.pgPort = pgPort;
    }

    /** One that somebody else has started, to be talked to only. */
    static ServerProcess startedElsewhere(Path dataDir, int httpPort, int adminPort, int gatewayPort, int pgPort) {
        return new ServerProcess(dataDir, List.of(), httpPort, adminPort, gatewayPort, pgPort);
    }

    /** Further arguments, which name another server's address. */
    public void alsoWith(String... more) {
        arguments.addAll(List.of(more));
    }

    public long pid() {
        return running().pid();
    }

    /** As Ctrl-C does; nobody waits for its end here. */
    public void tellToStop() {
        running().destroy();
    }

    /** Stops it, unless it has ended already or answers to nothing any more. */
    public void end() throws IOException, InterruptedException {
        Process ending = process;
        if (ending == null || !ending.isAlive()) {
            return;
        }
        ending.destroy();
        if (!ending.waitFor(STOP_S, TimeUnit.SECONDS)) {
            ending.destroyForcibly().waitFor();
        }
    }

    /** Starts it and waits until it is ready and drives by road; tells how long that took. */
    public Duration start() throws IOException, InterruptedException {
        long started = System.nanoTime();
        startOnEstimates();
        awaitMap("road", map -> "ROAD".equals(map.getString("basis")));
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Starts it and waits until it says that it is ready, whatever its times rest on; tells how long that took. */
    public Duration startOnEstimates() throws IOException, InterruptedException {
        Files.createDirectories(dataDir);
        Path home = home();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("deploy/jvm.options"),
                "-cp",
                classPath(),
                "rescue.deploy.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "RESCUE_HOME", home.toString(),
                        "DATA_DIR", dataDir.toString(),
                        "HTTP_PORT", String.valueOf(httpPort),
                        "ADMIN_PORT", String.valueOf(adminPort),
                        "GATEWAY_PORT", String.valueOf(gatewayPort),
                        "PG_PORT", String.valueOf(pgPort),
                        "MALLOC_ARENA_MAX", "2"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        long started = System.nanoTime();
        process = builder.start();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    public URI api(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + "/api/v1" + path);
    }

    public URI gateway(String path) {
        return URI.create("http://127.0.0.1:" + gatewayPort + path);
    }

    public URI admin(String path) {
        return URI.create("http://127.0.0.1:" + adminPort + path);
    }

    /** To look into the database from beside the server. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + pgPort + "/rescue?user=postgres";
    }

    /** For another server over the same database: its setting {@code --pg-uri}. */
    public String pgUri() {
        return "postgresql://postgres@127.0.0.1:" + pgPort + "/rescue";
    }

    /** What the process holds of the machine's memory, from the kernel's own account. */
    public long residentMiB() throws IOException {
        Path status = Path.of("/proc", String.valueOf(running().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Processor time that the server has used since it began, in seconds, from the kernel's own account. */
    public double cpuSeconds() throws IOException {
        return cpuSeconds(running().toHandle());
    }

    /** The same of its own PostgreSQL, with all that it has started. */
    public double databaseCpuSeconds() throws IOException {
        long postmaster;
        try (Stream<Path> folders = Files.list(dataDir)) {
            Path pidFile = folders.map(folder -> folder.resolve("postmaster.pid"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            postmaster = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        }
        ProcessHandle main = ProcessHandle.of(postmaster).orElseThrow();
        double all = cpuSeconds(main);
        for (ProcessHandle each : main.children().toList()) {
            all += cpuSeconds(each);
        }
        return all;
    }

    private static double cpuSeconds(ProcessHandle process) throws IOException {
        String[] fields = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"))
                .replaceFirst("^.*\\) ", "") // the name may hold spaces
                .split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    /** No goodbye: what a power cut or the kernel's memory killer does. PostgreSQL goes on without it. */
    public void killNine() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** It does nothing more and holds all that it has, as a machine that is swapped out. */
    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** It goes on as if nothing had been. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("kill", which, String.valueOf(running().pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (failed != 0) {
            throw new IOException("kill " + which + " ended with " + failed);
        }
    }

    /** As Ctrl-C does; PostgreSQL is stopped too. */
    @Override
    public void close() throws IOException {
        if (process == null) {
            return;
        }
        try {
            if (!process.isAlive()) {
                startOnEstimates(); // takes the orphaned PostgreSQL over, so that it is stopped with it
            }
            running().destroy();
            if (!running().waitFor(STOP_S, TimeUnit.SECONDS)) {
                running().destroyForcibly();
                throw new IllegalStateException("the server did not stop within " + STOP_S + " s, see " + log());
            }
        } catch (InterruptedException interrupted) {
            running().destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the operator of the machine is told of the map. */
    public JsonObject map() throws IOException, InterruptedException {
        return new JsonObject(ask(HttpRequest.newBuilder(admin("/map"))));
    }

    /** The operator of the machine has the map looked at again, now. */
    public JsonObject looksAtTheMap() throws IOException, InterruptedException {
        return new JsonObject(ask(HttpRequest.newBuilder(admin("/map")).POST(HttpRequest.BodyPublishers.noBody())));
    }

    /** Any page of the administrators' port, as text. */
    public String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(STARTUP).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Asks until the map is as wanted. */
    public JsonObject awaitMap(String wanted, Predicate<JsonObject> isSo) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (System.nanoTime() < deadline) {
            JsonObject now = map();
            if (isSo.test(now)) {
                return now;
            }
            Thread.sleep(ASK_AGAIN.toMillis());
        }
        throw new IllegalStateException("not by " + wanted + " after " + STARTUP.toSeconds() + " s: " + map());
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(admin("/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (System.nanoTime() < deadline) {
            if (!running().isAlive()) {
                throw new IllegalStateException("the server ended while starting: " + Files.readString(log()));
            }
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYetListening) {
                // asked again
            }
            Thread.sleep(ASK_AGAIN.toMillis());
        }
        throw new IllegalStateException("not ready after " + STARTUP.toSeconds() + " s: " + Files.readString(log()));
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the server was not started");
        }
        return process;
    }

    private Path log() {
        return dataDir.resolve("server.log");
    }

    /** The project's folder: the tests run in its folder {@code deploy}, the benchmarks in itself. */
    public static Path home() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("deploy/jvm.options")) ? here : here.getParent();
    }

    static String classPath() {
        return String.join(
                File.pathSeparator,
                List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
