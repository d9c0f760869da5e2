package rescue.dispatch.road;

import rescue.dispatch.geo.LatLon;

/**
 * A way that is asked for.
 *
 * @param patient at which end the patient lies: only there people walk, for stations and hospitals have a drive of their
 *     own that no map need know
 * @param alternatives how many other routes are wanted beside the best, 0 to {@link #MOST_ALTERNATIVES}
 */
public record Journey(LatLon from, LatLon to, VehicleClass vehicle, Patient patient, int alternatives) {

    /** More than three lines on a screen are no help. */
    public static final int MOST_ALTERNATIVES = 2;

    /** Where the patient lies. */
    public enum Patient {
        AT_START,
        AT_END,
        /** Nobody is fetched: from a vehicle to a house. */
        NOWHERE
    }

    public Journey {
        if (alternatives < 0 || alternatives > MOST_ALTERNATIVES) {
            throw new IllegalArgumentException("alternatives must be within 0..2: " + alternatives);
        }
    }

    /** From a vehicle to a patient. */
    public static Journey toPatient(LatLon vehicle, LatLon patient, VehicleClass by) {
        return new Journey(vehicle, patient, by, Patient.AT_END, 0);
    }

    /** From where a patient lies to a house. */
    public static Journey fromPatient(LatLon patient, LatLon house, VehicleClass by) {
        return new Journey(patient, house, by, Patient.AT_START, 0);
    }

    /** From a vehicle to a house. */
    public static Journey between(LatLon vehicle, LatLon house, VehicleClass by) {
        return new Journey(vehicle, house, by, Patient.NOWHERE, 0);
    }

    /** The same with so many other routes beside the best. */
    public Journey with(int wanted) {
        return new Journey(from, to, vehicle, patient, wanted);
    }
}
