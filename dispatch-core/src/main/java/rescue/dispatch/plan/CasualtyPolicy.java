package rescue.dispatch.plan;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.plan.PlanSolver.Solved;
import rescue.dispatch.road.Travel;

/**
 * Many patients, few vehicles, fewer beds: all chosen together, so that the sum of everybody's time to care, the graver
 * counting more, is the least there is. No clock, no map, no database: the same question always gets the same answer.
 */
public final class CasualtyPolicy {

    /** More than a province has beds for; whoever is beyond it is planned for when the first are gone. */
    public static final int MOST_PATIENTS = 60;

    private CasualtyPolicy() {}

    /** The plan, with its reasons, and a reason for whoever is left out. */
    public static CasualtyPlan decide(RescueScene scene) {
        List<Casualty> waiting = scene.casualties().waiting();
        List<Casualty> planned = waiting.subList(0, Math.min(MOST_PATIENTS, waiting.size()));
        Numbering numbering = new Numbering(scene, planned);
        PlanProblem problem = numbering.problem();
        Solved solved = PlanSolver.solve(problem);
        long byHand = PlanCost.of(problem, FirstComeFirstServed.plan(problem));
        Map<TriageCategory, Queue<Casualty>> queues = queues(planned);
        List<Ride> rides = rides(scene, numbering, solved, queues);
        WhyNot whyNot = new WhyNot(scene, numbering, solved.trips());
        List<LeftWaiting> left = Stream.of(
                        queues.values().stream().flatMap(Queue::stream).map(whyNot::left),
                        waiting.stream()
                                .skip(planned.size())
                                .map(each -> new LeftWaiting(each, LeftWaiting.Code.NEXT_PLAN, List.of())),
                        scene.casualties().beyondHelp().stream()
                                .map(each -> new LeftWaiting(each, LeftWaiting.Code.BEYOND_HELP, List.of())))
                .flatMap(each -> each)
                .toList();
        return new CasualtyPlan(
                rides,
                left,
                whyNot.refusals(),
                part(solved.cost() - solved.bound(), solved.cost()),
                part(byHand - solved.cost(), solved.cost()),
                basis(scene),
                scene.roadsVersion());
    }

    private static Map<TriageCategory, Queue<Casualty>> queues(List<Casualty> planned) {
        Map<TriageCategory, Queue<Casualty>> queues = new EnumMap<>(TriageCategory.class);
        Numbering.COLOURS.forEach(colour -> queues.put(
                colour,
                new ArrayDeque<>(
                        planned.stream().filter(each -> each.colour() == colour).toList())));
        return queues;
    }

    /** Patients of one colour are alike to the solver; the lower number rides first, so that everybody reads the same. */
    private static List<Ride> rides(
            RescueScene scene, Numbering numbering, Solved solved, Map<TriageCategory, Queue<Casualty>> queues) {
        RideReasons reasons = new RideReasons(scene, numbering, solved.trips());
        List<Ride> rides = new ArrayList<>();
        solved.trips().stream()
                .sorted(comparing(Trip::arrivesS).thenComparing(Trip::vehicle))
                .forEach(trip -> {
                    RescueUnit unit = numbering.unit(trip.vehicle());
                    Duration doubt = numbering.unitDoubt(trip.vehicle());
                    Duration leaves = Duration.ofSeconds(trip.leavesS()).minus(doubt);
                    List<Casualty> patients = new ArrayList<>();
                    for (int i = 0; i < Numbering.COLOURS.size(); i++) {
                        Queue<Casualty> queue = queues.getOrDefault(Numbering.COLOURS.get(i), new ArrayDeque<>());
                        for (int count = 0; count < trip.load().get(i); count++) {
                            patients.add(queue.remove());
                        }
                    }
                    rides.add(new Ride(
                            unit.unit(),
                            trip.number(),
                            unit.isFree() && trip.number() == 1,
                            numbering.hospital(trip.house()).hospital(),
                            patients,
                            leaves.minus(unit.candidate().atScene(scene.onScene())),
                            leaves,
                            Duration.ofSeconds(trip.arrivesS()).minus(doubt),
                            reasons.of(trip)));
                });
        return rides;
    }

    private static double part(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static Travel.Basis basis(RescueScene scene) {
        Stream<Travel> all = Stream.concat(
                scene.units().stream().flatMap(unit -> unit.candidate().toScene().stream()),
                scene.hospitals().stream()
                        .flatMap(hospital -> hospital.candidate().fromScene().values().stream())
                        .flatMap(Optional::stream));
        return all.anyMatch(travel -> travel.basis() == Travel.Basis.ESTIMATE)
                ? Travel.Basis.ESTIMATE
                : Travel.Basis.ROAD;
    }
}
