package rescue.dispatch.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rescue.dispatch.assignment.Hold;
import rescue.dispatch.decision.Need;
import rescue.dispatch.hospital.HoldRule;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.Hospital;

/** Which bed to ask the log to hold. */
final class Holding {

    private Holding() {}

    /**
     * The hold to write, or empty when nobody is transported, the hospital never reported such beds, or none is free and
     * the operator sends the unit all the same.
     */
    static Optional<Hold> holdAt(Hospital hospital, Need need, Duration untilArrival, Instant now) {
        return Optional.ofNullable(need.bed())
                .filter(hospital.capacity()::hasFree)
                .map(kind -> new Hold(kind, HoldState.FIRM, now.plus(HoldRule.lasts(untilArrival))));
    }
}
