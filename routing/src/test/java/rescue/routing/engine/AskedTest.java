package rescue.routing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A right answer agrees with the plain search; a wrong one is told, with what is needed to ask again. */
class AskedTest {

    private final Random random = new Random(20_261_122);
    private final Roads network = RandomRoads.roads(random, 60);
    private final RoadEngine engine = new RoadEngine(network, Runnable::run);
    private final RoadState roads =
            engine.closed(TravelMode.AMBULANCE, RandomRoads.closures(random, network.graph(), 12));
    private final Phantom scene = RandomRoads.phantom(random, network.graph());
    private final List<Phantom> others = IntStream.range(0, 20)
            .mapToObj(i -> RandomRoads.phantom(random, network.graph()))
            .toList();
    private final List<Long> labels = Arrays.stream(engine.labels(roads, scene, others, Direction.FORWARD))
            .boxed()
            .toList();

    @Test
    void a_right_answer_agrees() {
        assertEquals(Optional.empty(), asked(labels).disagreement());
    }

    @Test
    void a_wrong_answer_is_told() {
        List<Long> wrong = new ArrayList<>(labels);
        wrong.set(7, labels.get(7) + 1);
        String told = asked(wrong).disagreement().orElseThrow();
        assertTrue(told.contains("scene " + scene), told);
        assertTrue(told.contains(others.get(7) + " answered " + wrong.get(7) + " plainly " + labels.get(7)), told);
    }

    private Asked asked(List<Long> answer) {
        return new Asked(roads, scene, others, Direction.FORWARD, answer);
    }
}
