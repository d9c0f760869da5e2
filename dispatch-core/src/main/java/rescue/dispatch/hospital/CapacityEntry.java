package rescue.dispatch.hospital;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a hospital has said. Lines are added and never changed or removed: what was wrong stays readable
 * beside what it was corrected to.
 *
 * @param at when it was counted
 * @param receivedAt when we learned of it; null for what was said before we wrote that down
 * @param source on which way it came; null for what was said before that was written down
 * @param available what was said of beds, by kind
 * @param services what was said of services
 * @param emsTraffic null when nothing was said of it
 * @param corrects the line that was a mistake; null for a report and for "nothing changed"
 * @param correctedBy the line that put this one right; null while it stands
 */
public record CapacityEntry(
        long id,
        Kind kind,
        Instant at,
        @Nullable Instant receivedAt,
        String reporter,
        @Nullable ReportSource source,
        Map<BedKind, Integer> available,
        Map<Service, Boolean> services,
        @Nullable EmsTraffic emsTraffic,
        @Nullable String note,
        @Nullable Long corrects,
        @Nullable Long correctedBy) {

    /** What kind of word it was. */
    public enum Kind {
        REPORT,
        /** Nothing changed. */
        CONFIRMATION,
        CORRECTION
    }

    public CapacityEntry {
        available = Map.copyOf(available);
        services = Map.copyOf(services);
    }
}
