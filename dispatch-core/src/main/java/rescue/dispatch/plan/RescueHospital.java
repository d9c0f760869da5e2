package rescue.dispatch.plan;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import rescue.dispatch.decision.HospitalCandidate;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.road.VehicleClass;

/**
 * A hospital that can take part.
 *
 * @param toScene the way back for each vehicle class; empty when there is none
 * @param coming of each bed kind, how many more of this incident are on their way there than beds are held for them
 */
public record RescueHospital(
        HospitalCandidate candidate, Map<VehicleClass, Optional<Duration>> toScene, Map<BedKind, Integer> coming) {

    /** Assumed: a house that has never said what it has is trusted with so many at once, until somebody has rung it. */
    static final int UNTOLD_BEDS = 2;

    public RescueHospital {
        toScene = Map.copyOf(toScene);
        coming = Map.copyOf(coming);
    }

    public Hospital hospital() {
        return candidate.hospital();
    }

    /** How many of such beds the plan may fill. */
    int free(BedKind kind) {
        int free = hospital().capacity().findBeds(kind).map(beds -> beds.free()).orElse(UNTOLD_BEDS);
        return Math.max(0, free - coming.getOrDefault(kind, 0));
    }
}
