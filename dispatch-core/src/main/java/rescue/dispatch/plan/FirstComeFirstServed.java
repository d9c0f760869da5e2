package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.House;
import rescue.dispatch.plan.PlanProblem.Kind;
import rescue.dispatch.plan.PlanProblem.Vehicle;

/**
 * What somebody does by hand: the gravest first, each with whoever has him in a hospital soonest, and whoever else may go
 * there fills the vehicle. Always possible, rarely best: the search begins with it, and is measured against it.
 */
final class FirstComeFirstServed {

    private final PlanProblem problem;
    private final int[] left;
    private final int[][] beds;
    private final long[] free;
    private final int[] trips;
    private final List<Trip> plan = new ArrayList<>();

    private FirstComeFirstServed(PlanProblem problem) {
        this.problem = problem;
        left = problem.groups().stream().mapToInt(Group::count).toArray();
        beds = problem.houses().stream()
                .map(house -> house.beds().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        free = problem.vehicles().stream().mapToLong(Vehicle::readyS).toArray();
        trips = new int[free.length];
    }

    static List<Trip> plan(PlanProblem problem) {
        FirstComeFirstServed hand = new FirstComeFirstServed(problem);
        for (int group = 0; group < hand.left.length; group++) {
            boolean sent = true;
            while (hand.left[group] > 0 && sent) {
                sent = hand.sendOne(group);
            }
        }
        return hand.plan;
    }

    private boolean sendOne(int group) {
        Group wanted = problem.groups().get(group);
        int bestVehicle = -1;
        int bestHouse = -1;
        long soonest = PlanProblem.NEVER;
        for (int vehicle = 0; vehicle < free.length; vehicle++) {
            Kind kind = kind(vehicle);
            boolean canCarry = kind.lying() > 0 || (!wanted.mustLie() && kind.sitting() > 0);
            for (int house = 0; canCarry && house < beds.length; house++) {
                long there = arrival(vehicle, house);
                if (there < soonest && hasRoom(house, group)) {
                    soonest = there;
                    bestVehicle = vehicle;
                    bestHouse = house;
                }
            }
        }
        if (bestVehicle < 0) {
            return false;
        }
        send(bestVehicle, bestHouse, group, soonest);
        return true;
    }

    private void send(int vehicle, int house, int first, long arrives) {
        Kind kind = kind(vehicle);
        int[] load = new int[left.length];
        int lying = 0;
        int all = 0;
        for (int i = 0; i < left.length; i++) {
            int group = (first + i) % left.length; // the first is the gravest that is left
            Group each = problem.groups().get(group);
            while (left[group] > 0
                    && hasRoom(house, group)
                    && all < kind.lying() + kind.sitting()
                    && (!each.mustLie() || lying < kind.lying())) {
                left[group]--;
                beds[house][each.bed()]--;
                load[group]++;
                all++;
                lying += each.mustLie() ? 1 : 0;
            }
        }
        long back = kind.back().get(house);
        trips[vehicle]++;
        plan.add(new Trip(
                vehicle,
                trips[vehicle],
                Arrays.stream(load).boxed().toList(),
                house,
                free[vehicle] + kind.atSceneS(),
                arrives));
        boolean again = back < PlanProblem.NEVER && trips[vehicle] < problem.mostTrips();
        free[vehicle] = again ? arrives + back : PlanProblem.NEVER;
    }

    private boolean hasRoom(int house, int group) {
        House there = problem.houses().get(house);
        return there.takes().get(group)
                && beds[house][problem.groups().get(group).bed()] > 0;
    }

    private long arrival(int vehicle, int house) {
        long out = kind(vehicle).out().get(house);
        return free[vehicle] == PlanProblem.NEVER || out == PlanProblem.NEVER
                ? PlanProblem.NEVER
                : free[vehicle] + kind(vehicle).atSceneS() + out;
    }

    private Kind kind(int vehicle) {
        return problem.kinds().get(problem.vehicles().get(vehicle).kind());
    }
}
