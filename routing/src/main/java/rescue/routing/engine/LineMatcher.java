package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which roads a drawn line follows: the hidden Markov model of Newson and Krumm, "Hidden Markov Map Matching Through
 * Noise and Sparseness" (2009), over samples of the line.
 */
public final class LineMatcher {

    /** How far from the road a line is drawn, typically, in metres: the road book keeps within 25 to 40 m. */
    private static final double DRAWING_ERROR_M = 20;

    /** How much a way between two samples differs in length from the line between them, typically, in metres. */
    private static final double DETOUR_M = 15;

    private final RoadWeights roads;

    /** A matcher over whatever may be driven. */
    public LineMatcher(RoadWeights roads) {
        this.roads = roads;
    }

    /**
     * One road that a sample may mean.
     *
     * @param distanceM metres from the sample to it
     */
    public record Candidate(Phantom at, double distanceM) {}

    /**
     * A point of the line.
     *
     * @param candidates the roads near it; none is allowed
     * @param fromLastM metres along the line since the sample before
     */
    public record Sample(List<Candidate> candidates, double fromLastM) {}

    private static final int CHAIN_BEGINS = -1;

    /** The pieces of road along the likeliest way; where the line leaves the roads, nothing. */
    public List<Piece> match(List<Sample> samples) {
        List<Sample> usable =
                samples.stream().filter(sample -> !sample.candidates.isEmpty()).toList();
        if (usable.isEmpty()) {
            return List.of();
        }
        int[][] back = new int[usable.size()][];
        double[] cost = new double[0];
        double[][] costs = new double[usable.size()][];
        for (int t = 0; t < usable.size(); t++) {
            back[t] = new int[usable.get(t).candidates.size()];
            cost = step(t == 0 ? List.of() : usable.get(t - 1).candidates, cost, usable.get(t), back[t]);
            costs[t] = cost;
        }
        return unwind(usable, costs, back);
    }

    private double[] step(List<Candidate> before, double[] costBefore, Sample sample, int[] back) {
        int size = sample.candidates.size();
        double[] cost = new double[size];
        java.util.Arrays.fill(cost, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(back, CHAIN_BEGINS);
        for (int i = 0; i < before.size(); i++) {
            LocalSearch search = new LocalSearch(roads, before.get(i).at, reach(sample));
            for (int j = 0; j < size; j++) {
                double metres = search.metresTo(sample.candidates.get(j).at);
                double total = costBefore[i] + Math.abs(metres - sample.fromLastM) / DETOUR_M;
                if (total < cost[j]) {
                    cost[j] = total;
                    back[j] = i;
                }
            }
        }
        boolean connected = java.util.Arrays.stream(cost).anyMatch(Double::isFinite);
        for (int j = 0; j < size; j++) {
            double off = sample.candidates.get(j).distanceM / DRAWING_ERROR_M;
            cost[j] = (connected ? cost[j] : 0) + off * off / 2;
        }
        return cost;
    }

    /** A way may be this much longer than the line: a hairpin that the line cuts. */
    private static double reach(Sample sample) {
        return 2 * sample.fromLastM + 200;
    }

    private List<Piece> unwind(List<Sample> samples, double[][] costs, int[][] back) {
        List<Piece> pieces = new ArrayList<>();
        int at = cheapest(costs[samples.size() - 1]);
        for (int t = samples.size() - 1; t > 0; t--) {
            int before = back[t][at];
            if (before == CHAIN_BEGINS) {
                at = cheapest(costs[t - 1]);
                continue;
            }
            List<Piece> way = new LocalSearch(
                            roads, samples.get(t - 1).candidates.get(before).at, reach(samples.get(t)))
                    .wayTo(samples.get(t).candidates.get(at).at);
            for (int i = way.size() - 1; i >= 0; i--) {
                pieces.add(way.get(i));
            }
            at = before;
        }
        Collections.reverse(pieces);
        return pieces;
    }

    private static int cheapest(double[] cost) {
        int best = 0;
        for (int i = 1; i < cost.length; i++) {
            if (cost[i] < cost[best]) {
                best = i;
            }
        }
        return best;
    }
}
