package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelfChecksTest {

    @Test
    void the_first_decision_is_checked_and_every_thousandth_after_it() {
        SelfChecks checks = new SelfChecks();
        List<Integer> checked =
                IntStream.range(0, 2500).filter(i -> checks.isDue()).boxed().toList();
        assertEquals(List.of(0, 1000, 2000), checked);
    }
}
