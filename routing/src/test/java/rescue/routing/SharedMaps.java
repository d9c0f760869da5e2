package rescue.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The OSM extracts that may lie beside the project. A test that wants one is skipped, with a clear word, without it. */
final class SharedMaps {

    static final String FULL = "laichau-lite.osm.pbf";
    static final String MUONG_TE = "test-muongte.osm.pbf";

    private SharedMaps() {}

    static Path require(String name) {
        Path file = Path.of("../../shared/maps", name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: ../shared/maps/" + name + " is not there");
        return file;
    }
}
