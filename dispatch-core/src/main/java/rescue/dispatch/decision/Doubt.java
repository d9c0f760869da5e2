package rescue.dispatch.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.decision.Reason.Code;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.unit.AvlFix;
import rescue.dispatch.unit.Unit;

/**
 * What may not be true any more, as minutes added to the ranking and a sentence that says so. Doubt lowers, it never
 * hides. All minutes are assumed, to be agreed with those on shift.
 *
 * @param time added to the rank, not to the times shown
 * @param reasons why
 */
public record Doubt(Duration time, List<Reason> reasons) {

    /** A unit in the mountains is out of coverage for a valley's length; after that it may be anywhere. */
    private static final Duration FIX_IS_OLD = Duration.ofMinutes(10);

    private static final Duration OLD_FIX = Duration.ofMinutes(3);

    /** One telephone call to ask. */
    private static final Duration MEDIUM_CONFIDENCE = Duration.ofMinutes(2);

    private static final Duration LOW_CONFIDENCE = Duration.ofMinutes(8);

    /** As if one in three such hospitals sent the unit on to the next, half an hour away. */
    private static final Duration UNKNOWN_CAPACITY = Duration.ofMinutes(10);

    private static final Duration ADVISORY = Duration.ofMinutes(10);

    private static final Doubt NONE = new Doubt(Duration.ZERO, List.of());

    public static Doubt about(Unit unit, Instant now) {
        AvlFix fix = unit.lastFix();
        if (fix == null) {
            return new Doubt(OLD_FIX, List.of(Reason.of(Code.POSITION_ASSUMED)));
        }
        Duration age = fix.age(now);
        return age.compareTo(FIX_IS_OLD) <= 0
                ? NONE
                : new Doubt(OLD_FIX, List.of(Reason.of(Code.POSITION_OLD, age.toMinutes())));
    }

    /** What counts is the word on the beds that are needed: a hospital may have said something else since. */
    public static Doubt about(Capacity capacity, @Nullable BedKind needed, Instant now) {
        Optional<Said> word = capacity.wordFor(needed);
        Doubt said = switch (capacity.confidence(needed, now)) {
            case HIGH -> NONE;
            case MEDIUM -> old(word, now, MEDIUM_CONFIDENCE);
            case LOW -> old(word, now, LOW_CONFIDENCE);
            case UNKNOWN -> new Doubt(UNKNOWN_CAPACITY, List.of(Reason.of(Code.CAPACITY_UNKNOWN)));
        };
        return capacity.emsTraffic() == EmsTraffic.ADVISORY
                ? said.and(new Doubt(ADVISORY, List.of(Reason.of(Code.EMS_ADVISORY))))
                : said;
    }

    Doubt and(Doubt other) {
        if (other.reasons.isEmpty()) { // most are: asked for every pair
            return other.time.isZero() ? this : new Doubt(time.plus(other.time), reasons);
        }
        return new Doubt(
                time.plus(other.time),
                Stream.concat(reasons.stream(), other.reasons.stream()).toList());
    }

    private static Doubt old(Optional<Said> word, Instant now, Duration time) {
        Duration age = word.map(said -> said.age(now)).orElse(Duration.ZERO);
        return new Doubt(time, List.of(Reason.of(Code.CAPACITY_OLD, age.toHours())));
    }
}
