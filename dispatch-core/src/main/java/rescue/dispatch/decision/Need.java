package rescue.dispatch.decision;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.unit.Capability;

/**
 * What an incident needs.
 *
 * @param capabilities of the unit that goes
 * @param services of the hospital that receives
 * @param bed the kind of bed to hold; null when nobody is to be transported
 */
public record Need(
        Set<Capability> capabilities,
        Set<Service> services,
        @Nullable BedKind bed) {

    public Need {
        capabilities = Set.copyOf(capabilities);
        services = Set.copyOf(services);
    }

    /** All that either asks for; the bed of this one, if it names one. */
    public Need and(Need other) {
        return new Need(
                union(capabilities, other.capabilities),
                union(services, other.services),
                bed == null ? other.bed : bed);
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
