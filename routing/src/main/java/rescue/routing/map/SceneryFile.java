package rescue.routing.map;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.geo.LatLon;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.Scenery;
import rescue.routing.tiles.Scenery.Border;
import rescue.routing.tiles.Scenery.Lake;
import rescue.routing.tiles.Scenery.River;

/** What an extract shows beside its roads, in a small file beside the graph: the importer keeps roads only. */
final class SceneryFile {

    private static final String NAME = "scenery";

    private SceneryFile() {}

    static void write(Scenery scenery, Path graph) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(graph.resolve(NAME))))) {
            each(out, scenery.places(), place -> {
                out.writeUTF(place.name());
                out.writeUTF(place.kind());
                point(out, place.at());
            });
            each(out, scenery.rivers(), river -> {
                out.writeUTF(river.kind());
                out.writeUTF(river.name());
                line(out, river.line());
            });
            each(out, scenery.lakes(), lake -> {
                out.writeUTF(lake.name());
                each(out, lake.rings(), ring -> line(out, ring));
            });
            each(out, scenery.borders(), border -> {
                out.writeInt(border.level());
                line(out, border.line());
            });
        }
    }

    /** What {@link #write} wrote; nothing when it never did, as for a road book. */
    static Scenery read(Path graph) {
        Path file = graph.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Scenery.NONE;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return new Scenery(
                    list(in, () -> new MapPlace(in.readUTF(), in.readUTF(), point(in))),
                    list(in, () -> new River(in.readUTF(), in.readUTF(), line(in))),
                    list(in, () -> new Lake(in.readUTF(), list(in, () -> line(in)))),
                    list(in, () -> new Border(in.readInt(), line(in))));
        } catch (IOException broken) { // the graph is sealed, so this is the disk
            throw new UncheckedIOException(broken);
        }
    }

    private interface Writer<T> {
        void write(T one) throws IOException;
    }

    private interface Reader<T> {
        T read() throws IOException;
    }

    private static <T> void each(DataOutputStream out, List<T> all, Writer<T> writer) throws IOException {
        out.writeInt(all.size());
        for (T one : all) {
            writer.write(one);
        }
    }

    private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(reader.read());
        }
        return all;
    }

    private static void line(DataOutputStream out, List<LatLon> line) throws IOException {
        each(out, line, at -> point(out, at));
    }

    private static List<LatLon> line(DataInputStream in) throws IOException {
        return list(in, () -> point(in));
    }

    private static void point(DataOutputStream out, LatLon at) throws IOException {
        out.writeDouble(at.lat());
        out.writeDouble(at.lon());
    }

    private static LatLon point(DataInputStream in) throws IOException {
        return new LatLon(in.readDouble(), in.readDouble());
    }
}
