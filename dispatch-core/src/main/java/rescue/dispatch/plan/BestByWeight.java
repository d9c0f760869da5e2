package rescue.dispatch.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * What a vehicle of one kind brings, when every patient brought is worth something. Of all that weigh the same only the
 * cheapest can be best, however late the vehicle is.
 */
final class BestByWeight {

    private final Heads heads;
    private final double[] gain;
    private final int[] best;

    BestByWeight(PricedRuns runs, Heads heads, double[] worth) {
        this.heads = heads;
        this.gain = new double[heads.size()];
        Map<Integer, Integer> byWeight = new HashMap<>();
        for (int carried : runs.reachable()) {
            gain[carried] = heads.worth(carried, worth) - runs.cheapest(carried);
            byWeight.merge(heads.weight(carried), carried, (old, other) -> gain[other] > gain[old] ? other : old);
        }
        best = byWeight.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The count of patients that such a vehicle brings when it is there then; 0 when it stays. */
    int best(long readyS) {
        int chosen = 0;
        double least = 0;
        for (int carried : best) {
            double cost = cost(carried, readyS);
            if (cost < least) {
                least = cost;
                chosen = carried;
            }
        }
        return chosen;
    }

    /** Negative when it is worth its way. */
    double cost(int carried, long readyS) {
        return (double) heads.weight(carried) * readyS - gain[carried];
    }
}
