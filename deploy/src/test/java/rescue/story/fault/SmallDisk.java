package rescue.story.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a few megabytes under a folder, which can be filled to the last byte and emptied again. Needs root. */
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;

    SmallDisk(Path folder, int megabytes) throws IOException {
        this.folder = Files.createDirectories(folder).toAbsolutePath();
        Command.run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", this.folder.toString());
    }

    Path folder() {
        return folder;
    }

    void fill() {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            // that is what was wanted
        }
    }

    void empty() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Whoever still has a file open there keeps the disk until he ends. */
    @Override
    public void close() {
        Command.run("umount", "-l", folder.toString());
    }
}
