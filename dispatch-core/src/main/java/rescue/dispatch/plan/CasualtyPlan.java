package rescue.dispatch.plan;

import java.util.List;
import rescue.dispatch.decision.Refusal;
import rescue.dispatch.road.Travel;

/**
 * Who rides with whom, where to and in which order. A proposal: nothing is sent by it.
 *
 * @param rides in the order in which their patients are in care
 * @param waiting everybody else, with the reason
 * @param refusals units and hospitals that take no part, with the reason
 * @param aboveBound how far it may be above the best there is, in parts of its cost; 0 when it is proved to be the best
 * @param byHand how much more a plan made one patient after another would cost, in parts of this one's
 * @param basis {@code ESTIMATE} as soon as one driving time is only estimated
 * @param roadsVersion the state of the roads it rests on
 */
public record CasualtyPlan(
        List<Ride> rides,
        List<LeftWaiting> waiting,
        List<Refusal> refusals,
        double aboveBound,
        double byHand,
        Travel.Basis basis,
        long roadsVersion) {

    public CasualtyPlan {
        rides = List.copyOf(rides);
        waiting = List.copyOf(waiting);
        refusals = List.copyOf(refusals);
    }

    public boolean isProved() {
        return aboveBound == 0;
    }
}
