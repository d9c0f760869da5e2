package rescue.routing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every way to answer gives the same answer as the plainest algorithm, on random roads with random closures. */
class ExactnessTest {

    private static final int NETWORKS = 300;
    private static final int NODES = 60;

    /** Cutting an edge into parts rounds each part to the millisecond; at most three cuts meet a path at either end. */
    private static final long ROUNDING_MS = 8;

    @Test
    void search_look_up_and_way_agree_with_the_plainest_algorithm() {
        for (int round = 0; round < NETWORKS; round++) {
            long seed = 20_261_122L + round;
            Random random = new Random(seed);
            Roads network = RandomRoads.roads(random, NODES);
            RoadGraph graph = network.graph();
            RoadEngine engine = new RoadEngine(network, Runnable::run);
            ClosedStretches closed = RandomRoads.closures(random, graph, random.nextInt(12));
            RoadState roads = engine.closed(TravelMode.AMBULANCE, closed);
            Phantom scene = outside(random, graph, closed);
            List<Phantom> others = IntStream.range(0, 10)
                    .mapToObj(i -> outside(random, graph, closed))
                    .toList();

            for (Direction othersAre : Direction.values()) {
                long[] searched = engine.labels(roads, scene, others, othersAre); // so many are found lazily,
                long[] carried = engine.labels(roads, scene, others, othersAre); // and have labels the next time
                long[] plain = new PlainSearch(graph).labels(roads, scene, others, othersAre);
                for (int i = 0; i < others.size(); i++) {
                    Phantom from = othersAre == Direction.FORWARD ? others.get(i) : scene;
                    Phantom to = othersAre == Direction.FORWARD ? scene : others.get(i);
                    String what = "seed " + seed + ", from " + from + " to " + to;
                    assertEquals(searched[i], carried[i], what);
                    assertEquals(searched[i], plain[i], what);
                    assertEquals(
                            searched[i],
                            engine.way(roads, from, to).map(Way::label).orElse(Label.UNREACHED),
                            what);
                    assertNear(RandomRoads.naive(roads, closed, from, to), searched[i], what);
                }
            }
        }
    }

    @Test
    void a_way_is_driven_without_a_gap_and_never_through_a_closed_stretch() {
        for (int round = 0; round < NETWORKS; round++) {
            long seed = 42L + round;
            Random random = new Random(seed);
            Roads network = RandomRoads.roads(random, NODES);
            RoadGraph graph = network.graph();
            RoadEngine engine = new RoadEngine(network, Runnable::run);
            ClosedStretches closed = RandomRoads.closures(random, graph, random.nextInt(12));
            Phantom from = outside(random, graph, closed);
            Phantom to = outside(random, graph, closed);
            RoadState roads = engine.closed(TravelMode.AMBULANCE, closed);
            engine.way(roads, from, to).ifPresent(way -> {
                List<Piece> pieces = way.pieces();
                for (int i = 1; i < pieces.size(); i++) {
                    assertEquals(
                            graph.head(pieces.get(i - 1).edgeKey()),
                            graph.tail(pieces.get(i).edgeKey()),
                            "seed " + seed);
                }
                long sum = pieces.stream().mapToLong(roads::label).sum();
                assertNear(sum, way.label(), "seed " + seed);
                pieces.forEach(piece -> assertTrue(
                        closed.on(piece.edgeKey() >> 1).stream()
                                .noneMatch(stretch -> stretch.meets(
                                        piece.stretch().from(), piece.stretch().to())),
                        "seed " + seed + ": " + piece));
            });
        }
    }

    private static Phantom outside(Random random, RoadGraph graph, ClosedStretches closed) {
        Phantom point = RandomRoads.phantom(random, graph);
        while (closed.isInside(point)) {
            point = RandomRoads.phantom(random, graph);
        }
        return point;
    }

    private static void assertNear(long expected, long actual, String what) {
        assertEquals(Label.isReached(expected), Label.isReached(actual), what);
        if (Label.isReached(expected)) {
            assertTrue(
                    Math.abs(Label.ms(expected) - Label.ms(actual)) <= ROUNDING_MS,
                    () -> what + ": expected " + Label.ms(expected) + " ms, was " + Label.ms(actual) + " ms");
        }
    }
}
