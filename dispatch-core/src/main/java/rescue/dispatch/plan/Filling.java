package rescue.dispatch.plan;

import java.util.List;

/** How many beds of each kind a plan takes in each house. */
final class Filling {

    private final PlanProblem problem;
    private final int[][] taken;

    Filling(PlanProblem problem, List<Trip> trips) {
        this.problem = problem;
        taken = new int[problem.houses().size()][problem.beds()];
        for (Trip trip : trips) {
            for (int group = 0; group < problem.groups().size(); group++) {
                int bed = problem.groups().get(group).bed();
                taken[trip.house()][bed] += trip.load().get(group);
            }
        }
    }

    int taken(int house, int bed) {
        return taken[house][bed];
    }

    /** What that house has beside the plan. */
    int left(int house, int bed) {
        return problem.houses().get(house).beds().get(bed) - taken[house][bed];
    }
}
