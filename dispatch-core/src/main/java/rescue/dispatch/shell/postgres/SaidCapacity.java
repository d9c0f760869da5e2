package rescue.dispatch.shell.postgres;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;

/**
 * The stored form of what a hospital said, read back.
 *
 * @param confirmed true for "nothing changed", which names nothing else
 */
record SaidCapacity(
        boolean confirmed,
        Map<BedKind, Integer> available,
        Map<Service, Boolean> services,
        @Nullable EmsTraffic emsTraffic,
        @Nullable String note) {

    /** How "nothing changed" is stored. */
    static final String NOTHING_CHANGED = "{\"confirmed\": true}";

    static SaidCapacity read(String body) {
        Stored stored = IncidentEventJson.parse(body, Stored.class);
        return new SaidCapacity(
                Boolean.TRUE.equals(stored.confirmed),
                stored.available == null ? Map.of() : stored.available,
                stored.services == null ? Map.of() : stored.services,
                stored.emsTraffic,
                stored.note);
    }

    /** As it lies there: what was not said is missing. */
    private record Stored(
            @Nullable Boolean confirmed,
            @Nullable Map<BedKind, Integer> available,
            @Nullable Map<Service, Boolean> services,
            @Nullable EmsTraffic emsTraffic,
            @Nullable String note) {}
}
