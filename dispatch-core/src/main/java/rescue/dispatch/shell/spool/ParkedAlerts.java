package rescue.dispatch.shell.spool;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts that the database will not take, however often: a file each, with the reason, for a person. They are no more
 * entered by themselves; who has looked moves the file away.
 */
public final class ParkedAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedAlerts.class);

    private final Vertx vertx;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    private ParkedAlerts(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
    }

    /** Below the spool. */
    public static ParkedAlerts in(Vertx vertx, Path spool) throws IOException {
        Path folder = Files.createDirectories(spool.resolve("parked"));
        var parked = new ParkedAlerts(vertx, folder);
        parked.look();
        return parked;
    }

    /** Written through to the disk before the alert leaves the spool. */
    Future<Void> park(WaitingAlert alert, String reason) {
        var text = new JsonObject()
                .put("reason", reason)
                .put("alert", new JsonObject(alert.line()))
                .encodePrettily();
        return vertx.executeBlocking(
                () -> {
                    write(folder.resolve(alert.id() + ".json"), text);
                    look();
                    LOG.error("alert {} is set aside in {}: {}", alert.id(), folder, reason);
                    return null;
                },
                false);
    }

    private static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** How many lie there; a person who has moved one away is noticed with the next look. */
    public int count() {
        return count.get();
    }

    /** Reads the folder again. */
    Future<Void> recount() {
        return vertx.executeBlocking(
                () -> {
                    look();
                    return null;
                },
                false);
    }

    private void look() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            count.set((int) files.count());
        }
    }
}
