package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one kind of vehicle can do, when every bed has a price: for every count of patients the cheapest way to bring them. */
final class PricedRuns {

    private final KindRuns runs;
    private final Heads heads;

    /** Of every errand, by house, with the prices. */
    private final long[][] costs;

    private final long[] least;

    /** By count of patients; {@link PlanProblem#NEVER} when one such vehicle cannot bring them. */
    private final long[] cheapest;

    private final int[] cheapestSequence;
    private final int[] reachable;

    /** @param prices what a bed costs beside its time, by house and kind of bed; none below zero */
    PricedRuns(KindRuns runs, Heads heads, long[][] prices) {
        this.runs = runs;
        this.heads = heads;
        costs = new long[runs.errands()][];
        least = new long[runs.errands()];
        for (int errand = 0; errand < costs.length; errand++) {
            costs[errand] = priced(errand, prices);
            least[errand] = costs[errand][cheapestHouse(errand)];
        }
        cheapest = new long[heads.size()];
        cheapestSequence = new int[heads.size()];
        Arrays.fill(cheapest, PlanProblem.NEVER);
        for (int sequence = 0; sequence < runs.size(); sequence++) {
            long cost = leastOf(sequence);
            int carried = runs.carried(sequence);
            if (cost < cheapest[carried]) {
                cheapest[carried] = cost;
                cheapestSequence[carried] = sequence;
            }
        }
        reachable = IntStream.range(1, cheapest.length)
                .filter(number -> cheapest[number] < PlanProblem.NEVER)
                .toArray();
    }

    /** The least that it costs to bring exactly these, at these prices; they must be {@link #reachable}. */
    long cheapest(int number) {
        return cheapest[number];
    }

    /** Every count of patients that one such vehicle can bring. Not to be changed. */
    int[] reachable() {
        return reachable;
    }

    /** The run that costs {@link #cheapest}. */
    Run cheapestRun(int number) {
        int[] sequence = runs.sequence(cheapestSequence[number]);
        Run run = null;
        for (int i = sequence.length - 1; i >= 0; i--) {
            run = before(run, sequence[i], cheapestHouse(sequence[i]));
        }
        return Objects.requireNonNull(run);
    }

    /**
     * Every run whose price is within {@code slack} of the cheapest for its patients, the cheapest first; of those that fill
     * the same tracked beds only the cheapest.
     */
    Map<Integer, List<Run>> within(long slack, TrackedBeds tracked) {
        Map<Integer, Map<BedUse, Run>> found = new HashMap<>();
        for (int number = 0; number < runs.size(); number++) {
            long over = leastOf(number) - cheapest[runs.carried(number)];
            if (over <= slack) {
                int[] sequence = runs.sequence(number);
                collect(null, sequence, sequence.length - 1, slack - over, tracked, found);
            }
        }
        Map<Integer, List<Run>> sorted = new HashMap<>();
        found.forEach((carried, choices) -> {
            List<Run> list = new ArrayList<>(choices.values());
            list.sort(Comparator.comparingLong(Run::priced).thenComparing(tracked::of));
            sorted.put(carried, list);
        });
        return sorted;
    }

    private void collect(
            @Nullable Run later,
            int[] sequence,
            int next,
            long slack,
            TrackedBeds tracked,
            Map<Integer, Map<BedUse, Run>> found) {
        if (later != null && !tracked.allows(later)) {
            return;
        }
        if (next < 0) {
            keep(Objects.requireNonNull(later), tracked, found);
            return;
        }
        int errand = sequence[next];
        for (int house = 0; house < costs[errand].length; house++) {
            long over = costs[errand][house] - least[errand];
            if (costs[errand][house] < PlanProblem.NEVER && over <= slack) {
                collect(before(later, errand, house), sequence, next - 1, slack - over, tracked, found);
            }
        }
    }

    private static void keep(Run run, TrackedBeds tracked, Map<Integer, Map<BedUse, Run>> found) {
        found.computeIfAbsent(run.heads, number -> new HashMap<>())
                .merge(tracked.of(run), run, (old, other) -> other.priced < old.priced ? other : old);
    }

    private Run before(@Nullable Run later, int errand, int house) {
        int load = runs.load(errand);
        long cost = runs.costs(errand)[house];
        long priced = costs[errand][house];
        return later == null
                ? new Run(load, house, null, load, cost, priced)
                : new Run(load, house, later, later.heads + load, later.cost + cost, later.priced + priced);
    }

    private long[] priced(int errand, long[][] prices) {
        long[] priced = runs.costs(errand).clone();
        int load = runs.load(errand);
        for (int house = 0; house < priced.length; house++) {
            if (priced[house] < PlanProblem.NEVER) {
                priced[house] += heads.price(load, prices[house]);
            }
        }
        return priced;
    }

    private long leastOf(int sequence) {
        long sum = 0;
        for (int errand : runs.sequence(sequence)) {
            sum += least[errand];
        }
        return sum;
    }

    private int cheapestHouse(int errand) {
        int cheapestHouse = 0;
        for (int house = 1; house < costs[errand].length; house++) {
            cheapestHouse = costs[errand][house] < costs[errand][cheapestHouse] ? house : cheapestHouse;
        }
        return cheapestHouse;
    }
}
