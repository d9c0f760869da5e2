package rescue.dispatch.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CapacityTest {

    private static final Instant NOW = Instant.parse("2026-07-02T09:30:00Z");

    /** ICU five hours ago, surgery yesterday, the register's guess of maternity; a minute ago something else was said. */
    private static final Capacity MIXED = new Capacity(
            Map.of(
                    BedKind.ICU, new BedCount(2, 1),
                    BedKind.SURGERY, new BedCount(4, 0),
                    BedKind.MATERNITY, new BedCount(9, 0)),
            Map.of(
                    BedKind.ICU, said(ReportSource.SMS, Duration.ofHours(5)),
                    BedKind.SURGERY, said(ReportSource.PHONE, Duration.ofHours(24))),
            EmsTraffic.NORMAL,
            said(ReportSource.PAGE, Duration.ofMinutes(1)),
            7L);

    @ParameterizedTest(name = "for {0}: {1}")
    @CsvSource({
        "ICU,       MEDIUM",
        "SURGERY,   LOW",
        "MATERNITY, UNKNOWN", // a figure that the hospital never said
        "TRAUMA,    UNKNOWN", // no figure at all
        ",          HIGH" // no bed is needed: the newest word
    })
    void each_kind_is_believed_by_its_own_word(@Nullable BedKind needed, Confidence confidence) {
        assertEquals(confidence, MIXED.confidence(needed, NOW));
    }

    @Test
    void a_bed_held_less_changes_nobodys_word() {
        Capacity less = MIXED.withHeld(BedKind.ICU, -1);
        assertEquals(new BedCount(2, 0), less.findBeds(BedKind.ICU).orElseThrow());
        assertEquals(MIXED.words(), less.words());
        assertEquals(MIXED.newest(), less.newest());
    }

    @Test
    void a_clock_that_is_ahead_makes_nothing_younger_than_new() {
        var ahead = new Said("nurse", ReportSource.PAGE, NOW.plusSeconds(90));
        assertEquals(Duration.ZERO, ahead.age(NOW));
        assertEquals(Confidence.HIGH, ahead.confidence(NOW));
    }

    @Test
    void who_never_said_anything_has_no_word() {
        assertEquals(Optional.empty(), Capacity.NEVER_REPORTED.wordFor(null));
        assertEquals(Optional.empty(), Capacity.NEVER_REPORTED.wordFor(BedKind.ICU));
    }

    private static Said said(ReportSource source, Duration ago) {
        return new Said("nurse", source, NOW.minus(ago));
    }
}
