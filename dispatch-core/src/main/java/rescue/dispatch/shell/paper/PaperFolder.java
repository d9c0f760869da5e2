package rescue.dispatch.shell.paper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the paper lies. Whoever opens it finds the old one or the new one, whole, whatever happens while it is written. */
final class PaperFolder {

    private static final String UNFINISHED = ".part";

    /** Callers' telephone numbers stand on it: for us and our group. */
    private static final String MODE = "rw-r-----";

    private final Path folder;

    PaperFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, and clears away what was never finished. */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** On the disk before it takes the old one's place: a power cut leaves one of both. */
    void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, name, UNFINISHED);
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                file.force(true);
            }
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(MODE));
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
