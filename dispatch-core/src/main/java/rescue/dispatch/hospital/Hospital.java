package rescue.dispatch.hospital;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/**
 * A place that receives patients, as the board knows it now.
 *
 * @param level district, province or central, as the register says
 * @param phone to ring when the page is not believed; null when the register has none
 */
public record Hospital(
        String id,
        String name,
        String level,
        LatLon at,
        @Nullable String phone,
        Set<Service> services,
        Capacity capacity) {

    public Hospital {
        services = Set.copyOf(services);
    }

    /** The same with another capacity. */
    public Hospital with(Capacity other) {
        return new Hospital(id, name, level, at, phone, services, other);
    }

    /** As it is for everybody but whoever is just choosing one of these beds. */
    public Hospital withOneHeldMore(BedKind kind) {
        return with(capacity.withHeld(kind, 1));
    }

    /** As it is for whoever holds one of these beds himself: his own is free for him. */
    public Hospital withOneHeldLess(BedKind kind) {
        return with(capacity.withHeld(kind, -1));
    }

    /** As above, for whoever holds several, by kind. */
    public Hospital withHeldLess(Map<BedKind, Integer> own) {
        Capacity without = capacity;
        for (Map.Entry<BedKind, Integer> beds : own.entrySet()) {
            without = without.withHeld(beds.getKey(), -beds.getValue());
        }
        return with(without);
    }
}
