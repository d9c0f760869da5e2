package rescue.dispatch.shell.spool;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts on this node's disk. An alert is taken when it has been written through to the disk, together with those that came
 * while the write before was under way; it leaves when it has been entered. What a process that died left in the folder is
 * taken over, at the start and later, so nodes may share one folder.
 */
public final class AlertSpool {

    /** A night of a thousand alerts is half a megabyte; this is a flood, or a database that nobody misses. */
    private static final long MAX_BYTES = 64L << 20;

    /** A file that has grown to this is left to be emptied, and another begun. */
    private static final long FILE_MAX_BYTES = 1 << 20;

    /** In one write: more would make the first of them wait for the last. */
    private static final int BATCH_MAX = 2_000;

    /** So much must be free, or the desk is warned while there is still time to make room. */
    private static final long ROOM_BYTES = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(AlertSpool.class);

    private final Path folder;

    /** One thread: files are written, taken over and deleted one after another. */
    private final WorkerExecutor disk;

    /** By idempotency key, oldest first. */
    private final Map<String, Kept> waiting = new LinkedHashMap<>();

    /** By idempotency key: on their way to the disk. */
    private final Map<String, Underway> underway = new HashMap<>();

    /** How many of each file's alerts still wait. */
    private final Map<SpoolFile, Integer> left = new HashMap<>();

    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable SpoolFile current;
    private @Nullable Batch next;
    private volatile long room = Long.MAX_VALUE;
    private volatile boolean failing;
    private Future<Void> writing = Future.succeededFuture();

    private record Kept(WaitingAlert alert, SpoolFile file) {}

    private record Underway(WaitingAlert alert, Future<Void> written) {}

    /** Alerts that go to the disk in one write: all of them are safe then, or none. */
    private static final class Batch {
        private final List<WaitingAlert> alerts = new ArrayList<>();
        private Future<Void> written = Future.failedFuture("not yet begun");
    }

    private AlertSpool(Vertx vertx, Path folder) {
        this.folder = folder;
        this.disk = vertx.createSharedWorkerExecutor("spool of " + folder, 1);
    }

    /** Opens the folder, with whatever a process that died has left there. */
    public static AlertSpool open(Vertx vertx, Path folder) throws IOException {
        Files.createDirectories(folder);
        var spool = new AlertSpool(vertx, folder);
        spool.takeOver();
        return spool;
    }

    /** Completes, once it is on the disk, with the alert that is kept under that key: this one, or the one that was first. */
    Future<WaitingAlert> keep(WaitingAlert alert) {
        String key = alert.key().key();
        synchronized (this) {
            Kept kept = waiting.get(key);
            if (kept != null) {
                return Future.succeededFuture(kept.alert);
            }
            Underway first = underway.get(key);
            if (first != null) {
                return first.written.map(first.alert);
            }
            Future<Void> written = join(alert);
            underway.put(key, new Underway(alert, written));
            return written.map(alert);
        }
    }

    private Future<Void> join(WaitingAlert alert) {
        Batch batch = next;
        if (batch == null || batch.alerts.size() >= BATCH_MAX) {
            var begun = new Batch();
            begun.written = writing.transform(before -> disk.executeBlocking(() -> write(begun), true));
            writing = begun.written;
            next = begun;
            batch = begun;
        }
        batch.alerts.add(alert);
        return batch.written;
    }

    private @Nullable Void write(Batch batch) {
        synchronized (this) {
            if (next == batch) { // nobody joins it any more
                next = null;
            }
        }
        try {
            SpoolFile file = fileWithRoom();
            file.append(batch.alerts.stream().map(WaitingAlert::line).toList());
            synchronized (this) {
                batch.alerts.forEach(alert -> remember(alert, file));
            }
            failing = false;
        } catch (IOException failure) {
            failing = true;
            dropTorn();
            throw new SpoolFull("the spool could not be written: " + failure.getMessage(), failure);
        } finally {
            synchronized (this) {
                batch.alerts.forEach(alert -> underway.remove(alert.key().key()));
            }
        }
        tellListeners();
        return null;
    }

    private SpoolFile fileWithRoom() throws IOException {
        synchronized (this) {
            long bytes = left.keySet().stream().mapToLong(SpoolFile::size).sum();
            if (bytes > MAX_BYTES) {
                throw new SpoolFull("the spool holds " + bytes / 1024 + " KiB, its limit", null);
            }
            if (current != null && current.size() < FILE_MAX_BYTES) {
                return current;
            }
        }
        SpoolFile created = SpoolFile.create(folder);
        synchronized (this) {
            left.put(created, 0);
            current = created;
            return created;
        }
    }

    /** A file that failed is not written to again; what is in it waits as before. */
    private void dropTorn() {
        SpoolFile torn;
        synchronized (this) {
            torn = current;
            current = null;
        }
        try {
            if (torn != null) {
                sweep(torn);
            }
        } catch (IOException failure) {
            LOG.warn("an empty file of the spool stays: {}", failure.getMessage());
        }
    }

    /** The alert that waits under that key. */
    synchronized Optional<WaitingAlert> find(String key) {
        return Optional.ofNullable(waiting.get(key)).map(Kept::alert);
    }

    synchronized Optional<WaitingAlert> findByTrackingCode(String code) {
        return waiting.values().stream()
                .map(Kept::alert)
                .filter(alert -> alert.trackingCode().equals(code))
                .findFirst();
    }

    /** Those that have waited longest, oldest first. */
    synchronized List<WaitingAlert> listOldest(int most) {
        return waiting.values().stream().limit(most).map(Kept::alert).toList();
    }

    public synchronized int count() {
        return waiting.size();
    }

    /** Whether the last alert could not be kept, or soon one cannot be. */
    public boolean isShortOfRoom() {
        return failing || room < ROOM_BYTES;
    }

    /** What was free on the disk at the last look. */
    public long roomMiB() {
        return room >> 20;
    }

    /** It has been entered, or set aside: either way it waits no longer. */
    Future<Void> done(WaitingAlert alert) {
        Kept kept;
        synchronized (this) {
            kept = waiting.remove(alert.key().key());
            if (kept == null) {
                return Future.succeededFuture();
            }
            left.merge(kept.file, -1, Integer::sum);
        }
        tellListeners();
        return disk.executeBlocking(
                () -> {
                    kept.file.markEntered(alert);
                    return sweep(kept.file);
                },
                true);
    }

    /** A file goes when all that is in it has been entered. */
    private @Nullable Void sweep(SpoolFile file) throws IOException {
        synchronized (this) {
            if (left.getOrDefault(file, 1) > 0) {
                return null;
            }
            left.remove(file);
            if (current == file) {
                current = null;
            }
        }
        file.delete();
        return null;
    }

    /** Called after every change, from any thread. */
    synchronized void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /** Looks for what a process that died has left, this one's forerunner or another node's. */
    Future<Void> lookForOrphans() {
        return disk.executeBlocking(this::takeOver, true);
    }

    private @Nullable Void takeOver() throws IOException {
        room = Files.getFileStore(folder).getUsableSpace();
        failing = failing && room < ROOM_BYTES;
        int before = count();
        List<Found> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(SpoolFile.SUFFIX))
                    .map(file -> new Found(file, file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Found::lastWrittenMs))
                    .toList();
        }
        for (Found found : files) {
            if (!isOurs(found.file)) {
                takeOver(found.file);
            }
        }
        int left = count() - before;
        if (left > 0) {
            LOG.warn("{} alerts were left waiting in {} and are entered now", left, folder);
            tellListeners();
        }
        return null;
    }

    /** A file in the folder; one that its owner has just emptied and deleted was last written in 1970, and is not there to be taken. */
    private record Found(Path file, long lastWrittenMs) {}

    private synchronized boolean isOurs(Path path) {
        return left.keySet().stream().anyMatch(file -> file.isAt(path));
    }

    private void takeOver(Path path) throws IOException {
        Optional<SpoolFile> taken = SpoolFile.takeOver(path);
        if (taken.isEmpty()) {
            return;
        }
        SpoolFile file = taken.get();
        SpoolFile.Content content = file.read();
        if (content.broken() > 0) {
            LOG.error("{} lines of {} cannot be read; a copy is kept beside it", content.broken(), path);
            file.copyAside();
        }
        synchronized (this) {
            left.put(file, 0);
            content.alerts().forEach(alert -> remember(alert, file));
        }
        sweep(file);
    }

    /** The same key twice is one alert, as it was written first. */
    private void remember(WaitingAlert alert, SpoolFile file) {
        if (waiting.putIfAbsent(alert.key().key(), new Kept(alert, file)) == null) {
            left.merge(file, 1, Integer::sum);
        }
    }

    private void tellListeners() {
        List<Runnable> all;
        synchronized (this) {
            all = List.copyOf(listeners);
        }
        all.forEach(Runnable::run);
    }
}
