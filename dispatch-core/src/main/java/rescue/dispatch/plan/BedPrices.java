package rescue.dispatch.plan;

import java.util.List;
import rescue.dispatch.plan.PlanProblem.Group;
import rescue.dispatch.plan.PlanProblem.Vehicle;

/**
 * What a bed must cost so that no more of it is wanted than there are: Lagrange multipliers, found by Held and Karp's
 * subgradient steps (1971), each leaning on the one before as Camerini, Fratta and Maffioli proposed (1975). Any price gives
 * a true lower bound; good ones make it tight, and the search short.
 *
 * <p>Here patients have a price too, which makes each vehicle's choice its own and a step cheap.
 */
final class BedPrices {

    /** Tried on drawn scenes: three times as many raised the bound by less than a thousandth. */
    private static final int STEPS = 1_000;

    /** After so many steps without a better bound the steps are halved. */
    private static final int PATIENCE = 30;

    /** How far a step leans on the one before. Without it the bound was up to 5 % lower after as many steps. */
    private static final double LEAN = 0.7;

    private static final double FIRST_STEP = 1.5;
    private static final double LAST_STEP = 1e-4;

    private final PlanProblem problem;
    private final Heads heads;
    private final List<KindRuns> runs;
    private final double[] worth;
    private final double[][] prices;
    private long[][] best;

    private BedPrices(PlanProblem problem, Heads heads, List<KindRuns> runs) {
        this.problem = problem;
        this.heads = heads;
        this.runs = runs;
        this.worth = problem.groups().stream().mapToDouble(Group::waitingCost).toArray();
        this.prices = new double[problem.houses().size()][problem.beds()];
        this.best = new long[problem.houses().size()][problem.beds()];
    }

    /** @param reached the cost of a plan that is known to be possible */
    static long[][] find(PlanProblem problem, Heads heads, List<KindRuns> runs, long reached) {
        BedPrices prices = new BedPrices(problem, heads, runs);
        prices.search(reached);
        return prices.best;
    }

    private void search(long reached) {
        double bestBound = Double.NEGATIVE_INFINITY;
        double step = FIRST_STEP;
        int waited = 0;
        Wanted before = null;
        for (int i = 0; i < STEPS && step > LAST_STEP; i++) {
            Wanted wanted = wanted();
            if (wanted.bound > bestBound) {
                bestBound = wanted.bound;
                best = rounded();
                waited = 0;
            } else if (++waited == PATIENCE) {
                step /= 2;
                waited = 0;
            }
            wanted.leaveStops(prices, worth);
            if (before != null) {
                wanted.leanOn(before, LEAN);
            }
            double squares = wanted.squares();
            if (squares == 0) {
                return;
            }
            move(wanted, step * Math.max(1, reached - wanted.bound) / squares);
            before = wanted;
        }
    }

    private void move(Wanted wanted, double step) {
        for (int group = 0; group < worth.length; group++) {
            double most = problem.groups().get(group).waitingCost();
            worth[group] = Math.max(0, Math.min(most, worth[group] + step * wanted.left[group]));
        }
        for (int house = 0; house < prices.length; house++) {
            for (int bed = 0; bed < prices[house].length; bed++) {
                prices[house][bed] = Math.max(0, prices[house][bed] + step * wanted.over[house][bed]);
            }
        }
    }

    private long[][] rounded() {
        long[][] whole = new long[prices.length][problem.beds()];
        for (int house = 0; house < whole.length; house++) {
            for (int bed = 0; bed < whole[house].length; bed++) {
                whole[house][bed] = Math.round(prices[house][bed]);
            }
        }
        return whole;
    }

    /** What every vehicle would do at these prices. */
    private Wanted wanted() {
        long[][] whole = rounded();
        Wanted wanted = new Wanted(problem, heads, worth, whole);
        int kind = -1;
        PricedRuns priced = null;
        BestByWeight byWeight = null;
        for (Vehicle vehicle : problem.vehicles()) {
            if (priced == null || byWeight == null || vehicle.kind() != kind) {
                kind = vehicle.kind();
                priced = new PricedRuns(runs.get(kind), heads, whole);
                byWeight = new BestByWeight(priced, heads, worth);
            }
            int chosen = byWeight.best(vehicle.readyS());
            if (chosen != 0) {
                wanted.add(priced.cheapestRun(chosen), byWeight.cost(chosen, vehicle.readyS()));
            }
        }
        return wanted;
    }
}
