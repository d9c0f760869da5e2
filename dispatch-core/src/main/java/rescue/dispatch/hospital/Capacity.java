package rescue.dispatch.hospital;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital said it has free; each kind of bed with whose word it is and how old. A kind that a report does not name
 * keeps its older word.
 *
 * @param beds by kind; a kind that is missing was never reported
 * @param words by kind, whose word its figure is; missing for a figure that is only the register's guess
 * @param newest the hospital's last word of any kind, "nothing changed" included; null when it never said anything
 * @param reportId the newest line of its history; null when there is none
 */
public record Capacity(
        Map<BedKind, BedCount> beds,
        Map<BedKind, Said> words,
        EmsTraffic emsTraffic,
        @Nullable Said newest,
        @Nullable Long reportId) {

    /** A hospital that has never said anything. */
    public static final Capacity NEVER_REPORTED = new Capacity(Map.of(), Map.of(), EmsTraffic.NORMAL, null, null);

    public Capacity {
        beds = Map.copyOf(beds);
        words = Map.copyOf(words);
    }

    public Optional<BedCount> findBeds(BedKind kind) {
        return Optional.ofNullable(beds.get(kind));
    }

    /** Whether the hospital said that it has such beds, and one of them is promised to nobody. */
    public boolean hasFree(BedKind kind) {
        return findBeds(kind).filter(beds -> beds.free() > 0).isPresent();
    }

    /** Whose word the figure of that kind is; empty when the hospital never said one. */
    public Optional<Said> findWord(BedKind kind) {
        return Optional.ofNullable(words.get(kind));
    }

    /** The same with so many more of that kind held, or fewer when it is negative; a kind that was never reported stays so. */
    Capacity withHeld(BedKind kind, int more) {
        Map<BedKind, BedCount> others = new EnumMap<>(BedKind.class);
        others.putAll(beds);
        others.computeIfPresent(
                kind, (same, count) -> new BedCount(count.reported(), Math.max(0, count.held() + more)));
        return new Capacity(others, words, emsTraffic, newest, reportId);
    }

    /**
     * The word that a decision rests on: that of the beds it needs, or the hospital's newest when it needs none. Empty is
     * unknown, which ranks lower and hides nobody.
     */
    public Optional<Said> wordFor(@Nullable BedKind needed) {
        return needed == null ? Optional.ofNullable(newest) : findWord(needed);
    }

    /** How far the figures can be believed that a decision rests on. */
    public Confidence confidence(@Nullable BedKind needed, Instant now) {
        return wordFor(needed).map(said -> said.confidence(now)).orElse(Confidence.UNKNOWN);
    }
}
