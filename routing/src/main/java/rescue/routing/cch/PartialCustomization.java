package rescue.routing.cch;

import java.util.BitSet;

/**
 * Makes a metric from another when some input arcs change, up or down: the result is the same, number by number, as if all
 * weights had been customised anew, but only what the change touches is computed (the partial weight updates of Dibbelt,
 * Strasser, Wagner 2016, section 7.4).
 *
 * <p>An arc that has changed offers a new way to the arcs above it, by the triangles in which it is a lower side. Is the
 * offer better, it is taken. Was the old offer the one in force and is the new one worse, the arc must be computed from
 * scratch. Else nothing happens, and there the change ends. Old offers are read from the metric before, which stays as it is.
 *
 * <p>Not thread-safe: one writer has one, uses it again and again, and publishes what it returns.
 */
public final class PartialCustomization {

    private final Hierarchy h;
    private final LowerTriangles triangles;

    /** Rows in which something may change. They are worked through from the bottom to the top. */
    private final BitSet dirtyRows;

    /** Arcs, twice plus one when driven downward, that must be computed from scratch. */
    private final BitSet stale;

    public PartialCustomization(Hierarchy hierarchy) {
        h = hierarchy;
        triangles = new LowerTriangles(hierarchy);
        dirtyRows = new BitSet(hierarchy.nodes());
        stale = new BitSet(2 * hierarchy.upHead.length);
    }

    /**
     * The metric after {@code arcs[i]} has got the weight {@code weights[i]}; {@code before} is not touched. If an arc is
     * named twice, the last counts.
     */
    public Metric with(Metric before, int[] arcs, long[] weights) {
        before.requireForward();
        MetricEdit edit = new MetricEdit(before);
        for (int i = 0; i < arcs.length; i++) {
            if (before.weight(arcs[i]) == weights[i] && edit.weight(arcs[i]) == weights[i]) {
                continue;
            }
            edit.setInput(arcs[i], weights[i]);
            int code = h.codeOf[arcs[i]];
            if (code != Hierarchy.NO_ARC) {
                stale.set(code);
                dirtyRows.set(edit.rowOf(code >> 1));
            }
        }
        for (int row = dirtyRows.nextSetBit(0); row >= 0; row = dirtyRows.nextSetBit(row + 1)) {
            finish(edit, row);
            handOn(edit, row);
        }
        dirtyRows.clear();
        return edit.metric();
    }

    /** Computes what is stale in a row. Everything below it is right already. */
    private void finish(MetricEdit edit, int row) {
        int end = 2 * h.upEnd[row];
        for (int code = stale.nextSetBit(2 * h.upFirst[row]);
                code >= 0 && code < end;
                code = stale.nextSetBit(code + 1)) {
            edit.set(code, fromScratch(edit, row, code));
            stale.clear(code);
        }
    }

    private long fromScratch(MetricEdit edit, int row, int code) {
        long best = Weight.UNREACHED;
        for (int i = h.inputFirst[row]; i < h.inputFirst[row + 1]; i++) {
            if (h.codeOf[h.inputArc[i]] == code) {
                best = Math.min(best, edit.weight(h.inputArc[i]));
            }
        }
        int upward = code & 1; // from the lower end down to x, then up to the higher end; or the other way round
        triangles.start(row, h.upHead[code >> 1]);
        while (triangles.next()) {
            best = Math.min(
                    best,
                    edit.now(2 * triangles.arcToLower() + 1 - upward) + edit.now(2 * triangles.arcToHigher() + upward));
        }
        return best;
    }

    /** Offers what has changed in a row to the arcs above it. */
    private void handOn(MetricEdit edit, int row) {
        int end = h.upEnd[row];
        int lastChanged = end - 1;
        while (lastChanged >= h.upFirst[row] && !edit.isChanged(lastChanged)) {
            lastChanged--;
        }
        for (int low = h.upFirst[row]; low <= lastChanged; low++) {
            boolean lowChanged = edit.isChanged(low);
            int above = h.upHead[low];
            int opposite = h.upFirst[above];
            for (int high = low + 1; high < (lowChanged ? end : lastChanged + 1); high++) {
                if (lowChanged || edit.isChanged(high)) {
                    while (h.upHead[opposite] != h.upHead[high]) {
                        opposite++; // it is there: contracting the row's node has joined the two
                    }
                    offer(edit, above, 2 * opposite, 2 * low + 1, 2 * high);
                    offer(edit, above, 2 * opposite + 1, 2 * high + 1, 2 * low);
                }
            }
        }
    }

    /** The way over {@code first} and then {@code second} takes the place of what it was before. */
    private void offer(MetricEdit edit, int row, int code, int first, int second) {
        long was = edit.before(first) + edit.before(second);
        long is = edit.now(first) + edit.now(second);
        if (is < edit.now(code)) {
            edit.set(code, is);
            dirtyRows.set(row);
        } else if (is > was && was == edit.before(code)) {
            stale.set(code);
            dirtyRows.set(row);
        }
    }
}
