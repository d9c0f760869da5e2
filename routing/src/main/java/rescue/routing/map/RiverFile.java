package rescue.routing.map;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import rescue.dispatch.geo.LatLon;

/**
 * The rivers of an OSM extract in a small file beside the graph, for the importer keeps roads only. Streams are left out:
 * in these mountains every path crosses some, on stones.
 */
final class RiverFile {

    private static final String NAME = "rivers";

    /** OSM's {@code waterway} values of what cannot be stepped over. */
    private static final Set<String> WIDE = Set.of("river", "canal");

    private RiverFile() {}

    /** Reads the extract twice: which points belong to rivers, and where these are. */
    static void write(Path extract, Path graph) throws IOException {
        List<long[]> lines = new ArrayList<>();
        Map<Long, LatLon> points = new HashMap<>();
        each(extract, element -> {
            if (element instanceof ReaderWay way
                    && way.hasTag("waterway", WIDE)
                    && !way.hasTag("tunnel", "yes", "culvert")) {
                lines.add(way.getNodes().toArray());
            }
        });
        Set<Long> wanted = new java.util.HashSet<>();
        lines.forEach(line -> java.util.Arrays.stream(line).forEach(wanted::add));
        if (!wanted.isEmpty()) {
            each(extract, element -> {
                if (element instanceof ReaderNode node && wanted.contains(node.getId())) {
                    points.put(node.getId(), new LatLon(node.getLat(), node.getLon()));
                }
            });
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(graph.resolve(NAME))))) {
            out.writeInt(lines.size());
            for (long[] line : lines) {
                List<LatLon> known = java.util.Arrays.stream(line)
                        .mapToObj(points::get)
                        .filter(Objects::nonNull)
                        .toList();
                out.writeInt(known.size());
                for (LatLon point : known) {
                    out.writeDouble(point.lat());
                    out.writeDouble(point.lon());
                }
            }
        }
    }

    /** What {@link #write} wrote; no rivers when it never did, as for a road book. */
    static Rivers read(Path graph) {
        Path file = graph.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Rivers.NONE;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<List<LatLon>> lines = new ArrayList<>();
            int count = in.readInt();
            for (int line = 0; line < count; line++) {
                List<LatLon> points = new ArrayList<>();
                int size = in.readInt();
                for (int point = 0; point < size; point++) {
                    points.add(new LatLon(in.readDouble(), in.readDouble()));
                }
                lines.add(points);
            }
            return new Rivers(lines);
        } catch (IOException broken) { // the graph is sealed, so this is the disk
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static void each(Path extract, Consumer<ReaderElement> use) throws IOException {
        try (OSMInputFile in =
                new OSMInputFile(extract.toFile()).setWorkerThreads(1).open()) {
            for (ReaderElement next = in.getNext(); next != null; next = in.getNext()) {
                use.accept(next);
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
