package rescue.routing.engine;

import java.util.Optional;
import rescue.dispatch.road.VehicleClass;

/** A way of travelling: each has its own weights on the same roads. */
public enum TravelMode {
    AMBULANCE,
    FOUR_BY_FOUR,
    MOTORBIKE,
    /** The last leg of a crew, never a vehicle of a unit. Signs for drivers do not bind it. */
    FOOT;

    /** How a vehicle of that class travels. */
    public static TravelMode of(VehicleClass vehicle) {
        return switch (vehicle) {
            case AMBULANCE -> AMBULANCE;
            case FOUR_BY_FOUR -> FOUR_BY_FOUR;
            case MOTORBIKE -> MOTORBIKE;
        };
    }

    /** The class of vehicle that travels so, if one does. */
    Optional<VehicleClass> vehicle() {
        return switch (this) {
            case AMBULANCE -> Optional.of(VehicleClass.AMBULANCE);
            case FOUR_BY_FOUR -> Optional.of(VehicleClass.FOUR_BY_FOUR);
            case MOTORBIKE -> Optional.of(VehicleClass.MOTORBIKE);
            case FOOT -> Optional.empty();
        };
    }
}
