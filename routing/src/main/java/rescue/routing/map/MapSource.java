package rescue.routing.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rescue.dispatch.road.MapFault;
import rescue.routing.book.BrokenRow;
import rescue.routing.book.RoadBook;
import rescue.routing.book.RoadBookNetwork;
import rescue.routing.book.RoadBookReader;

/** What a road map is made from: an OSM extract, or a data folder's road book. */
public sealed interface MapSource {

    /** As the operator gave it. */
    Path path();

    /** The files whose content decides what the graph looks like. */
    List<Path> files();

    /**
     * A file that the importer reads; whatever must be made for that goes into {@code scratch}.
     *
     * @throws BrokenRow when the road book has a row that cannot be used
     */
    Path osmFile(Path scratch) throws IOException;

    /** Whether it has the roads of villages too, not only those that lead from one to another. */
    boolean drawsLocalRoads();

    /** Throws {@link MapRefused} when it cannot be one. */
    static MapSource of(Path path) {
        if (!Files.isDirectory(path)) {
            ExtractCheck.check(path);
            return new Extract(path);
        }
        if (!RoadBookReader.isIn(path)) {
            throw new MapRefused(
                    path,
                    MapFault.NOT_A_MAP,
                    "it is a folder without " + RoadBookReader.ROADS + " and " + RoadBookReader.WAYPOINTS);
        }
        return new Book(path);
    }

    /** An OSM extract. */
    record Extract(Path path) implements MapSource {
        @Override
        public List<Path> files() {
            return List.of(path);
        }

        @Override
        public boolean drawsLocalRoads() {
            return true;
        }

        @Override
        public Path osmFile(Path scratch) {
            return path;
        }
    }

    /** A road book. */
    record Book(Path path) implements MapSource {
        @Override
        public List<Path> files() {
            return List.of(path.resolve(RoadBookReader.ROADS), path.resolve(RoadBookReader.WAYPOINTS));
        }

        @Override
        public boolean drawsLocalRoads() {
            return false;
        }

        @Override
        public Path osmFile(Path scratch) throws IOException {
            Path file = scratch.resolve("road-book.osm");
            new RoadBookNetwork(new RoadBook(RoadBookReader.read(path))).write(file);
            return file;
        }
    }
}
