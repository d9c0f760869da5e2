package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.House;
import rescue.dispatch.plan.PlanProblem.Kind;

/**
 * The least that any plan costs, by looking at all of them: every patient by himself in every trip of every vehicle, or
 * left; then every trip to every house. Knows nothing of how the solver thinks.
 */
final class EveryPlan {

    private final PlanProblem problem;
    private final List<Integer> groupOf = new ArrayList<>();
    private final int[] seat;
    private final int[] houseOf;
    private long least = Long.MAX_VALUE;

    private EveryPlan(PlanProblem problem) {
        this.problem = problem;
        for (int group = 0; group < problem.groups().size(); group++) {
            for (int i = 0; i < problem.groups().get(group).count(); i++) {
                groupOf.add(group);
            }
        }
        seat = new int[groupOf.size()];
        houseOf = new int[slots()];
    }

    static long leastCost(PlanProblem problem) {
        EveryPlan every = new EveryPlan(problem);
        every.seatFrom(0);
        return every.least;
    }

    private int slots() {
        return problem.vehicles().size() * problem.mostTrips();
    }

    private void seatFrom(int patient) {
        if (patient == seat.length) {
            if (vehiclesHold()) {
                sendFrom(0);
            }
            return;
        }
        for (int slot = -1; slot < slots(); slot++) {
            seat[patient] = slot;
            seatFrom(patient + 1);
        }
    }

    /** Nobody rides in a second trip while the first is empty: it would only be later. */
    private boolean vehiclesHold() {
        for (int slot = 0; slot < slots(); slot++) {
            int all = 0;
            int lying = 0;
            for (int patient = 0; patient < seat.length; patient++) {
                if (seat[patient] == slot) {
                    all++;
                    lying += group(patient).mustLie() ? 1 : 0;
                }
            }
            Kind kind = kind(slot);
            if (lying > kind.lying() || all > kind.lying() + kind.sitting()) {
                return false;
            }
            if (all > 0 && slot % problem.mostTrips() > 0 && isEmpty(slot - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isEmpty(int slot) {
        for (int each : seat) {
            if (each == slot) {
                return false;
            }
        }
        return true;
    }

    private void sendFrom(int slot) {
        if (slot == slots()) {
            if (housesHold()) {
                least = Math.min(least, cost());
            }
            return;
        }
        if (isEmpty(slot)) {
            sendFrom(slot + 1);
            return;
        }
        for (int house = 0; house < problem.houses().size(); house++) {
            houseOf[slot] = house;
            sendFrom(slot + 1);
        }
    }

    private boolean housesHold() {
        for (int house = 0; house < problem.houses().size(); house++) {
            House there = problem.houses().get(house);
            int[] taken = new int[problem.beds()];
            for (int patient = 0; patient < seat.length; patient++) {
                if (seat[patient] >= 0 && houseOf[seat[patient]] == house) {
                    taken[group(patient).bed()]++;
                    if (!there.takes().get(groupOf.get(patient))) {
                        return false;
                    }
                }
            }
            for (int bed = 0; bed < taken.length; bed++) {
                if (taken[bed] > there.beds().get(bed)) {
                    return false;
                }
            }
        }
        return true;
    }

    private long cost() {
        long cost = 0;
        long now = 0;
        for (int slot = 0; slot < slots(); slot++) {
            boolean first = slot % problem.mostTrips() == 0;
            if (first) {
                now = problem.vehicles().get(slot / problem.mostTrips()).readyS();
            }
            if (isEmpty(slot)) {
                continue;
            }
            if (!first) {
                long back = kind(slot - 1).back().get(houseOf[slot - 1]);
                if (back == PlanProblem.NEVER) {
                    return Long.MAX_VALUE;
                }
                now += back;
            }
            long out = kind(slot).out().get(houseOf[slot]);
            if (out == PlanProblem.NEVER) {
                return Long.MAX_VALUE;
            }
            now += kind(slot).atSceneS() + out;
            cost += costOfTrip(slot, now);
        }
        for (int patient = 0; patient < seat.length; patient++) {
            cost += seat[patient] < 0
                    ? group(patient).waitingS() * group(patient).weight()
                    : 0;
        }
        return cost;
    }

    private long costOfTrip(int slot, long arrives) {
        long cost = 0;
        for (int patient = 0; patient < seat.length; patient++) {
            if (seat[patient] == slot) {
                long untrained = kind(slot).trained() ? 0 : group(patient).untrainedS();
                long doubt = problem.houses().get(houseOf[slot]).doubtS();
                cost += (arrives + doubt + untrained) * group(patient).weight();
            }
        }
        return cost;
    }

    private Group group(int patient) {
        return problem.groups().get(groupOf.get(patient));
    }

    private Kind kind(int slot) {
        return problem.kinds()
                .get(problem.vehicles().get(slot / problem.mostTrips()).kind());
    }
}
