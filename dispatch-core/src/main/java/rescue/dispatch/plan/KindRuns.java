package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.House;
import rescue.dispatch.plan.PlanProblem.Kind;

/**
 * Everything that one kind of vehicle can do with its whole day: which loads, one after another, before anybody says where
 * each goes. A vehicle that is away longer costs all who ride later the same, so once the weight of those who ride later is
 * known, each trip's house can be chosen by itself: this is what keeps everything small.
 */
final class KindRuns {

    /**
     * One trip before its house is chosen.
     *
     * @param weightAfter of those who wait at the scene for the vehicle to come back
     */
    record Errand(int load, int weightAfter) {}

    private final PlanProblem problem;
    private final Heads heads;
    private final Kind kind;
    private final List<Errand> errands = new ArrayList<>();
    private final Map<Errand, Integer> numbers = new HashMap<>();

    /** Of every errand, by house, without prices; {@link PlanProblem#NEVER} where it cannot go. */
    private final List<long[]> costs = new ArrayList<>();

    /** Numbers of errands, in the order in which they are driven. */
    private final List<int[]> sequences = new ArrayList<>();

    private final int[] carried;

    KindRuns(PlanProblem problem, Heads heads, Kind kind) {
        this.problem = problem;
        this.heads = heads;
        this.kind = kind;
        add(new int[0], 0, heads.loads(kind));
        this.carried = sequences.stream().mapToInt(this::headsOf).toArray();
    }

    int size() {
        return sequences.size();
    }

    int errands() {
        return errands.size();
    }

    int[] sequence(int number) {
        return sequences.get(number);
    }

    /** All patients of that sequence. */
    int carried(int sequence) {
        return carried[sequence];
    }

    int load(int errand) {
        return errands.get(errand).load;
    }

    /** By house, without prices. Not to be changed. */
    long[] costs(int errand) {
        return costs.get(errand);
    }

    /** From the last trip to the first, as a trip must know how much weight waits for the vehicle to come back. */
    private void add(int[] later, int carriedLater, int[] loads) {
        if (later.length == problem.mostTrips()) {
            return;
        }
        for (int load : loads) {
            if (heads.fitTogether(load, carriedLater)) {
                int errand = number(new Errand(load, heads.weight(carriedLater)));
                if (canGoSomewhere(errand)) {
                    int[] longer = before(errand, later);
                    sequences.add(longer);
                    add(longer, carriedLater + load, loads);
                }
            }
        }
    }

    private int number(Errand errand) {
        return numbers.computeIfAbsent(errand, key -> {
            errands.add(key);
            costs.add(IntStream.range(0, problem.houses().size())
                    .mapToLong(house -> cost(key, house))
                    .toArray());
            return errands.size() - 1;
        });
    }

    private boolean canGoSomewhere(int errand) {
        for (long cost : costs.get(errand)) {
            if (cost < PlanProblem.NEVER) {
                return true;
            }
        }
        return false;
    }

    private long cost(Errand errand, int index) {
        House house = problem.houses().get(index);
        long out = kind.out().get(index);
        long back = kind.back().get(index);
        boolean noWay = out == PlanProblem.NEVER || (errand.weightAfter > 0 && back == PlanProblem.NEVER);
        if (noWay || !canReceive(house, errand.load)) {
            return PlanProblem.NEVER;
        }
        long there = kind.atSceneS() + out;
        long cost = heads.weight(errand.load) * (there + house.doubtS());
        for (int group = 0; group < heads.groups(); group++) {
            Group each = problem.groups().get(group);
            cost += kind.trained() ? 0 : heads.of(errand.load, group) * each.untrainedCost();
        }
        return errand.weightAfter == 0 ? cost : cost + errand.weightAfter * (there + back);
    }

    private boolean canReceive(House house, int load) {
        for (int group = 0; group < heads.groups(); group++) {
            if (heads.of(load, group) > 0 && !house.takes().get(group)) {
                return false;
            }
        }
        return IntStream.range(0, problem.beds())
                .allMatch(bed -> heads.beds(load, bed) <= house.beds().get(bed));
    }

    private int headsOf(int[] sequence) {
        return IntStream.of(sequence).map(this::load).sum();
    }

    private static int[] before(int first, int[] rest) {
        int[] all = new int[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
