package rescue.routing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is first everywhere is who is first when all are asked one by one. */
class CoverageSweepTest {

    @Test
    void is_the_least_of_all_units() {
        for (int round = 0; round < 100; round++) {
            long seed = 9_000L + round;
            Random random = new Random(seed);
            Roads network = RandomRoads.roads(random, 60);
            RoadGraph graph = network.graph();
            RoadEngine engine = new RoadEngine(network, Runnable::run);
            RoadState roads =
                    engine.closed(TravelMode.AMBULANCE, RandomRoads.closures(random, graph, random.nextInt(12)));
            List<CoverageSweep.From> units = IntStream.range(0, 8)
                    .mapToObj(i -> new CoverageSweep.From(RandomRoads.phantom(random, graph), random.nextInt(600_000)))
                    .toList();
            List<Phantom> places = IntStream.range(0, 30)
                    .mapToObj(i -> RandomRoads.phantom(random, graph))
                    .toList();

            List<CoverageSweep.Nearest> nearest = new CoverageSweep(engine).at(roads, units, places);

            for (int place = 0; place < places.size(); place++) {
                long[] labels = new PlainSearch(graph)
                        .labels(
                                roads,
                                places.get(place),
                                units.stream().map(CoverageSweep.From::at).toList(),
                                Direction.FORWARD);
                CoverageSweep.Nearest expected = CoverageSweep.NOBODY;
                for (int unit = 0; unit < labels.length; unit++) {
                    if (Label.isReached(labels[unit])) {
                        long label = labels[unit] + Label.of(units.get(unit).startMs(), 0);
                        expected = expected.or(new CoverageSweep.Nearest(unit, label));
                    }
                }
                assertEquals(expected, nearest.get(place), "seed " + seed + ", place " + places.get(place));
            }
        }
    }
}
