package rescue.dispatch.decision;

import java.util.Map;
import java.util.Optional;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;

/**
 * A hospital that might receive.
 *
 * @param fromScene the way there for each vehicle class; empty when no road leads there now
 * @param hasDeclined whether it has already declined this incident's patients
 * @param mustAcceptFirst whether the patient is a transfer that it has not accepted
 */
public record HospitalCandidate(
        Hospital hospital,
        Map<VehicleClass, Optional<Travel>> fromScene,
        boolean hasDeclined,
        boolean mustAcceptFirst) {

    public HospitalCandidate {
        fromScene = Map.copyOf(fromScene);
    }

    /** One for whom no hospital needs to be asked first. */
    public HospitalCandidate(Hospital hospital, Map<VehicleClass, Optional<Travel>> fromScene, boolean hasDeclined) {
        this(hospital, fromScene, hasDeclined, false);
    }

    public Optional<Travel> fromScene(VehicleClass vehicle) {
        return fromScene.getOrDefault(vehicle, Optional.empty());
    }
}
