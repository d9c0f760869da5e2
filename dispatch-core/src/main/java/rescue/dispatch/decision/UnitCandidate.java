package rescue.dispatch.decision;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.Walk;
import rescue.dispatch.unit.Unit;

/**
 * A unit that might go.
 *
 * @param toScene its way to the scene; empty when no road leads there now
 * @param alreadyOurs whether it is on this incident already and only its destination is open
 * @param walk from where it stops to the patient; null when it gets beside him
 */
public record UnitCandidate(
        Unit unit,
        Optional<Travel> toScene,
        boolean alreadyOurs,
        @Nullable Walk walk) {

    /** A unit that gets beside the patient. */
    public UnitCandidate(Unit unit, Optional<Travel> toScene, boolean alreadyOurs) {
        this(unit, toScene, alreadyOurs, null);
    }

    /** The work at the scene with the way on foot to the patient and, with the stretcher, back. */
    public Duration atScene(Duration work) {
        return walk == null ? work : work.plus(walk.out()).plus(walk.carry());
    }
}
