package rescue.dispatch.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.House;
import rescue.dispatch.plan.PlanProblem.Kind;
import rescue.dispatch.plan.PlanProblem.Vehicle;
import rescue.dispatch.plan.PlanSolver.Solved;

/** The plan is the best there is: shown by looking at all of them where that can be done, and by its own bound elsewhere. */
final class PlanSolverTest {

    private static final int SMALL_SCENES = 3_000;
    private static final int LARGE_SCENES = 12;
    private static final long NEVER = PlanProblem.NEVER;

    @Test
    void is_as_good_as_the_best_of_all_plans_of_small_scenes() {
        for (long seed = 0; seed < SMALL_SCENES; seed++) {
            PlanProblem scene = DrawnProblem.small(seed);
            Solved solved = PlanSolver.solve(scene);

            assertEquals(EveryPlan.leastCost(scene), solved.cost(), "seed " + seed);
            assertTrue(solved.isProved(), "seed " + seed);
            check(scene, solved, "seed " + seed);
        }
    }

    @Test
    void keeps_every_rule_on_large_scenes_and_is_never_worse_than_by_hand() {
        for (long seed = 0; seed < LARGE_SCENES; seed++) {
            PlanProblem scene = DrawnProblem.large(seed, 40, 12, seed % 2 == 0 ? 60 : 16, 5);
            Solved solved = PlanSolver.solve(scene);

            check(scene, solved, "seed " + seed);
            long byHand = PlanCost.of(scene, FirstComeFirstServed.plan(scene));
            assertTrue(solved.cost() <= byHand, "seed " + seed);
            assertTrue(solved.bound() <= solved.cost(), "seed " + seed);
        }
    }

    @Test
    void gives_the_same_answer_to_the_same_question() {
        PlanProblem scene = DrawnProblem.large(7, 40, 12, 60, 5);

        assertEquals(PlanSolver.solve(scene), PlanSolver.solve(scene));
    }

    /** The nearest vehicle takes the grave, though the light one was there first: a minute of the grave counts twelve. */
    @Test
    void sends_the_sooner_vehicle_with_the_graver_patient() {
        PlanProblem scene = new PlanProblem(
                List.of(new Group(1, 12, 43_200, 0, true, 0), new Group(1, 1, 43_200, 0, false, 0)),
                List.of(new Kind(1, 0, 600, true, List.of(1_200L), List.of(1_800L))),
                List.of(new Vehicle(0, 300), new Vehicle(0, 900)),
                List.of(new House(List.of(9), List.of(true, true), 0)),
                1,
                1);

        assertEquals(
                List.of(new Trip(0, 1, List.of(1, 0), 0, 900, 2_100), new Trip(1, 1, List.of(0, 1), 0, 1_500, 2_700)),
                PlanSolver.solve(scene).trips());
    }

    /** One bed near, two graves: the second goes far, and not both wait for a bed that is not there. */
    @Test
    void gives_the_last_near_bed_to_one_and_sends_the_other_farther() {
        PlanProblem scene = new PlanProblem(
                List.of(new Group(2, 12, 43_200, 0, true, 0)),
                List.of(new Kind(1, 0, 600, true, List.of(600L, 6_000L), List.of(NEVER, NEVER))),
                List.of(new Vehicle(0, 0), new Vehicle(0, 0)),
                List.of(new House(List.of(1), List.of(true), 0), new House(List.of(1), List.of(true), 0)),
                1,
                1);

        Solved solved = PlanSolver.solve(scene);

        assertEquals(
                List.of(0, 1), solved.trips().stream().map(Trip::house).sorted().toList());
        assertEquals(12 * (1_200 + 6_600), solved.cost());
    }

    /** Costs so small that a part of them is nothing: the search must go on all the same, and end. */
    @Test
    void finds_the_best_where_all_costs_are_small() {
        PlanProblem scene = new PlanProblem(
                List.of(new Group(1, 1, 200, 0, true, 0), new Group(1, 1, 200, 0, true, 0)),
                List.of(new Kind(1, 0, 0, true, List.of(10L, 100L), List.of(NEVER, NEVER))),
                List.of(new Vehicle(0, 0), new Vehicle(0, 10)),
                List.of(new House(List.of(1), List.of(true, true), 0), new House(List.of(1), List.of(true, false), 0)),
                1,
                1);

        assertEquals(210, PlanCost.of(scene, FirstComeFirstServed.plan(scene)), "by hand the second is left");
        assertEquals(EveryPlan.leastCost(scene), PlanSolver.solve(scene).cost());
        assertEquals(120, PlanSolver.solve(scene).cost());
    }

    @Test
    void drives_again_when_there_are_more_patients_than_vehicles() {
        PlanProblem scene = new PlanProblem(
                List.of(new Group(3, 12, 43_200, 0, true, 0)),
                List.of(new Kind(1, 0, 600, true, List.of(600L), List.of(900L))),
                List.of(new Vehicle(0, 100)),
                List.of(new House(List.of(3), List.of(true), 0)),
                1,
                3);

        assertEquals(
                List.of(1_300L, 3_400L, 5_500L),
                PlanSolver.solve(scene).trips().stream().map(Trip::arrivesS).toList());
    }

    @Test
    void leaves_whom_nobody_can_take() {
        PlanProblem scene = new PlanProblem(
                List.of(new Group(2, 12, 43_200, 0, true, 0)),
                List.of(new Kind(1, 0, 600, true, List.of(600L), List.of(900L))),
                List.of(),
                List.of(new House(List.of(3), List.of(true), 0)),
                1,
                3);

        Solved solved = PlanSolver.solve(scene);

        assertEquals(List.of(), solved.trips());
        assertEquals(2 * 12 * 43_200, solved.cost());
    }

    /** By nothing but the definition. */
    private static void check(PlanProblem scene, Solved solved, String message) {
        assertEquals(PlanCost.of(scene, solved.trips()), solved.cost(), message);
        int[] brought = new int[scene.groups().size()];
        int[][] beds = new int[scene.houses().size()][scene.beds()];
        for (Trip trip : solved.trips()) {
            Kind kind = scene.kinds().get(scene.vehicles().get(trip.vehicle()).kind());
            int lying = 0;
            int all = 0;
            for (int group = 0; group < brought.length; group++) {
                int count = trip.load().get(group);
                brought[group] += count;
                all += count;
                lying += scene.groups().get(group).mustLie() ? count : 0;
                beds[trip.house()][scene.groups().get(group).bed()] += count;
                assertTrue(
                        count == 0 || scene.houses().get(trip.house()).takes().get(group), message);
            }
            assertTrue(lying <= kind.lying() && all <= kind.lying() + kind.sitting(), message);
            assertTrue(trip.number() <= scene.mostTrips(), message);
        }
        for (int group = 0; group < brought.length; group++) {
            assertTrue(brought[group] <= scene.groups().get(group).count(), message);
        }
        for (int house = 0; house < beds.length; house++) {
            for (int bed = 0; bed < scene.beds(); bed++) {
                assertTrue(beds[house][bed] <= scene.houses().get(house).beds().get(bed), message);
            }
        }
    }
}
