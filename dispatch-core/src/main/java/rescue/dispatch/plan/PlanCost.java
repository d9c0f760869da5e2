package rescue.dispatch.plan;

import java.util.List;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.Kind;

/** What a plan costs, trip by trip, by nothing but the definition: every other way to reckon it must come to the same. */
final class PlanCost {

    private PlanCost() {}

    static long of(PlanProblem problem, List<Trip> trips) {
        long cost = 0;
        int[] left = problem.groups().stream().mapToInt(Group::count).toArray();
        for (Trip trip : trips) {
            Kind kind =
                    problem.kinds().get(problem.vehicles().get(trip.vehicle()).kind());
            for (int i = 0; i < left.length; i++) {
                Group group = problem.groups().get(i);
                long counted = trip.arrivesS()
                        + problem.houses().get(trip.house()).doubtS()
                        + (kind.trained() ? 0 : group.untrainedS());
                cost += counted * group.weight() * trip.load().get(i);
                left[i] -= trip.load().get(i);
            }
        }
        for (int i = 0; i < left.length; i++) {
            cost += left[i] * problem.groups().get(i).waitingCost();
        }
        return cost;
    }
}
