package rescue.dispatch.shell.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the spool: lines, each behind its own checksum, only ever added to. It is locked by the process that holds
 * it; the lock ends with the process however that ends, and then the file may be taken over by whoever finds it. Which of its
 * alerts have been entered is marked in a file beside it: a node that is killed again and again must not begin at the first one
 * each time.
 */
final class SpoolFile implements AutoCloseable {

    static final String SUFFIX = ".spool";

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

    private static final String MARKS_SUFFIX = ".entered";

    /** Eight hexadecimal digits of CRC-32C and a blank. */
    private static final int BEFORE_LINE = 9;

    private final Path path;
    private final FileChannel channel;

    @SuppressWarnings("unused") // held, not used
    private final FileLock lock;

    private @Nullable FileChannel marks;
    private long size;
    private boolean torn;

    private SpoolFile(Path path, FileChannel channel, FileLock lock) throws IOException {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.size = channel.size();
    }

    /** A new one. It is there after a power cut too: the folder itself is written through. */
    static SpoolFile create(Path folder) throws IOException {
        Path path = folder.resolve("alerts-" + UUID.randomUUID() + SUFFIX);
        var channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IOException(path + " is locked by somebody else though it is new");
            }
            sync(folder);
            return new SpoolFile(path, channel, lock);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    /** One that another process left behind; empty while that process lives. */
    static Optional<SpoolFile> takeOver(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Optional<FileLock> lock = tryLock(channel);
        if (lock.isEmpty() || !Files.exists(path)) { // or it was emptied and deleted while we opened it
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new SpoolFile(path, channel, lock.get()));
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException held) { // by another spool of this very process
            return Optional.empty();
        }
    }

    /** Adds the lines and returns once they are on the disk; after a failure none of them counts as written. */
    void append(List<String> lines) throws IOException {
        if (torn) {
            throw new IOException(path + " could not be written to before");
        }
        ByteBuffer bytes = ByteBuffer.wrap(encode(lines));
        long written = bytes.remaining();
        try {
            for (long at = size; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
            size += written;
        } catch (IOException failure) {
            // After a failed fsync the kernel may forget what it could not write: this file is never trusted again.
            torn = true;
            cutBack();
            throw failure;
        }
    }

    /** Whoever was told "not kept" should not find it entered all the same; if even this fails, his key says that it is one. */
    private void cutBack() {
        try {
            channel.truncate(size);
        } catch (IOException alsoBroken) {
            // the lines carry checksums: what is half there is not read
        }
    }

    /**
     * That it was entered and waits no longer. Not written through, and on a full disk not at all: whoever is not marked is
     * entered again after a restart, to no effect.
     */
    void markEntered(WaitingAlert alert) {
        try {
            FileChannel open = marks;
            if (open == null) {
                open = FileChannel.open(marksPath(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                marks = open;
            }
            open.write(ByteBuffer.wrap((alert.id() + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException noRoom) {
            LOG.debug("{} is not marked as entered: {}", alert.id(), noRoom.getMessage());
        }
    }

    /** Half an id at the end, or one that rotted, is nobody's. */
    private Set<String> entered() throws IOException {
        return Files.exists(marksPath())
                ? Files.readString(marksPath(), StandardCharsets.ISO_8859_1)
                        .lines()
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private Path marksPath() {
        return path.resolveSibling(path.getFileName() + MARKS_SUFFIX);
    }

    /** What was read: the alerts that are whole and still to be entered, and how many lines are not although they were written to their end. */
    record Content(List<WaitingAlert> alerts, int broken) {}

    Content read() throws IOException {
        List<WaitingAlert> whole = new ArrayList<>();
        int broken = 0;
        Set<String> entered = entered();
        byte[] bytes = bytes();
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                Optional<WaitingAlert> alert = decode(new String(bytes, start, end - start, StandardCharsets.UTF_8));
                alert.filter(each -> !entered.contains(each.id().toString())).ifPresent(whole::add);
                broken += alert.isPresent() ? 0 : 1;
                start = end + 1;
            }
        }
        return new Content(whole, broken); // what comes after the last newline was never acknowledged
    }

    /** Through our own channel: closing any other one of the same file would give up the lock (POSIX). */
    private byte[] bytes() throws IOException {
        var bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until all is there
        }
        return bytes.array();
    }

    long size() {
        return size;
    }

    /** Everything in it has been entered. The marks first: without them all is entered again, to no effect. */
    void delete() throws IOException {
        Files.deleteIfExists(marksPath());
        Files.deleteIfExists(path);
        close();
    }

    /** For a person to look at: this program does not read the copy. */
    void copyAside() throws IOException {
        Files.write(path.resolveSibling(path.getFileName() + ".broken"), bytes());
    }

    boolean isAt(Path other) {
        return path.equals(other);
    }

    @Override
    public void close() throws IOException {
        FileChannel open = marks;
        if (open != null) {
            open.close();
        }
        channel.close(); // and with it the lock
    }

    private static byte[] encode(List<String> lines) {
        var text = new StringBuilder();
        lines.forEach(
                line -> text.append(checksum(line)).append(' ').append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<WaitingAlert> decode(String written) {
        if (written.length() <= BEFORE_LINE) {
            return Optional.empty();
        }
        String line = written.substring(BEFORE_LINE);
        try {
            return written.startsWith(checksum(line)) ? Optional.of(WaitingAlert.read(line)) : Optional.empty();
        } catch (RuntimeException notOurs) { // whole, but written by a program that knows other words
            return Optional.empty();
        }
    }

    private static String checksum(String line) {
        var crc = new CRC32C();
        crc.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void sync(Path folder) throws IOException {
        try (var handle = FileChannel.open(folder, StandardOpenOption.READ)) {
            handle.force(true);
        }
    }
}
