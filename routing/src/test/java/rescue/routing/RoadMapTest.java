package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadMapTest {

    private static final Path AMBULANCE = Path.of("../maps/models/ambulance.json");

    @Test
    void an_extract_is_imported_and_opened(@TempDir Path folder) {
        try (RoadMap map = RoadMap.open(SharedMaps.require(SharedMaps.MUONG_TE), folder, AMBULANCE)) {
            assertTrue(map.hopper().getBaseGraph().getEdges() > 1000);
            assertEquals("ambulance", map.profile());
        }
    }
}
