package rescue.dispatch.decision;

import java.util.Optional;
import rescue.dispatch.road.Travel;
import rescue.dispatch.unit.Unit;

/**
 * A unit that might go.
 *
 * @param toScene its way to the scene; empty when no road leads there now
 * @param alreadyOurs whether it is on this incident already and only its destination is open
 */
public record UnitCandidate(Unit unit, Optional<Travel> toScene, boolean alreadyOurs) {}
