package rescue.story.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.story.ServerProcess;

/** One node on a host of its own: the jar that is run everywhere, in production mode, that can be killed and paused. */
final class NodeHost implements AutoCloseable {

    private static final int HTTP = 8080;
    private static final int GATEWAY = 8081;
    private static final int ADMIN = 8090;

    /** On two cores, with two other nodes at work. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);

    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final HttpClient HEALTH = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_WITHIN)
            .build();

    private final Net net;
    private final String name;
    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private @Nullable Process process;
    private volatile String javaOption = "-Xshare:auto";
    private volatile boolean paused;
    private volatile boolean wanted;

    /** @param pgUri where its own line to the database begins */
    NodeHost(Net net, String name, Path data, String pgUri) throws IOException {
        this.net = net;
        this.name = name;
        this.data = Files.createDirectories(data);
        String address = net.address(name);
        Path home = ServerProcess.home();
        settings.putAll(Map.of(
                "RESCUE_HOME",
                home.toString(),
                "MODE",
                "production",
                "DATA_DIR",
                data.toString(),
                "HTTP_HOST",
                address,
                "HTTP_PORT",
                String.valueOf(HTTP),
                "GATEWAY_PORT",
                String.valueOf(GATEWAY),
                "ADMIN_HOST",
                address,
                "ADMIN_PORT",
                String.valueOf(ADMIN),
                "PG_URI",
                pgUri,
                "MALLOC_ARENA_MAX",
                "2"));
        settings.put("MAP_FILE", home.resolve("maps/laichau").toString()); // the road book: nothing to import
        settings.put("PROVINCE_DIR", home.resolve("maps/laichau").toString());
    }

    /** One more setting, for the next start. */
    void set(String setting, String value) {
        settings.put(setting, value);
    }

    /** Its clock is wrong from the next start on, where libfaketime is installed; tells whether it is. */
    boolean clockAhead(Duration ahead) throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return false;
        }
        try (Stream<Path> machines = Files.list(libraries)) {
            Optional<Path> library = machines.map(machine -> machine.resolve("faketime/libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst();
            library.ifPresent(path -> settings.putAll(Map.of(
                    "LD_PRELOAD",
                    path.toString(),
                    "FAKETIME",
                    "+" + ahead.toSeconds() + "s",
                    "DONT_FAKE_MONOTONIC",
                    "1",
                    "FAKETIME_FORCE_MONOTONIC_FIX",
                    "0"))); // else every timed wait of the process ends at once, and it spins
            return library.isPresent();
        }
    }

    String name() {
        return name;
    }

    Path data() {
        return data;
    }

    /** Whether alerts wait on its disk that are not in the database yet, as far as it has noticed. */
    boolean hasSpooled() {
        try (Stream<Path> files = Files.list(data.resolve("spool"))) {
            return files.anyMatch(file -> file.toString().endsWith(".spool"));
        } catch (IOException gone) {
            return false;
        }
    }

    URI api(String path) {
        return URI.create("http://" + net.address(name) + ":" + HTTP + "/api/v1" + path);
    }

    URI admin(String path) {
        return URI.create("http://" + net.address(name) + ":" + ADMIN + path);
    }

    int httpPort() {
        return HTTP;
    }

    /** The classes as a Java machine has read and checked them: written at the end of one, they shorten the start of others. */
    void keepClassesAtExit(Path archive) {
        javaOption = "-XX:ArchiveClassesAtExit=" + archive;
    }

    void useClasses(Path archive) {
        javaOption = "-XX:SharedArchiveFile=" + archive; // ignored when there is none
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(net.on(name));
        Path home = ServerProcess.home();
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + home.resolve("deploy/jvm.options"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                javaOption,
                "-jar",
                home.resolve("deploy/target/hoang-lien.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        paused = false;
        process = builder.start();
        wanted = true;
    }

    /** A supervisor's part: a node that ended by itself, because it found no database, is started again. */
    synchronized void keepUp() throws IOException {
        if (wanted && !isAlive()) {
            start();
        }
    }

    /** Waits until it says so; tells how long that took. */
    Duration awaitReady() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!isReady()) {
            keepUp();
            if (System.nanoTime() - began > READY_WITHIN.toNanos()) {
                throw new IllegalStateException(name + " was not ready after " + READY_WITHIN.toSeconds() + " s: "
                        + health() + ", see " + log());
            }
            Thread.sleep(ASK_AGAIN.toMillis());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    boolean isAlive() {
        Process now = process;
        return now != null && now.isAlive();
    }

    boolean isPaused() {
        return paused;
    }

    boolean isReady() {
        return isAlive() && !paused && health().startsWith("200");
    }

    /** Status and body of its health; empty when it says nothing. */
    String health() {
        try {
            HttpResponse<String> answer = HEALTH.send(
                    HttpRequest.newBuilder(admin("/health/ready"))
                            .timeout(ANSWER_WITHIN)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException silent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    void killNine() throws InterruptedException {
        wanted = false;
        Process now = process;
        if (now != null) {
            now.destroyForcibly().waitFor();
        }
    }

    /** As a long stop of its virtual machine: it does nothing, and does not know so afterwards. */
    void pause() {
        paused = true;
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
        paused = false;
    }

    private void signal(String signal) {
        Process now = process;
        if (now != null && now.isAlive()) {
            try {
                Command.run("kill", signal, String.valueOf(now.pid()));
            } catch (IllegalStateException gone) {
                if (now.isAlive()) { // it was not killed in this very moment by another fault
                    throw gone;
                }
            }
        }
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        wanted = false;
        Process now = process;
        if (now != null) {
            now.destroy();
            if (!now.waitFor(60, TimeUnit.SECONDS)) {
                now.destroyForcibly().waitFor();
            }
        }
    }

    /** What the process holds of the machine's memory. */
    long residentMiB() throws IOException {
        Process now = process;
        if (now == null) {
            return 0;
        }
        return Files.readAllLines(Path.of("/proc", String.valueOf(now.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    Path log() {
        return data.resolve("server.log");
    }

    @Override
    public void close() {
        try {
            killNine();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
