package rescue.dispatch.plan;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.plan.PlanProblem.Vehicle;

/**
 * How a plan goes on: the next vehicle takes one of its runs, or stays.
 *
 * <p>Of two vehicles of one kind the sooner takes the heavier patients: the other way round is never better, as all else is
 * alike. So only such plans are looked at, and a vehicle that stays lets all later ones of its kind stay.
 *
 * @param choices of every kind of vehicle
 * @param tracked with every bed that has a price, or the cheapest run for a bed would not be the cheapest for the plan
 * @param allBeds the price of all beds together, which is in every bound and in no plan
 */
record Branching(
        PlanProblem problem,
        Heads heads,
        Remainder remainder,
        List<Choices> choices,
        TrackedBeds tracked,
        long allBeds) {

    Beginning root() {
        long bound = remainder.least(0, heads.everybody()) - allBeds;
        return new Beginning(0, heads.everybody(), Integer.MAX_VALUE, tracked.unused(), 0, bound, false, null, null);
    }

    boolean isLast(Beginning node) {
        return node.vehicle() == problem.vehicles().size();
    }

    /** @param limit what costs more for certain is not worth a look */
    void goOn(Beginning node, long limit, Consumer<Beginning> next) {
        int afterKind = problem.afterKindOf(node.vehicle());
        visit(node, afterKind, null, node.left(), Integer.MAX_VALUE, node.used(), node.spent(), limit, next);
        Vehicle vehicle = problem.vehicles().get(node.vehicle());
        Choices mine = choices.get(vehicle.kind());
        boolean last = afterKind == node.vehicle() + 1;
        for (int i = 0; i < mine.size(); i++) {
            int carried = mine.carried(i);
            int weight = heads.weight(carried);
            if (weight <= node.heaviest() && heads.within(carried, node.left())) {
                take(node, mine, i, last ? Integer.MAX_VALUE : weight, limit, next);
            }
        }
    }

    private void take(Beginning node, Choices mine, int index, int heaviest, long limit, Consumer<Beginning> next) {
        int carried = mine.carried(index);
        int left = node.left() - carried;
        long ready = problem.vehicles().get(node.vehicle()).readyS();
        long until = node.spent() + heads.weight(carried) * ready;
        long after = remainder.least(node.vehicle() + 1, left) - allBeds;
        for (Choices.Choice choice : mine.list(index)) {
            Run run = choice.run();
            if (until + run.priced + after > limit) {
                return; // the rest are dearer
            }
            BedUse used = node.used().and(choice.use());
            if (tracked.allows(used)) {
                visit(node, node.vehicle() + 1, run, left, heaviest, used, until + run.priced, limit, next);
            }
        }
    }

    private void visit(
            Beginning from,
            int vehicle,
            @Nullable Run run,
            int left,
            int heaviest,
            BedUse used,
            long spent,
            long limit,
            Consumer<Beginning> next) {
        long bound = spent + remainder.least(vehicle, left) - allBeds;
        if (bound <= limit) {
            next.accept(new Beginning(vehicle, left, heaviest, used, spent, bound, false, from, run));
        }
    }

    /** What it costs in the end, without the prices, which only guide the search. */
    long cost(Beginning last) {
        long cost = heads.waiting(last.left());
        for (Beginning.Chosen chosen : last.chosen()) {
            long ready = problem.vehicles().get(chosen.vehicle()).readyS();
            cost += chosen.run().cost + heads.weight(chosen.run().heads) * ready;
        }
        return cost;
    }
}
