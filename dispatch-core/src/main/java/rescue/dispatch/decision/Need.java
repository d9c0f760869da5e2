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

    /** All that either asks for; a bed for the gravely ill takes the place of an emergency bed, never the other way. */
    public Need raisedBy(Need other) {
        boolean emergencyOnly = bed == null || bed == BedKind.EMERGENCY;
        Need both = and(other);
        return emergencyOnly && other.bed != null ? new Need(both.capabilities, both.services, other.bed) : both;
    }

    private static <T> Set<T> union(Set<T> some, Set<T> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
