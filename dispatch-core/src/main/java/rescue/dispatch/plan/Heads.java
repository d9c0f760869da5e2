package rescue.dispatch.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many of each group: those who are still at the scene, or those in one vehicle. Every such count has a number, chosen
 * so that taking a load from those at the scene is a subtraction.
 */
final class Heads {

    private final List<PlanProblem.Group> groups;

    /** Of each group: what the number grows by for one more. */
    private final int[] step;

    private final int size;
    private final int[] weights;
    private final Map<Integer, int[]> rests = new HashMap<>();

    Heads(List<PlanProblem.Group> groups) {
        this.groups = groups;
        step = new int[groups.size()];
        int product = 1;
        for (int group = groups.size() - 1; group >= 0; group--) {
            step[group] = product;
            product *= groups.get(group).count() + 1;
        }
        size = product;
        weights = new int[size];
        for (int number = 0; number < size; number++) {
            for (int group = 0; group < step.length; group++) {
                weights[number] += of(number, group) * groups.get(group).weight();
            }
        }
    }

    /** How many numbers there are. */
    int size() {
        return size;
    }

    int groups() {
        return step.length;
    }

    /** The number of all patients. */
    int everybody() {
        return size - 1;
    }

    int of(int number, int group) {
        return number / step[group] % (groups.get(group).count() + 1);
    }

    List<Integer> of(int number) {
        return IntStream.range(0, step.length)
                .mapToObj(group -> of(number, group))
                .toList();
    }

    /** Whether these are all among those. */
    boolean within(int these, int those) {
        for (int group = 0; group < step.length; group++) {
            if (of(these, group) > of(those, group)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both together are not more than there are. */
    boolean fitTogether(int one, int other) {
        for (int group = 0; group < step.length; group++) {
            if (of(one, group) + of(other, group) > groups.get(group).count()) {
                return false;
            }
        }
        return true;
    }

    /** Every count that {@link #fitTogether fits} beside these. Not to be changed. */
    int[] restsBeside(int these) {
        return rests.computeIfAbsent(
                these,
                key -> IntStream.range(0, size)
                        .filter(rest -> fitTogether(rest, key))
                        .toArray());
    }

    /** What a second counts for all of them together. */
    int weight(int number) {
        return weights[number];
    }

    /** What it counts to leave all of them waiting. */
    long waiting(int number) {
        long cost = 0;
        for (int group = 0; group < step.length; group++) {
            cost += of(number, group) * groups.get(group).waitingCost();
        }
        return cost;
    }

    /** How many of that kind of bed they take. */
    int beds(int number, int bed) {
        int count = 0;
        for (int group = 0; group < step.length; group++) {
            count += groups.get(group).bed() == bed ? of(number, group) : 0;
        }
        return count;
    }

    /** What they are worth together. */
    double worth(int number, double[] each) {
        double sum = 0;
        for (int group = 0; group < step.length; group++) {
            sum += of(number, group) * each[group];
        }
        return sum;
    }

    /** What their beds cost in a house with these prices. */
    long price(int number, long[] prices) {
        long price = 0;
        for (int group = 0; group < step.length; group++) {
            price += of(number, group) * prices[groups.get(group).bed()];
        }
        return price;
    }

    /** Every load, by its number, that such a vehicle can carry at once: whoever must lie has a stretcher. */
    int[] loads(PlanProblem.Kind kind) {
        return IntStream.range(1, size).filter(number -> fits(number, kind)).toArray();
    }

    private boolean fits(int number, PlanProblem.Kind kind) {
        int all = 0;
        int lying = 0;
        for (int group = 0; group < step.length; group++) {
            int count = of(number, group);
            all += count;
            lying += groups.get(group).mustLie() ? count : 0;
        }
        return lying <= kind.lying() && all <= kind.lying() + kind.sitting();
    }
}
