package rescue.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folders in which imported graphs are kept: whole or not there. */
final class GraphFolders {

    private GraphFolders() {}

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
    static void delete(Path folder) {
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
