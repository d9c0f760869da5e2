package rescue.story.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What those outside sent and were told, line by line, on disk: it is believed over everything that the nodes say later.
 * Many lines share one fsync, as nobody waits for his own.
 */
final class Journal implements AutoCloseable {

    /**
     * One line.
     *
     * @param atMs when it was written, in milliseconds of the wall clock
     * @param word what happened: SENT, ACKNOWLEDGED, SPOOLED, ASSIGNED, ENDING, FAULT, HEALED, BROKEN
     */
    record Line(long atMs, String word, List<String> rest) {

        String get(int i) {
            return rest.get(i);
        }
    }

    private static final String END = "";

    private final Path file;
    private final FileChannel channel;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::write, "journal");

    Journal(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        writer.start();
    }

    void add(String word, Object... rest) {
        var line = new StringBuilder()
                .append(System.currentTimeMillis())
                .append(' ')
                .append(word);
        for (Object each : rest) {
            line.append(' ').append(String.valueOf(each).replace(' ', '_').replace('\n', '_'));
        }
        waiting.add(line.append('\n').toString());
    }

    private void write() {
        List<String> batch = new ArrayList<>();
        try {
            while (!batch.contains(END)) {
                batch.clear();
                batch.add(waiting.take());
                waiting.drainTo(batch);
                ByteBuffer bytes = ByteBuffer.wrap(String.join("", batch).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static List<Line> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" ", -1))
                .map(words -> new Line(
                        Long.parseLong(words[0]), words[1], List.of(words).subList(2, words.length)))
                .toList();
    }

    Path file() {
        return file;
    }

    /** Everything that was added is on disk afterwards. */
    @Override
    public void close() throws IOException {
        waiting.add(END);
        try {
            writer.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }
}
