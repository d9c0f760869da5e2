package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.plan.BestFirst.Found;
import rescue.dispatch.plan.PlanProblem.Kind;

/**
 * The best plan, proved. Beds get prices ({@link BedPrices}); with them what is left to do is bounded by dynamic programming
 * over the counts of patients ({@link Remainder}); with that bound the search ({@link BestFirst}) looks only at beds that
 * really run short ({@link TrackedBeds}) and only at plans within a little of the bound, and at more only when there is
 * none. Why so and not by a library: RATIONALE.md, One-plan-for-all.
 */
final class PlanSolver {

    /**
     * The plan.
     *
     * @param cost in seconds times weight, with whoever is left waiting
     * @param bound what any plan costs at least; equal to the cost when the plan is proved to be the best
     */
    record Solved(List<Trip> trips, long cost, long bound) {

        boolean isProved() {
            return bound == cost;
        }
    }

    /** How far above the bound is looked first: a part of the bound; and how much farther when there is nothing. */
    private static final long FIRST_SLACK = 1_000;

    private static final int MORE_SLACK = 4;

    /** So far above the bound, as a part of it, a beam still looks when it found nothing good. */
    private static final long WIDEST = 200;

    /** Of some 200 bytes each. */
    private static final int MOST_PLACES = 150_000;

    private static final int BEAM_WIDTH = 200;

    private final PlanProblem problem;
    private final Heads heads;
    private final List<PricedRuns> runs = new ArrayList<>();
    private final long[][] prices;
    private final Remainder remainder;
    private final long allBeds;
    private List<Trip> best;
    private long bestCost;
    private TrackedBeds tracked;

    private PlanSolver(PlanProblem problem) {
        this.problem = problem;
        this.heads = new Heads(problem.groups());
        best = FirstComeFirstServed.plan(problem);
        bestCost = PlanCost.of(problem, best);
        List<KindRuns> kinds = problem.kinds().stream()
                .map(kind -> new KindRuns(problem, heads, kind))
                .toList();
        prices = BedPrices.find(problem, heads, kinds, bestCost);
        kinds.forEach(kind -> runs.add(new PricedRuns(kind, heads, prices)));
        remainder = new Remainder(problem, heads, runs);
        allBeds = priceOfAllBeds();
        tracked = TrackedBeds.withPrice(problem, heads, prices);
    }

    static Solved solve(PlanProblem problem) {
        return new PlanSolver(problem).solve();
    }

    private Solved solve() {
        long bound = Math.min(bestCost, remainder.least(0, heads.everybody()) - allBeds);
        long slack = Math.max(1, bound / FIRST_SLACK);
        for (long wide = slack; wide <= bound / WIDEST && bestCost - bound > slack; wide *= MORE_SLACK) {
            lookForGood(wide);
        }
        while (bound < bestCost) {
            long within = Math.min(bestCost - 1, bound + slack) - bound;
            Found found = BestFirst.search(branching(within), bound + within, MOST_PLACES);
            Beginning plan = found.plan();
            if (found.gaveUp()) {
                return new Solved(best, bestCost, Math.min(bestCost, found.bound()));
            } else if (plan == null) {
                if (bound + within == bestCost - 1) {
                    return new Solved(best, bestCost, bestCost);
                }
                slack *= MORE_SLACK;
            } else if (!countsMore(plan)) {
                return new Solved(trips(plan), plan.bound(), plan.bound());
            }
        }
        return new Solved(best, bestCost, bestCost);
    }

    /** So that there is something in hand, and nothing dearer need be looked at. */
    private void lookForGood(long slack) {
        Optional<Beginning> good = Beam.search(branching(slack), Long.MAX_VALUE, BEAM_WIDTH);
        while (good.isPresent() && countsMore(good.get())) {
            good = Beam.search(branching(slack), Long.MAX_VALUE, BEAM_WIDTH);
        }
        good.filter(plan -> plan.bound() < bestCost).ifPresent(plan -> {
            best = trips(plan);
            bestCost = plan.bound();
        });
    }

    /** Whether that plan wants more beds than there are, so that more of them must be tracked from now on. */
    private boolean countsMore(Beginning plan) {
        Optional<TrackedBeds> more = tracked.withShort(
                plan.chosen().stream().map(Beginning.Chosen::run).toList());
        more.ifPresent(counted -> tracked = counted);
        return more.isPresent();
    }

    private Branching branching(long slack) {
        List<Choices> choices = runs.stream()
                .map(each -> new Choices(each.within(slack, tracked), tracked))
                .toList();
        return new Branching(problem, heads, remainder, choices, tracked, allBeds);
    }

    private List<Trip> trips(Beginning plan) {
        List<Trip> trips = new ArrayList<>();
        for (Beginning.Chosen each : plan.chosen()) {
            Kind kind =
                    problem.kinds().get(problem.vehicles().get(each.vehicle()).kind());
            long atScene = problem.vehicles().get(each.vehicle()).readyS();
            int number = 1;
            for (Run trip = each.run(); trip != null; trip = trip.then) {
                long leaves = atScene + kind.atSceneS();
                long arrives = leaves + kind.out().get(trip.house);
                trips.add(new Trip(each.vehicle(), number++, heads.of(trip.load), trip.house, leaves, arrives));
                atScene = trip.then == null ? arrives : arrives + kind.back().get(trip.house);
            }
        }
        return trips;
    }

    private long priceOfAllBeds() {
        long sum = 0;
        for (int house = 0; house < prices.length; house++) {
            for (int bed = 0; bed < prices[house].length; bed++) {
                sum += prices[house][bed] * problem.houses().get(house).beds().get(bed);
            }
        }
        return sum;
    }
}
