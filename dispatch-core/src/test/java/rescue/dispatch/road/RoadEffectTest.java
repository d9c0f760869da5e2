package rescue.dispatch.road;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two effects leaves nothing for the other to do. */
class RoadEffectTest {

    @ParameterizedTest(name = "{0} at least as strict as {1}: {2}")
    @CsvSource({
        "closed, closed, true",
        "closed, slow 2, true",
        "closed, one lane 5, true",
        "closed, limit 1, true",
        "slow 2, closed, false",
        "slow 3, slow 2, true",
        "slow 2, slow 3, false",
        "slow 3, one lane 1, false",
        "one lane 5, one lane 3, true",
        "one lane 3, one lane 5, false",
        "closed but for motorbikes, limit 1, true",
        "limit 1, closed but for motorbikes, true",
        "closed but for motorbikes, closed, false",
        "closed but for motorbikes, slow 2, false"
    })
    void strictness(String one, String other, boolean expected) {
        assertEquals(expected, effect(one).isAtLeastAsStrictAs(effect(other)));
    }

    @Test
    void nothing_makes_a_road_faster() {
        assertThrows(IllegalArgumentException.class, () -> new Passage(false, 0.5, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Passage(false, Double.NaN, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Passage(false, 1, Duration.ofSeconds(-1)));
        assertThrows(IllegalArgumentException.class, () -> new RoadEffect.Limit(null, null));
    }

    private static RoadEffect effect(String told) {
        double figure = Double.parseDouble("0" + told.replaceAll("\\D", ""));
        if (told.startsWith("slow")) {
            return new RoadEffect.Slow(figure);
        }
        if (told.startsWith("one lane")) {
            return new RoadEffect.OneLane(Duration.ofMinutes((long) figure));
        }
        if (told.startsWith("limit")) {
            return new RoadEffect.Limit(figure, null);
        }
        return new RoadEffect.Closed(told.equals("closed") ? Set.of() : Set.of(VehicleClass.MOTORBIKE));
    }
}
