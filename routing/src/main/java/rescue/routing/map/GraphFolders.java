package rescue.routing.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders in which imported graphs are kept: whole or not there. */
public final class GraphFolders {

    /** Graphs kept of other maps and models: who goes back to one of the last ones need not wait for an import. */
    private static final int KEPT = 3;

    /** An importer that fails with less than this left on the disk has failed for want of room. */
    private static final long LEAST_ROOM_BYTES = 1 << 20;

    private static final Pattern UNFINISHED = Pattern.compile("\\.importing-(\\d+)-(\\d+)-.*");
    private static final Pattern GRAPH = Pattern.compile("[0-9a-f]{16}");

    private GraphFolders() {}

    /** Where an import of this process runs until it is whole. */
    static Path unfinished(Path graph) {
        ProcessHandle self = ProcessHandle.current();
        return graph.resolveSibling(".importing-" + self.pid() + "-" + startedMs(self) + "-" + System.nanoTime());
    }

    /** In a container every process has the same number: only with the time of its start it is one process. */
    private static long startedMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Removes what crashed imports left, and all but the newest graphs. Only folders that bear our names. */
    static void tidy(Path graphFolder) {
        if (!Files.isDirectory(graphFolder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(graphFolder)) {
            List<Path> all = entries.filter(Files::isDirectory).toList();
            all.stream().filter(GraphFolders::isAbandoned).forEach(GraphFolders::delete);
            all.stream()
                    .filter(entry -> GRAPH.matcher(name(entry)).matches())
                    .sorted(Comparator.comparing(GraphFolders::modified).reversed())
                    .skip(KEPT)
                    .forEach(GraphFolders::delete);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot tidy " + graphFolder, broken);
        }
    }

    private static boolean isAbandoned(Path entry) {
        Matcher unfinished = UNFINISHED.matcher(name(entry));
        return unfinished.matches()
                && ProcessHandle.of(Long.parseLong(unfinished.group(1)))
                        .filter(process -> startedMs(process) == Long.parseLong(unfinished.group(2)))
                        .isEmpty();
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }

    private static FileTime modified(Path entry) {
        try {
            return Files.getLastModifiedTime(entry);
        } catch (IOException gone) { // another process tidies too
            return FileTime.fromMillis(0);
        }
    }

    /** Whether anything more could be written there. */
    static boolean hasRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() > LEAST_ROOM_BYTES && Files.isWritable(folder);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Gives a finished folder its name, in one step. If another process was faster, its graph is as good as ours. */
    static void moveInPlace(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            if (!Files.isDirectory(place)) {
                throw taken;
            }
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot remove " + folder, broken);
        }
    }
}
