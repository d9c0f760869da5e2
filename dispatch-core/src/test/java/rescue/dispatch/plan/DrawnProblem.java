package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.House;
import rescue.dispatch.plan.PlanProblem.Kind;
import rescue.dispatch.plan.PlanProblem.Vehicle;

/** Scenes drawn by lot: the same seed, the same scene. */
final class DrawnProblem {

    private static final int[] WEIGHTS = {12, 3, 1};

    private final Random chance;

    private DrawnProblem(long seed) {
        chance = new Random(seed);
    }

    /** Few of everything, and of all of it sometimes none: beds, stretchers, seats, ways there and back. */
    static PlanProblem small(long seed) {
        DrawnProblem drawn = new DrawnProblem(seed);
        int patients = 1 + drawn.chance.nextInt(4);
        int houses = 1 + drawn.chance.nextInt(3);
        int vehicles = 1 + drawn.chance.nextInt(3);
        return drawn.problem(patients, houses, vehicles, 1 + drawn.chance.nextInt(3), 2, 0.15);
    }

    /**
     * As large as it gets.
     *
     * @param mostBeds of one kind in one house: fewer, and they run short
     */
    static PlanProblem large(long seed, int patients, int houses, int vehicles, int mostBeds) {
        return new DrawnProblem(seed).problem(patients, houses, vehicles, 3, mostBeds, 0.03);
    }

    private PlanProblem problem(int patients, int houses, int vehicles, int mostTrips, int mostBeds, double lacking) {
        int[] counts = new int[3];
        for (int i = 0; i < patients; i++) {
            counts[chance.nextInt(4) * 2 / 3]++;
        }
        List<Group> groups = new ArrayList<>();
        int beds = 1 + chance.nextInt(2);
        for (int i = 0; i < counts.length; i++) {
            boolean mustLie = i == 0 || (i == 1 && chance.nextBoolean());
            groups.add(new Group(counts[i], WEIGHTS[i], 43_200, Math.min(beds - 1, i), mustLie, i == 0 ? 600 : 0));
        }
        List<House> all = new ArrayList<>();
        for (int i = 0; i < houses; i++) {
            List<Integer> free = new ArrayList<>();
            for (int bed = 0; bed < beds; bed++) {
                free.add(chance.nextInt(8) == 0 ? PlanProblem.PLENTY : chance.nextInt(mostBeds + 1));
            }
            List<Boolean> takes = List.of(!lacks(3 * lacking), !lacks(lacking), !lacks(lacking));
            all.add(new House(free, takes, chance.nextInt(3) * 300L));
        }
        int kinds = 1 + chance.nextInt(Math.min(4, vehicles));
        List<Kind> kindList = new ArrayList<>();
        for (int i = 0; i < kinds; i++) {
            List<Long> out = new ArrayList<>();
            List<Long> back = new ArrayList<>();
            for (int house = 0; house < houses; house++) {
                long drive = 300 + (house + 1) * 400L + chance.nextInt(2_400);
                out.add(lacks(lacking) ? PlanProblem.NEVER : drive);
                back.add(lacks(lacking) ? PlanProblem.NEVER : drive + chance.nextInt(600));
            }
            int lying = chance.nextInt(6) == 0 ? 0 : 1 + chance.nextInt(5) / 4;
            kindList.add(new Kind(
                    lying, chance.nextInt(3), 900 + chance.nextInt(2) * 600L, chance.nextBoolean(), out, back));
        }
        List<Vehicle> fleet = new ArrayList<>();
        for (int i = 0; i < vehicles; i++) {
            fleet.add(new Vehicle(chance.nextInt(kinds), 120 + chance.nextInt(60) * 60L));
        }
        fleet.sort(Comparator.comparingInt(Vehicle::kind).thenComparingLong(Vehicle::readyS));
        return new PlanProblem(groups, kindList, fleet, all, beds, mostTrips);
    }

    private boolean lacks(double chanceOfIt) {
        return chance.nextDouble() < chanceOfIt;
    }
}
