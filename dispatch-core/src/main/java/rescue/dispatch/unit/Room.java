package rescue.dispatch.unit;

import rescue.dispatch.road.VehicleClass;

/**
 * How many patients a vehicle carries at once, beside its crew.
 *
 * @param lying on stretchers
 * @param sitting on seats; whoever may sit may take a stretcher too
 */
public record Room(int lying, int sitting) {

    /** A coach of a whole ward is no ambulance: most likely a slip of the pen. */
    public static final int MOST = 20;

    public Room {
        if (lying < 0 || sitting < 0 || lying > MOST || sitting > MOST || lying + sitting == 0) {
            throw new IllegalArgumentException(
                    "room must be for 1 to " + MOST + " of each: " + lying + " lying, " + sitting + " sitting");
        }
    }

    /**
     * Where the register says nothing: assumed, one stretcher as in a van of the usual kind, and the bench beside it less the
     * seat of whoever looks after the patient.
     */
    public static Room usual(VehicleClass vehicle) {
        return switch (vehicle) {
            case AMBULANCE -> new Room(1, 2);
            case FOUR_BY_FOUR -> new Room(1, 1);
            case MOTORBIKE -> new Room(0, 1);
        };
    }
}
