package rescue.dispatch.plan;

import java.time.Duration;
import java.util.List;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.decision.Reason;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.unit.Unit;

/**
 * Who rides together.
 *
 * @param trip the first, second … of this unit in this plan
 * @param now whether it can be sent at once: the first trip of a unit that is free
 * @param atScene from now, as all times here: when the unit is there for this trip
 * @param leaves when it leaves with these patients
 * @param inCare when they are in the hospital's hands
 * @param reasons in the order in which they would be said
 */
public record Ride(
        Unit unit,
        int trip,
        boolean now,
        Hospital hospital,
        List<Casualty> patients,
        Duration atScene,
        Duration leaves,
        Duration inCare,
        List<Reason> reasons) {

    public Ride {
        patients = List.copyOf(patients);
        reasons = List.copyOf(reasons);
    }

    /** What the order names: whose need the hospital is chosen by, and how many are told to it. */
    public List<TriageCategory> carries() {
        return patients.stream().map(Casualty::colour).toList();
    }
}
