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
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.road.RoadEffect;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.edge.RoadGraphReader;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadGraph;
import rescue.routing.engine.Roads;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;
import rescue.routing.map.RoadMap;

/**
 * From junction to junction the engine finds what GraphHopper's own Dijkstra finds with the same weighting: in every travel
 * mode, with and without closed roads, some of which some vehicles pass.
 */
class GraphHopperAgreementTest {

    private static final int ROUNDS = 10;
    private static final int PAIRS = 10;

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
        try (RoadMap map = RoadMap.open(file, graphs, Maps.MODELS)) {
            Roads roads = RoadGraphReader.read(map.hopper(), map.profile());
            RoadEngine engine = new RoadEngine(roads, Runnable::run);
            RoadConditions conditions = RoadConditions.open(engine);
            int reached = 0;
            for (int round = 0; round < ROUNDS; round++) {
                conditions = conditions.with(round + 2, closures(random, roads.graph(), 3 * round), engine);
                for (TravelMode mode : TravelMode.values()) {
                    Weighting open = map.hopper()
                            .createWeighting(map.hopper().getProfile(mode.name().toLowerCase(Locale.ROOT)), new PMap());
                    Weighting weighting = new Blocked(open, blocked(conditions, mode));
                    for (int pair = 0; pair < PAIRS; pair++) {
                        int from = mainEdge(random, roads, mode);
                        int to = mainEdge(random, roads, mode);
                        com.graphhopper.routing.Path path = new Dijkstra(
                                        map.hopper().getBaseGraph(), weighting, TraversalMode.NODE_BASED)
                                .calcPath(
                                        roads.graph().tail(2 * from),
                                        roads.graph().tail(2 * to));
                        Optional<Way> way =
                                engine.way(conditions.state(mode), new Phantom(from, 0), new Phantom(to, 0));
                        String what = "seed " + seed + ", round " + round + ", " + mode + ", pair " + pair;
                        assertEquals(path.isFound(), way.isPresent(), what);
                        if (path.isFound()) {
                            reached++;
                            // GraphHopper adds seconds with fractions, the engine milliseconds: half of one an edge.
                            long off = Math.abs(
                                    path.getTime() - Label.ms(way.orElseThrow().label()));
                            assertTrue(off <= 1 + path.getEdgeCount(), what + ": off by " + off + " ms");
                        }
                    }
                }
            }
            int pairs = ROUNDS * PAIRS * TravelMode.values().length;
            assertTrue(reached > pairs / 4, "only " + reached + " pairs had a way, seed " + seed);
        }
    }

    /** Edges closed between their ends, so that whoever asks from a junction stands in none of them. */
    private static List<InForce> closures(Random random, RoadGraph graph, int count) {
        List<InForce> closures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Set<VehicleClass> passable = EnumSet.noneOf(VehicleClass.class);
            for (VehicleClass vehicle : VehicleClass.values()) {
                if (random.nextInt(4) == 0) {
                    passable.add(vehicle);
                }
            }
            Stretch stretch = new Stretch(random.nextInt(graph.edges()), 0.001, 0.999);
            closures.add(new InForce(new UUID(0, i), new RoadEffect.Closed(passable), 0, List.of(stretch)));
        }
        return closures;
    }

    private static BitSet blocked(RoadConditions conditions, TravelMode mode) {
        BitSet edges = new BitSet();
        conditions.closures().stream()
                .filter(closure -> closure.on(mode).closed())
                .flatMap(closure -> closure.stretches().stream())
                .forEach(stretch -> edges.set(stretch.edge()));
        return edges;
    }

    private static int mainEdge(Random random, Roads roads, TravelMode mode) {
        int edge = random.nextInt(roads.graph().edges());
        while (!roads.isMain(mode, edge)) {
            edge = random.nextInt(roads.graph().edges());
        }
        return edge;
    }

    /** GraphHopper's weighting with some edges that nobody drives. */
    private static final class Blocked extends AbstractAdjustedWeighting {
        private final BitSet edges;

        Blocked(Weighting open, BitSet edges) {
            super(open);
            this.edges = edges;
        }

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            return edges.get(edge.getEdge()) ? Double.POSITIVE_INFINITY : superWeighting.calcEdgeWeight(edge, reverse);
        }

        @Override
        public String getName() {
            return "blocked";
        }
    }
}
