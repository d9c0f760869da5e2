package rescue.routing.engine;

import java.util.List;
import java.util.UUID;
import rescue.dispatch.road.Passage;
import rescue.dispatch.road.RoadEffect;

/**
 * A road closure on this graph: where, and what each travel mode meets there.
 *
 * @param lengthM metres of road meant, over which a wait is spread; one carriageway of a divided road
 * @param stretches whole edges for a class of roads or for fords; one edge may lie in several, and in both directions
 */
public record InForce(UUID id, RoadEffect effect, double lengthM, List<Stretch> stretches) {

    public InForce {
        stretches = List.copyOf(stretches);
    }

    /** The same where an edge is in the graph more than once. */
    InForce on(Signs signs) {
        List<Stretch> everywhere = signs.onTwins(stretches);
        return everywhere == stretches ? this : new InForce(id, effect, lengthM, everywhere);
    }

    /** What that mode meets; who walks climbs round. */
    public Passage on(TravelMode mode) {
        return mode.vehicle().map(effect::on).orElse(Passage.FREE);
    }
}
