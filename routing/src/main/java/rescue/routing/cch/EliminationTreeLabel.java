package rescue.routing.cch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to get from a source to each of its ancestors in the {@link EliminationTree}; with a reversed metric, from
 * each of them to it. Every fastest way from a source to a target has its highest node among the ancestors that the two have
 * in common, so two labels, one of the source and one of the target on the reversed metric, hold the whole answer: the least
 * sum over the common ancestors (the elimination-tree query of Dibbelt, Strasser, Wagner 2016, its two halves kept apart, as
 * in hub labelling: Abraham, Delling, Goldberg, Werneck 2011).
 *
 * <p>A unit carries its label until it moves or the roads change; to rank a fleet is then one small loop for each unit. A
 * label belongs to the metric that it was computed on: two labels of different metrics must not meet.
 *
 * <p>A source may be several nodes with a weight to begin with, such as the ends of the edge on which a unit stands. They
 * mostly lie on one path to the root; where they do not, the label has side branches. Not thread-safe while it is computed;
 * computed again without allocation, unless the source lies deeper than any before.
 */
public final class EliminationTreeLabel {

    private static final int NOWHERE = -1;

    private final Hierarchy h;

    /** What each ancestor costs, by its depth. Of a side branch only the entries from {@link #from} on count. */
    private long[] weight;

    /** The ancestors by their depth, and the first descendant of each. */
    private int[] path;

    private int[] firstDescendant;
    private int leaf = NOWHERE;

    /** The depth of the leaf. */
    private int depth = NOWHERE;

    /** The depth at which a side branch begins; above it, another branch holds the ancestors. */
    private int from;

    private @Nullable EliminationTreeLabel joins;
    private @Nullable EliminationTreeLabel next;
    private @Nullable EliminationTreeLabel spare;

    /** A label of nowhere. */
    public EliminationTreeLabel(Hierarchy hierarchy) {
        h = hierarchy;
        weight = new long[0];
        path = new int[0];
        firstDescendant = new int[0];
    }

    /** Computes the label of one node. */
    public void compute(Metric metric, int node) {
        clear();
        grow(h.rankOf[node]);
        weight[depth] = 0;
        climb(metric);
    }

    /**
     * Computes the label of a source set: the first {@code count} of {@code nodes}, each with the weight that it begins
     * with. A node whose weight is {@link Weight#UNREACHED} does not count; of a node that is named twice the lesser counts.
     */
    public void compute(Metric metric, int[] nodes, long[] weights, int count) {
        clear();
        // Lowest first: a node on the path of a lower one needs no branch of its own.
        int last = NOWHERE;
        while (true) {
            int lowest = Integer.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                int rank = h.rankOf[nodes[i]];
                if (weights[i] < Weight.UNREACHED && rank > last && rank < lowest) {
                    lowest = rank;
                }
            }
            if (lowest == Integer.MAX_VALUE) {
                break;
            }
            EliminationTreeLabel branch = branchTo(lowest);
            int at = h.tree.depth()[lowest];
            for (int i = 0; i < count; i++) {
                if (h.rankOf[nodes[i]] == lowest) {
                    branch.weight[at] = Math.min(branch.weight[at], weights[i]);
                }
            }
            last = lowest;
        }
        climbAll(metric);
    }

    /** Whether there is any source. */
    public boolean isEmpty() {
        return depth == NOWHERE;
    }

    /**
     * The weight of the fastest way from the source of this label to that of {@code other}, which was computed on the
     * reversed metric; or the other way round. {@link Weight#UNREACHED} when there is none.
     */
    public long weightTo(EliminationTreeLabel other) {
        if (next == null && other.next == null) {
            return meet(this, other);
        }
        long best = Weight.UNREACHED;
        for (EliminationTreeLabel mine = this; mine != null; mine = mine.next) {
            for (EliminationTreeLabel theirs = other; theirs != null; theirs = theirs.next) {
                best = Math.min(best, meet(mine, theirs));
            }
        }
        return best;
    }

    /** The same to each of the first {@code count} of {@code others}, into {@code into}. */
    public void weightsTo(EliminationTreeLabel[] others, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = weightTo(others[i]);
        }
    }

    /** The bytes that this label takes in memory. */
    public long bytes() {
        long own = (long) weight.length * (Long.BYTES + 2 * Integer.BYTES) + 128;
        return next == null ? own : own + next.bytes();
    }

    private static long meet(EliminationTreeLabel mine, EliminationTreeLabel theirs) {
        int to = mine.commonDepth(theirs.leaf);
        int at = Math.max(mine.from, theirs.from);
        long[] a = mine.weight;
        long[] b = theirs.weight;
        // Four sums at a time, so that none waits for the one before.
        long best0 = Weight.UNREACHED;
        long best1 = Weight.UNREACHED;
        long best2 = Weight.UNREACHED;
        long best3 = Weight.UNREACHED;
        for (; at + 3 <= to; at += 4) {
            best0 = Math.min(best0, a[at] + b[at]);
            best1 = Math.min(best1, a[at + 1] + b[at + 1]);
            best2 = Math.min(best2, a[at + 2] + b[at + 2]);
            best3 = Math.min(best3, a[at + 3] + b[at + 3]);
        }
        for (; at <= to; at++) {
            best0 = Math.min(best0, a[at] + b[at]);
        }
        return Math.min(Math.min(best0, best1), Math.min(best2, best3));
    }

    /** The depth of the lowest common ancestor of this branch's leaf and another node; less than {@link #from} for none. */
    private int commonDepth(int other) {
        int low = from - 1; // known to be common, or before all
        int high = depth + 1; // known not to be
        if (other >= leaf) { // the ancestors from it upward have it below them
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (path[middle] >= other) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        } else {
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (firstDescendant[middle] <= other) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
        }
        return low;
    }

    private void clear() {
        for (EliminationTreeLabel branch = next; branch != null; ) { // branches are kept for the next time
            EliminationTreeLabel after = branch.next;
            branch.next = null;
            branch.joins = null;
            branch.spare = spare;
            spare = branch;
            branch = after;
        }
        next = null;
        leaf = NOWHERE;
        depth = NOWHERE;
    }

    /** The branch that holds a node: one that is there, or a new one down to it. */
    private EliminationTreeLabel branchTo(int rank) {
        if (isEmpty()) {
            grow(rank);
            return this;
        }
        EliminationTreeLabel nearest = this;
        EliminationTreeLabel end = this;
        int common = NOWHERE;
        for (EliminationTreeLabel branch = this; branch != null; branch = branch.next) {
            int depth = branch.commonDepth(rank);
            if (depth >= branch.from && depth > common) {
                common = depth;
                nearest = branch;
            }
            end = branch;
        }
        if (common == h.tree.depth()[rank]) {
            return nearest;
        }
        EliminationTreeLabel branch = spare == null ? new EliminationTreeLabel(h) : spare;
        spare = branch.spare;
        branch.spare = null;
        branch.grow(rank);
        branch.from = common + 1;
        branch.joins = nearest;
        end.next = branch;
        return branch;
    }

    private void grow(int rank) {
        leaf = rank;
        depth = h.tree.depth()[rank];
        from = 0;
        if (weight.length <= depth) {
            weight = new long[depth + 1];
            path = new int[depth + 1];
            firstDescendant = new int[depth + 1];
        }
        Arrays.fill(weight, 0, depth + 1, Weight.UNREACHED);
        for (int at = depth, node = rank; at >= 0; at--, node = h.tree.parent()[node]) {
            path[at] = node;
            firstDescendant[at] = h.tree.firstDescendant()[node];
        }
    }

    /** Side branches first: what they find above the place where they join goes into the branch that they join. */
    private void climbAll(Metric metric) {
        if (next != null) {
            next.climbAll(metric);
        }
        climb(metric);
        if (joins != null) {
            for (int at = 0; at < from; at++) {
                joins.weight[at] = Math.min(joins.weight[at], weight[at]);
            }
        }
    }

    private void climb(Metric metric) {
        for (int at = depth; at >= from; at--) {
            long reached = weight[at];
            int node = path[at];
            int arc = h.upFirst[node];
            int end = h.upEnd[node];
            if (reached < Weight.UNREACHED && arc < end) {
                long[] up = metric.up[arc >>> h.pageBits];
                for (; arc < end; arc++) {
                    int head = h.upDepth[arc];
                    weight[head] = Math.min(weight[head], reached + up[arc & h.pageMask]);
                }
            }
        }
    }
}
