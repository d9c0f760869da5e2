package rescue.deploy.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One node as a process of its own: started, started again whenever it ends, until told otherwise. */
final class NodeProcess {

    /** The next start after an end waits so long, twice as long after each further one. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Whoever has run this long has not failed at its start. */
    private static final Duration RUNS_WELL = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** Requests under way are answered meanwhile. */
    private static final long STOP_WITHIN_S = 15;

    private final String name;
    private final List<String> command;
    private final Path mark;
    private final Consumer<String> say;
    private final Thread keeper;
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    /**
     * A node that does not run yet.
     *
     * @param dataDir the supervisor's: there stands which process the node is
     * @param say prints a line
     */
    NodeProcess(String name, List<String> command, Path dataDir, Consumer<String> say) {
        this.name = name;
        this.command = List.copyOf(command);
        this.mark = dataDir.resolve("node-" + name + ".pid");
        this.say = say;
        this.keeper = new Thread(this::keep, "node-" + name);
    }

    void start() {
        keeper.start();
    }

    /** Asks it to stop and waits for it. */
    void stop() throws InterruptedException {
        stopping = true;
        keeper.interrupt();
        Process now = process;
        if (now != null) {
            now.destroy();
            if (!now.waitFor(STOP_WITHIN_S, TimeUnit.SECONDS)) {
                say.accept("node " + name + " did not stop within " + STOP_WITHIN_S + " s and is killed");
                now.destroyForcibly().waitFor();
            }
        }
        keeper.join(TimeUnit.SECONDS.toMillis(STOP_WITHIN_S));
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        try {
            stopOrphan();
            while (!stopping) {
                long started = System.nanoTime();
                int code = runOnce();
                if (stopping) {
                    return;
                }
                boolean ranWell = System.nanoTime() - started > RUNS_WELL.toNanos();
                pause = ranWell ? FIRST_PAUSE : pause;
                say.accept("node " + name + " ended (exit " + code + "); it is started again in " + pause.toSeconds()
                        + " s, the others go on");
                Thread.sleep(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            say.accept("node " + name + " cannot be started: " + failure.getMessage());
        }
    }

    private int runOnce() throws IOException, InterruptedException {
        Process now = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = now;
        leaveMark(now.toHandle());
        try (BufferedReader lines = now.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                say.accept(name + "  " + line);
            }
        }
        return now.waitFor();
    }

    /** At once or not at all: a mark cut short by a kill would hide a node that still holds its ports. */
    private void leaveMark(ProcessHandle node) throws IOException {
        Path part = mark.resolveSibling(mark.getFileName() + ".part");
        Files.writeString(part, node.pid() + " " + startOf(node));
        Files.move(part, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A supervisor that was killed leaves its nodes running; they hold the ports, and nobody would watch over them. */
    private void stopOrphan() throws IOException, InterruptedException {
        Optional<ProcessHandle> left = findOrphan();
        if (left.isEmpty()) {
            return;
        }
        ProcessHandle orphan = left.get();
        say.accept("node " + name + " (process " + orphan.pid()
                + ") was left by a supervisor that died; it is stopped first");
        orphan.destroy();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_WITHIN_S);
        while (orphan.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        orphan.destroyForcibly();
    }

    /** The node as another supervisor started it, if it still runs. */
    Optional<ProcessHandle> findOrphan() throws IOException {
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        String[] left = Files.readString(mark).strip().split(" ");
        return left.length != 2
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(left[0]))
                        .filter(found -> startOf(found).equals(left[1]));
    }

    /** Numbers of processes come again; together with its start it is that one. */
    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
