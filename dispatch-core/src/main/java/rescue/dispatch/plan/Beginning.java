package rescue.dispatch.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan up to a vehicle: what the search takes further.
 *
 * @param vehicle the next to be asked
 * @param left who is still at the scene
 * @param heaviest what the next of the same kind may weigh
 * @param spent with the prices of the beds
 * @param bound what a plan that begins so costs at least; what it costs when it is complete
 * @param run of the vehicle before; null where it stays
 */
record Beginning(
        int vehicle,
        int left,
        int heaviest,
        BedUse used,
        long spent,
        long bound,
        boolean complete,
        @Nullable Beginning parent,
        @Nullable Run run) {

    /** Of equal bounds the one that is nearer to its end. */
    static final Comparator<Beginning> MOST_HOPEFUL = Comparator.comparingLong(Beginning::bound)
            .thenComparing(node -> !node.complete)
            .thenComparingInt(node -> -node.vehicle)
            .thenComparingInt(Beginning::left);

    /** A vehicle that drives. */
    record Chosen(int vehicle, Run run) {}

    /** Where it has come to: of two beginnings at one place only the cheaper is worth going on with. */
    record Place(int vehicle, int left, int heaviest, BedUse used) {}

    Place place() {
        return new Place(vehicle, left, heaviest, used);
    }

    /** Complete, at that cost. */
    Beginning complete(long cost) {
        return new Beginning(vehicle, left, heaviest, used, spent, cost, true, parent, run);
    }

    /** Who drives, in the order of the vehicles. */
    List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        for (Beginning node = this; node != null; node = node.parent) {
            Beginning from = node.parent;
            if (node.run != null && from != null) {
                chosen.add(new Chosen(from.vehicle, node.run));
            }
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
