package rescue.routing.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Size and checksum of every file of a graph, written last. GraphHopper itself opens a file that a power cut has cut
 * short, and drives over the zeros that are missing.
 */
final class GraphSeal {

    private static final String NAME = "seal";

    /** Written after the seal, when the map is opened; it has a checksum of its own. */
    static final String NODE_ORDER = "node-order";

    private GraphSeal() {}

    static void write(Path graph) throws IOException {
        Files.write(graph.resolve(NAME), lines(graph));
    }

    /** Whether the graph is byte for byte what was sealed. */
    static boolean isUnbroken(Path graph) throws IOException {
        Path seal = graph.resolve(NAME);
        return Files.isRegularFile(seal) && Files.readAllLines(seal).equals(lines(graph));
    }

    private static List<String> lines(Path graph) throws IOException {
        try (Stream<Path> entries = Files.list(graph)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(NAME)
                            && !file.getFileName().toString().startsWith(NODE_ORDER)
                            && !file.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
            List<String> lines = new ArrayList<>();
            for (Path file : files) {
                lines.add(String.format("%s %d %08x", file.getFileName(), Files.size(file), checksum(file)));
            }
            return lines;
        }
    }

    private static long checksum(Path file) throws IOException {
        var checksum = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
            }
        }
        return checksum.getValue();
    }
}
