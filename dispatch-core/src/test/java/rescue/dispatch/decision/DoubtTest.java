package rescue.dispatch.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static rescue.dispatch.story.Samples.NOW;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;

final class DoubtTest {

    /** The hospital spoke a minute ago, of something else: what counts is its word on the bed that is needed. */
    @ParameterizedTest(name = "{0} said {1} h ago, needing {2}: {3} min, {4}")
    @CsvSource({
        "ICU, 1,  ICU,       0,  ",
        "ICU, 5,  ICU,       2,  CAPACITY_OLD 5",
        "ICU, 30, ICU,       8,  CAPACITY_OLD 30",
        "ICU, ,   ICU,       10, CAPACITY_UNKNOWN",
        "ICU, 1,  MATERNITY, 10, CAPACITY_UNKNOWN",
        "ICU, 30, ,          0,  "
    })
    void rests_on_the_beds_that_are_needed(
            BedKind kind, @Nullable Long hoursAgo, @Nullable BedKind needed, long minutes, @Nullable String reason) {
        Map<BedKind, Said> words = new HashMap<>();
        if (hoursAgo != null) {
            words.put(kind, new Said("nurse", ReportSource.PAGE, NOW.minus(Duration.ofHours(hoursAgo))));
        }
        var lately = new Said("nurse", ReportSource.PAGE, NOW.minusSeconds(60));
        var capacity = new Capacity(Map.of(kind, new BedCount(3, 0)), words, EmsTraffic.NORMAL, lately, 1L);

        Doubt doubt = Doubt.about(capacity, needed, NOW);

        assertEquals(Duration.ofMinutes(minutes), doubt.time());
        assertEquals(
                reason == null ? "" : reason,
                doubt.reasons().stream()
                        .map(each -> (each.code() + " " + String.join(" ", each.args())).strip())
                        .reduce("", String::concat));
    }
}
