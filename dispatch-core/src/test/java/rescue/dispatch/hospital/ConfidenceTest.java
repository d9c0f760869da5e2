package rescue.dispatch.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfidenceTest {

    private static final Instant NOW = Instant.parse("2026-07-02T09:30:00Z");

    @ParameterizedTest(name = "said {0} ago: {1}")
    @CsvSource({
        "PT0S, HIGH",
        "PT3H59M59.999S, HIGH",
        "PT4H, MEDIUM",
        "PT12H, MEDIUM",
        "PT12H0.001S, LOW",
        "P30D, LOW",
        "PT-5M, HIGH"
    })
    void fades_with_age(Duration age, Confidence confidence) {
        assertEquals(confidence, Confidence.of(NOW.minus(age), NOW));
    }

    @Test
    void who_never_said_anything_is_unknown() {
        assertEquals(Confidence.UNKNOWN, Capacity.NEVER_REPORTED.confidence(null, NOW));
    }
}
