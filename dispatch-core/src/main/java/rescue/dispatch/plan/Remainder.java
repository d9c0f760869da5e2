package rescue.dispatch.plan;

import java.util.List;

/**
 * For every vehicle in turn and every count of patients still at the scene: the least that bringing them can cost from
 * there on, if beds cost their price but never run out. Never more than the truth, so a search may trust it.
 */
final class Remainder {

    private final long[][] least;

    Remainder(PlanProblem problem, Heads heads, List<PricedRuns> runs) {
        int vehicles = problem.vehicles().size();
        least = new long[vehicles + 1][heads.size()];
        for (int number = 0; number < heads.size(); number++) {
            least[vehicles][number] = heads.waiting(number);
        }
        for (int vehicle = vehicles - 1; vehicle >= 0; vehicle--) {
            PlanProblem.Vehicle one = problem.vehicles().get(vehicle);
            fill(one, heads, runs.get(one.kind()), least[vehicle], least[vehicle + 1]);
        }
    }

    private static void fill(PlanProblem.Vehicle one, Heads heads, PricedRuns runs, long[] here, long[] next) {
        System.arraycopy(next, 0, here, 0, next.length);
        for (int carried : runs.reachable()) {
            long cost = runs.cheapest(carried) + (long) heads.weight(carried) * one.readyS();
            for (int rest : heads.restsBeside(carried)) {
                here[rest + carried] = Math.min(here[rest + carried], next[rest] + cost);
            }
        }
    }

    /** From that vehicle on, for those. */
    long least(int vehicle, int number) {
        return least[vehicle][number];
    }
}
