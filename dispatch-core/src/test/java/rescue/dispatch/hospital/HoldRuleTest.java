package rescue.dispatch.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HoldRuleTest {

    @ParameterizedTest(name = "{0} minutes away: kept for {1}")
    @CsvSource({"0, 15", "10, 25", "29, 44", "30, 45", "31, 46.5", "90, 135"})
    void keeps_a_bed_half_as_long_again_and_at_least_a_quarter_of_an_hour(long away, double kept) {
        assertEquals(Duration.ofSeconds(Math.round(kept * 60)), HoldRule.lasts(Duration.ofMinutes(away)));
    }
}
