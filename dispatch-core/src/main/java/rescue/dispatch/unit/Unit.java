package rescue.dispatch.unit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.VehicleClass;

/**
 * An ambulance or rescue vehicle with its crew, as the board knows it now.
 *
 * @param id the register's id
 * @param callSign what it is called on the radio
 * @param station where it waits, and how fast its crew turns out
 * @param status what it is doing
 * @param lastFix where it was last seen; null when it never reported
 * @param activeAssignment the assignment that has claimed it, if any
 * @param room for how many patients at once
 */
public record Unit(
        String id,
        String callSign,
        Station station,
        Set<Capability> capabilities,
        VehicleClass vehicle,
        UnitStatus status,
        @Nullable AvlFix lastFix,
        @Nullable UUID activeAssignment,
        Room room) {

    public Unit {
        capabilities = Set.copyOf(capabilities);
    }

    /** One with as much room as its class usually has. */
    public Unit(
            String id,
            String callSign,
            Station station,
            Set<Capability> capabilities,
            VehicleClass vehicle,
            UnitStatus status,
            @Nullable AvlFix lastFix,
            @Nullable UUID activeAssignment) {
        this(id, callSign, station, capabilities, vehicle, status, lastFix, activeAssignment, Room.usual(vehicle));
    }

    /** The last fix, or the station when it never reported. */
    public LatLon position() {
        return lastFix == null ? station.at() : lastFix.at();
    }
}
