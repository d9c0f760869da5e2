package rescue.deploy.province;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.unit.Capability;
import rescue.dispatch.unit.Room;

/**
 * A row of {@code units.csv}: one vehicle with its crew.
 *
 * @param callSign what it is called on the radio
 * @param room for how many patients at once; null for as many as its class usually has
 * @param station the id of a row of {@code stations.csv}
 */
public record UnitRow(
        String id,
        String callSign,
        String station,
        Set<Capability> capabilities,
        VehicleClass vehicle,
        @Nullable Room room,
        String status,
        String source) {

    public UnitRow {
        capabilities = Set.copyOf(capabilities);
    }
}
