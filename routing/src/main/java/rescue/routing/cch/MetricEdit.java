package rescue.routing.cch;

import java.util.Arrays;

/** A metric in the making from the one before it: a page is copied when it is first written to (copy on write). */
final class MetricEdit {

    private final Hierarchy h;
    private final Metric before;
    private final long[][] up;
    private final long[][] down;
    private final long[][] input;

    MetricEdit(Metric before) {
        this.before = before;
        h = before.hierarchy;
        up = before.up.clone();
        down = before.down.clone();
        input = before.input.clone();
    }

    /** What an upward arc costs now; {@code code} is twice the arc, plus one when it is driven downward. */
    long now(int code) {
        return read((code & 1) == 0 ? up : down, code >> 1);
    }

    /** What it cost before. */
    long before(int code) {
        return read((code & 1) == 0 ? before.up : before.down, code >> 1);
    }

    boolean isChanged(int arc) {
        int page = arc >>> h.pageBits;
        int at = arc & h.pageMask;
        return up[page][at] != before.up[page][at] || down[page][at] != before.down[page][at];
    }

    void set(int code, long weight) {
        if ((code & 1) == 0) {
            write(up, before.up, code >> 1, weight);
        } else {
            write(down, before.down, code >> 1, weight);
        }
    }

    /** What an input arc costs now. */
    long weight(int arc) {
        return read(input, arc);
    }

    void setInput(int arc, long weight) {
        write(input, before.input, arc, weight);
    }

    /** The lower end of an upward arc. */
    int rowOf(int arc) {
        int found = Arrays.binarySearch(h.upEnd, arc + 1); // the first row that ends behind the arc
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && h.upEnd[found - 1] == arc + 1) {
            found--; // rows without arcs end where the one before them does
        }
        return found;
    }

    /** Computes a row as it must be now. */
    void compute(RowCustomization row, int node) {
        row.compute(node, up, down, input);
    }

    Metric metric() {
        return new Metric(h, up, down, input);
    }

    private long read(long[][] pages, int at) {
        return pages[at >>> h.pageBits][at & h.pageMask];
    }

    private void write(long[][] pages, long[][] shared, int at, long weight) {
        int page = at >>> h.pageBits;
        if (pages[page][at & h.pageMask] == weight) {
            return;
        }
        if (pages[page] == shared[page]) {
            pages[page] = pages[page].clone();
        }
        pages[page][at & h.pageMask] = weight;
    }
}
