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

    /** With so many stale arcs in a row, the whole row at once is faster than arc by arc. */
    private static final int WHOLE_ROW_FROM = 3;

    private final Hierarchy h;
    private final LowerTriangles triangles;
    private final RowCustomization row;

    /** Rows in which something may change. They are worked through from the bottom to the top. */
    private final BitSet dirtyRows;

    /** Arcs that must be computed from scratch. */
    private final BitSet stale;

    public PartialCustomization(Hierarchy hierarchy) {
        h = hierarchy;
        triangles = new LowerTriangles(hierarchy);
        row = new RowCustomization(hierarchy);
        dirtyRows = new BitSet(hierarchy.nodes());
        stale = new BitSet(hierarchy.upHead.length);
    }

    /**
     * The metric after {@code arcs[i]} has got the weight {@code weights[i]}; {@code before} is not touched. If an arc is
     * named twice, the last counts. When about one arc in fifty or more changes, to customise everything anew is faster.
     */
    public Metric with(Metric before, int[] arcs, long[] weights) {
        before.requireForward();
        MetricEdit edit = new MetricEdit(before);
        for (long weight : weights) {
            Weight.checked(weight); // all of them before anything is begun: a refused change leaves nothing behind
        }
        for (int i = 0; i < arcs.length; i++) {
            if (before.weight(arcs[i]) == weights[i] && edit.weight(arcs[i]) == weights[i]) {
                continue;
            }
            edit.setInput(arcs[i], weights[i]);
            int code = h.codeOf[arcs[i]];
            if (code != Hierarchy.NO_ARC) {
                stale.set(code >> 1);
                dirtyRows.set(edit.rowOf(code >> 1));
            }
        }
        for (int node = dirtyRows.nextSetBit(0); node >= 0; node = dirtyRows.nextSetBit(node + 1)) {
            finish(edit, node);
            handOn(edit, node);
        }
        dirtyRows.clear();
        return edit.metric();
    }

    /** Computes what is stale in a row. Everything below it is right already. */
    private void finish(MetricEdit edit, int node) {
        int first = stale.nextSetBit(h.upFirst[node]);
        int end = h.upEnd[node];
        if (first < 0 || first >= end) {
            return;
        }
        int count = 0;
        for (int arc = first; arc >= 0 && arc < end; arc = stale.nextSetBit(arc + 1)) {
            count++;
        }
        if (count >= WHOLE_ROW_FROM) {
            edit.compute(row, node);
        }
        for (int arc = first; arc >= 0 && arc < end; arc = stale.nextSetBit(arc + 1)) {
            if (count >= WHOLE_ROW_FROM) {
                edit.set(2 * arc, row.upward(arc));
                edit.set(2 * arc + 1, row.downward(arc));
            } else {
                computeArc(edit, node, arc);
            }
        }
        stale.clear(first, end);
    }

    private void computeArc(MetricEdit edit, int node, int arc) {
        long upward = Weight.UNREACHED;
        long downward = Weight.UNREACHED;
        for (int i = h.inputFirst[node]; i < h.inputFirst[node + 1]; i++) {
            int code = h.codeOf[h.inputArc[i]];
            if (code == 2 * arc) {
                upward = Math.min(upward, edit.weight(h.inputArc[i]));
            } else if (code == 2 * arc + 1) {
                downward = Math.min(downward, edit.weight(h.inputArc[i]));
            }
        }
        triangles.start(node, h.upHead[arc]);
        while (triangles.next()) { // from the one end down to the middle and up to the other
            int toNode = 2 * triangles.arcToLower();
            int toHead = 2 * triangles.arcToHigher();
            upward = Math.min(upward, edit.now(toNode + 1) + edit.now(toHead));
            downward = Math.min(downward, edit.now(toHead + 1) + edit.now(toNode));
        }
        edit.set(2 * arc, upward);
        edit.set(2 * arc + 1, downward);
    }

    /** Offers what has changed in a row to the arcs above it. */
    private void handOn(MetricEdit edit, int node) {
        int end = h.upEnd[node];
        int lastChanged = end - 1;
        while (lastChanged >= h.upFirst[node] && !edit.isChanged(lastChanged)) {
            lastChanged--;
        }
        for (int low = h.upFirst[node]; low <= lastChanged; low++) {
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
    private void offer(MetricEdit edit, int node, int code, int first, int second) {
        long was = edit.before(first) + edit.before(second);
        long is = edit.now(first) + edit.now(second);
        if (is < edit.now(code)) {
            edit.set(code, is);
            dirtyRows.set(node);
        } else if (is > was && was == edit.before(code)) {
            stale.set(code >> 1);
            dirtyRows.set(node);
        }
    }
}
