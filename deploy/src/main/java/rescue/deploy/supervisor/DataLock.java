package rescue.deploy.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One supervisor for each data folder. The kernel lets go of it when the process ends, however it ends. */
final class DataLock implements AutoCloseable {

    private static final String NAME = "supervisor.lock";

    /** Beside it, for a file that is locked cannot be read everywhere. */
    private static final String WHO = "supervisor.pid";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(Path dataDir) throws IOException {
        Files.createDirectories(dataDir);
        FileChannel channel =
                FileChannel.open(dataDir.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("another supervisor" + who(dataDir) + " runs on " + dataDir
                    + ": stop that one, or give this one another DATA_DIR");
        }
        Files.writeString(
                dataDir.resolve(WHO), String.valueOf(ProcessHandle.current().pid()));
        return new DataLock(channel);
    }

    private static String who(Path dataDir) throws IOException {
        Path file = dataDir.resolve(WHO);
        return Files.exists(file)
                ? " (process " + Files.readString(file, StandardCharsets.UTF_8).strip() + ")"
                : "";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
