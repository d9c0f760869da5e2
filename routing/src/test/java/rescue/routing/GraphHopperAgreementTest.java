package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.AbstractAdjustedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.routing.engine.ClosedStretches;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.Roads;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;

/** From junction to junction the engine finds what GraphHopper's own Dijkstra finds, with and without closed roads. */
class GraphHopperAgreementTest {

    private static final int ROUNDS = 10;
    private static final int PAIRS = 30;

    @TempDir
    static Path graphs;

    @Test
    void on_the_road_book() {
        check(Maps.PROVINCE, 11);
    }

    @Test
    void on_an_extract() {
        check(Maps.shared("test-muongte.osm.pbf"), 12);
    }

    private static void check(Path file, long seed) {
        Random random = new Random(seed);
        try (RoadMap map = RoadMap.open(file, graphs, Maps.AMBULANCE)) {
            Roads roads = RoadGraphReader.read(map.hopper(), map.profile());
            RoadGraph graph = roads.graph();
            RoadEngine engine = new RoadEngine(roads, Runnable::run);
            Weighting open = map.hopper().createWeighting(map.hopper().getProfile(map.profile()), new PMap());
            int reached = 0;
            for (int round = 0; round < ROUNDS; round++) {
                List<Stretch> stretches = new ArrayList<>();
                for (int i = 0; i < round * 5; i++) {
                    stretches.add(new Stretch(random.nextInt(graph.edges()), 0.4, 0.6));
                }
                ClosedStretches closed = ClosedStretches.of(stretches);
                Weighting weighting = new Closed(open, closed);
                for (int pair = 0; pair < PAIRS; pair++) {
                    int from = mainEdge(random, roads);
                    int to = mainEdge(random, roads);
                    com.graphhopper.routing.Path path = new Dijkstra(
                                    map.hopper().getBaseGraph(), weighting, TraversalMode.NODE_BASED)
                            .calcPath(graph.tail(2 * from), graph.tail(2 * to));
                    Optional<Way> way = engine.way(
                            engine.closed(TravelMode.AMBULANCE, closed), new Phantom(from, 0), new Phantom(to, 0));
                    String what = "seed " + seed + ", round " + round + ", pair " + pair;
                    assertEquals(path.isFound(), way.isPresent(), what);
                    if (path.isFound()) {
                        reached++;
                        // GraphHopper adds seconds with fractions, the engine milliseconds: half of one for each edge.
                        long off = Math.abs(
                                path.getTime() - Label.ms(way.orElseThrow().label()));
                        assertTrue(off <= 1 + path.getEdgeCount(), what + ": off by " + off + " ms");
                    }
                }
            }
            assertTrue(reached > ROUNDS * PAIRS / 4, "only " + reached + " pairs had a way, seed " + seed);
        }
    }

    private static int mainEdge(Random random, Roads roads) {
        int edge = random.nextInt(roads.graph().edges());
        while (!roads.isMain(TravelMode.AMBULANCE, edge)) {
            edge = random.nextInt(roads.graph().edges());
        }
        return edge;
    }

    private static final class Closed extends AbstractAdjustedWeighting {
        private final ClosedStretches closed;

        Closed(Weighting open, ClosedStretches closed) {
            super(open);
            this.closed = closed;
        }

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            return closed.isClosed(edge.getEdge())
                    ? Double.POSITIVE_INFINITY
                    : superWeighting.calcEdgeWeight(edge, reverse);
        }

        @Override
        public String getName() {
            return "closed";
        }
    }
}
