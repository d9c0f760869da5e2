package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.engine.Roads;
import rescue.routing.map.RoadMap;
import rescue.routing.oracle.Trial;

/**
 * Ten thousand pairs of places on random networks and four thousand on the real roads, while road closures of every kind come and go:
 * the engine's times and ways are those of Dijkstra's algorithm on roads rebuilt without what is closed. More by hand:
 * {@code -Doracle.cases=100000 -Doracle.seed=7}.
 */
class OracleTest {

    private static final int CASES = Integer.getInteger("oracle.cases", 10_000);
    private static final long SEED = Long.getLong("oracle.seed", 20_261_122);

    /** States of the roads on one random network: enough that closures come, stay and go. */
    private static final int STATES = 6;

    @TempDir
    static Path graphs;

    @Test
    void on_random_networks() {
        int cases = 0;
        int networks = 0;
        for (long seed = SEED; cases < CASES; seed++) {
            Trial trial = Trial.random(seed);
            for (int state = 0; state < STATES; state++) {
                trial.changeAndTry(6);
            }
            cases += trial.cases();
            networks++;
        }
        System.out.println("oracle: " + cases + " pairs on " + networks + " random networks from seed " + SEED);
    }

    @Test
    void on_the_real_roads() {
        List<Path> maps = new ArrayList<>(List.of(Maps.PROVINCE));
        for (String extract :
                List.of("test-laichau-city.osm.pbf", "test-muongte.osm.pbf", "test-tamduong-okyho.osm.pbf")) {
            Path file = Path.of("../../shared/maps", extract);
            if (Files.isRegularFile(file)) {
                maps.add(file);
            } else {
                System.out.println("oracle: without " + extract + ", which is not in ../shared/maps");
            }
        }
        int cases = 0;
        for (Path file : maps) {
            try (RoadMap map = RoadMap.open(file, graphs, Maps.MODELS, Maps.PROVINCE)) {
                Roads roads = RoadGraphReader.read(map.hopper(), map.profile());
                Trial trial = new Trial(file.getFileName().toString(), SEED, roads, Set.of());
                while (trial.cases() < CASES * 4 / 10 / maps.size()) {
                    trial.changeAndTry(60);
                }
                System.out.println("oracle: " + trial.cases() + " pairs on " + file.getFileName() + ", seed " + SEED);
                cases += trial.cases();
            }
        }
        assertTrue(cases >= CASES * 4 / 10 - maps.size());
    }
}
