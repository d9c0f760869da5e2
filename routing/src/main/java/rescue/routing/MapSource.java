package rescue.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a road map is made from: an OSM extract, or a data folder's road book. */
sealed interface MapSource {

    /** As the operator gave it. */
    Path path();

    /** The files whose content decides what the graph looks like. */
    List<Path> files();

    /** A file that the importer reads; whatever must be made for that goes into {@code scratch}. */
    Path osmFile(Path scratch) throws IOException;

    /** Throws {@link MapRefused} or {@link BrokenRow} when it cannot be one. */
    static MapSource of(Path path) {
        if (!Files.isDirectory(path)) {
            ExtractCheck.check(path);
            return new Extract(path);
        }
        RoadBook book = RoadBook.find(path)
                .orElseThrow(() -> new MapRefused(
                        path, "it is a folder without " + RoadBookReader.ROADS + " and " + RoadBookReader.WAYPOINTS));
        return new Book(path, book);
    }

    /** An OSM extract. */
    record Extract(Path path) implements MapSource {
        @Override
        public List<Path> files() {
            return List.of(path);
        }

        @Override
        public Path osmFile(Path scratch) {
            return path;
        }
    }

    /** A road book. */
    record Book(Path path, RoadBook book) implements MapSource {
        @Override
        public List<Path> files() {
            return List.of(path.resolve(RoadBookReader.ROADS), path.resolve(RoadBookReader.WAYPOINTS));
        }

        @Override
        public Path osmFile(Path scratch) throws IOException {
            Path file = scratch.resolve("road-book.osm");
            new RoadBookNetwork(book).write(file);
            return file;
        }
    }
}
