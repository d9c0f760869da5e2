package rescue.hospital.protocol;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.hospital.Service;

/**
 * What a hospital's machine said of its capacity, whatever the protocol: only what was said, in the house's words. Every
 * protocol reads into this and writes from it.
 *
 * @param hospital which hospital it is about; parts of it are null when the message does not say
 * @param available beds by kind, checked: 0 to {@link Counts#MAX}, and never more free than there are
 * @param emsTraffic null when nothing was said of it
 * @param countedAt when it was counted; null when the message does not say, which means now
 * @param passedOver what the message says and we keep nowhere, to be named in the answer rather than dropped in silence
 */
public record MachineReport(
        About hospital,
        Map<BedKind, Integer> available,
        Map<Service, Boolean> services,
        @Nullable EmsTraffic emsTraffic,
        @Nullable String note,
        @Nullable Instant countedAt,
        List<String> passedOver) {

    /**
     * The hospital as the message names it.
     *
     * @param id ours, as in the register
     */
    public record About(
            @Nullable String id,
            @Nullable String name,
            @Nullable LatLon at) {

        /** The message does not say: whoever sent it. */
        public static final About SENDER = new About(null, null, null);
    }

    /** A hospital as the board knows it, for a protocol to write: what it reported, not what is left beside the holds. */
    public static MachineReport of(Hospital hospital) {
        Map<BedKind, Integer> available = new EnumMap<>(BedKind.class);
        hospital.capacity().beds().forEach((kind, count) -> available.put(kind, count.reported()));
        Map<Service, Boolean> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, hospital.services().contains(service));
        }
        Said newest = hospital.capacity().newest();
        return new MachineReport(
                new About(hospital.id(), hospital.name(), hospital.at()),
                available,
                services,
                hospital.capacity().emsTraffic(),
                null,
                newest == null ? null : newest.at(),
                List.of());
    }

    public MachineReport {
        available = Map.copyOf(available);
        services = Map.copyOf(services);
        passedOver = List.copyOf(passedOver);
    }

    /** Whether there is nothing in it that a board could show. */
    public boolean isEmpty() {
        return available.isEmpty() && services.isEmpty() && emsTraffic == null;
    }
}
