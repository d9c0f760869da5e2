package rescue.dispatch.plan;

import rescue.dispatch.plan.PlanProblem.Group;

/** How far the choices of all vehicles together miss what there is, and the bound that their prices give. */
final class Wanted {

    private final PlanProblem problem;
    private final Heads heads;

    /** Of each group: how many nobody brings; below zero, how many are brought twice. */
    final double[] left;

    /** Of each bed: how many more are wanted than there are; below zero, how many stay free. */
    final double[][] over;

    double bound;

    Wanted(PlanProblem problem, Heads heads, double[] worth, long[][] prices) {
        this.problem = problem;
        this.heads = heads;
        left = problem.groups().stream().mapToDouble(Group::count).toArray();
        over = new double[problem.houses().size()][problem.beds()];
        for (int group = 0; group < left.length; group++) {
            bound += worth[group] * left[group];
        }
        for (int house = 0; house < over.length; house++) {
            for (int bed = 0; bed < problem.beds(); bed++) {
                int free = problem.houses().get(house).beds().get(bed);
                over[house][bed] = -free;
                bound -= (double) prices[house][bed] * free;
            }
        }
    }

    void add(Run run, double cost) {
        bound += cost;
        for (Run trip = run; trip != null; trip = trip.then) {
            for (int group = 0; group < left.length; group++) {
                int count = heads.of(trip.load, group);
                left[group] -= count;
                over[trip.house][problem.groups().get(group).bed()] += count;
            }
        }
    }

    /** What pushes against its stop pushes nothing: a price below zero, a patient dearer than to leave him. */
    void leaveStops(double[][] prices, double[] worth) {
        for (int group = 0; group < left.length; group++) {
            boolean waits = left[group] > 0
                    && worth[group] >= problem.groups().get(group).waitingCost();
            left[group] = waits || (left[group] < 0 && worth[group] <= 0) ? 0 : left[group];
        }
        for (int house = 0; house < over.length; house++) {
            for (int bed = 0; bed < over[house].length; bed++) {
                boolean free = over[house][bed] < 0 && prices[house][bed] <= 0;
                over[house][bed] = free ? 0 : over[house][bed];
            }
        }
    }

    void leanOn(Wanted before, double part) {
        for (int group = 0; group < left.length; group++) {
            left[group] += part * before.left[group];
        }
        for (int house = 0; house < over.length; house++) {
            for (int bed = 0; bed < over[house].length; bed++) {
                over[house][bed] += part * before.over[house][bed];
            }
        }
    }

    double squares() {
        double sum = 0;
        for (double each : left) {
            sum += each * each;
        }
        for (double[] house : over) {
            for (double each : house) {
                sum += each * each;
            }
        }
        return sum;
    }
}
