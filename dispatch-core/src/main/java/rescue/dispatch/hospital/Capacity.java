package rescue.dispatch.hospital;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital said it has free, who said it and when.
 *
 * @param beds by kind; a kind that is missing was never reported
 * @param asOf when it was last said or confirmed; null when never
 * @param reporter who said it, or null when nobody did
 * @param reportId the newest line of its history; null when there is none
 */
public record Capacity(
        Map<BedKind, BedCount> beds,
        EmsTraffic emsTraffic,
        @Nullable Instant asOf,
        @Nullable String reporter,
        @Nullable Long reportId) {

    /** A hospital that has never said anything. */
    public static final Capacity NEVER_REPORTED = new Capacity(Map.of(), EmsTraffic.NORMAL, null, null, null);

    public Capacity {
        beds = Map.copyOf(beds);
    }

    public Optional<BedCount> findBeds(BedKind kind) {
        return Optional.ofNullable(beds.get(kind));
    }

    /** As it is for whoever holds one of these beds himself: his own is free for him. */
    public Capacity withOneHeldLess(BedKind kind) {
        Map<BedKind, BedCount> fewer = new EnumMap<>(BedKind.class);
        fewer.putAll(beds);
        fewer.computeIfPresent(kind, (same, count) -> new BedCount(count.reported(), Math.max(0, count.held() - 1)));
        return new Capacity(fewer, emsTraffic, asOf, reporter, reportId);
    }

    public Confidence confidence(Instant now) {
        return Confidence.of(asOf, now);
    }
}
