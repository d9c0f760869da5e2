package rescue.deploy.province;

import java.util.Set;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Capability;

/**
 * A row of {@code units.csv}: one vehicle with its crew.
 *
 * @param callSign what it is called on the radio
 * @param station the id of a row of {@code stations.csv}
 */
public record UnitRow(
        String id,
        String callSign,
        String station,
        Set<Capability> capabilities,
        VehicleClass vehicle,
        String status,
        String source) {

    public UnitRow {
        capabilities = Set.copyOf(capabilities);
    }
}
