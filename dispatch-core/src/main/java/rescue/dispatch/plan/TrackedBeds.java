package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beds that may run short, which the search must count; all others it may forget. A bed is tracked once a plan wanted
 * more of it than there are.
 */
final class TrackedBeds {

    /** One kind of bed of one house. */
    record Bed(int house, int kind, int free) {}

    private final PlanProblem problem;
    private final Heads heads;
    private final List<Bed> beds;

    private TrackedBeds(PlanProblem problem, Heads heads, List<Bed> beds) {
        this.problem = problem;
        this.heads = heads;
        this.beds = beds;
    }

    /** The beds that cost something: of these there are most likely too few. */
    static TrackedBeds withPrice(PlanProblem problem, Heads heads, long[][] prices) {
        List<Bed> beds = new ArrayList<>();
        for (int house = 0; house < prices.length; house++) {
            for (int kind = 0; kind < prices[house].length; kind++) {
                if (prices[house][kind] > 0) {
                    beds.add(new Bed(
                            house, kind, problem.houses().get(house).beds().get(kind)));
                }
            }
        }
        return new TrackedBeds(problem, heads, List.copyOf(beds));
    }

    /** With all beds of which these runs want more than there are; empty when that is none that is not tracked already. */
    Optional<TrackedBeds> withShort(List<Run> runs) {
        int[][] wanted = new int[problem.houses().size()][problem.beds()];
        for (Run run : runs) {
            for (Run trip = run; trip != null; trip = trip.then) {
                for (int kind = 0; kind < problem.beds(); kind++) {
                    wanted[trip.house][kind] += heads.beds(trip.load, kind);
                }
            }
        }
        List<Bed> more = new ArrayList<>(beds);
        for (int house = 0; house < wanted.length; house++) {
            for (int kind = 0; kind < problem.beds(); kind++) {
                Bed bed =
                        new Bed(house, kind, problem.houses().get(house).beds().get(kind));
                if (wanted[house][kind] > bed.free && !more.contains(bed)) {
                    more.add(bed);
                }
            }
        }
        return more.size() == beds.size()
                ? Optional.empty()
                : Optional.of(new TrackedBeds(problem, heads, List.copyOf(more)));
    }

    BedUse unused() {
        return new BedUse(new byte[beds.size()]);
    }

    BedUse of(Run run) {
        byte[] counts = new byte[beds.size()];
        for (int i = 0; i < counts.length; i++) {
            Bed bed = beds.get(i);
            int count = 0;
            for (@Nullable Run trip = run; trip != null; trip = trip.then) {
                if (trip.house == bed.house) {
                    count += heads.beds(trip.load, bed.kind);
                }
            }
            counts[i] = (byte) Math.min(count, Byte.MAX_VALUE);
        }
        return new BedUse(counts);
    }

    boolean allows(Run run) {
        return allows(of(run));
    }

    boolean allows(BedUse use) {
        for (int i = 0; i < beds.size(); i++) {
            if (use.of(i) > beds.get(i).free) {
                return false;
            }
        }
        return true;
    }
}
