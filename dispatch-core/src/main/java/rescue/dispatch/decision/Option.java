package rescue.dispatch.decision;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Plan;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Said;
import rescue.dispatch.unit.Unit;

/**
 * One way to answer an incident: this unit, to that hospital.
 *
 * @param hospital null when nobody is to be transported, or no hospital fits
 * @param word the hospital's word on the beds that are needed; null when it said none, or there is no hospital
 * @param plan the parts of the time to definitive care
 * @param doubt time added for the ranking alone, for what may not be true any more (old fixes, old bed counts)
 * @param reasons in the order in which they would be said
 */
public record Option(
        Unit unit, @Nullable Hospital hospital, @Nullable Said word, Plan plan, Duration doubt, List<Reason> reasons) {

    public Option {
        reasons = List.copyOf(reasons);
    }

    /** What options are ordered by: time to care, and what we doubt. */
    public Duration rank() {
        return plan.timeToCare().plus(doubt);
    }
}
