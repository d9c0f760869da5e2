package rescue.dispatch.decision;

import java.util.Set;
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
}
