package rescue.routing.cch;

/**
 * Turns any weights of the input arcs into a {@link Metric}: the basic customisation of Dibbelt, Strasser, Wagner
 * (2014/2016). An upward arc costs what the input arc costs, or less by a lower triangle.
 *
 * <p>Rows are finished from the bottom to the top, each from the rows of its lower neighbours ({@link RowCustomization}), so
 * one pass is enough. Not thread-safe.
 */
public final class Customization {

    private final Hierarchy h;
    private final RowCustomization row;

    public Customization(Hierarchy hierarchy) {
        h = hierarchy;
        row = new RowCustomization(hierarchy);
    }

    /**
     * The metric of these weights.
     *
     * @param arcWeights for each input arc what it costs, from 0 to {@link Weight#UNREACHED}
     */
    public Metric customize(long[] arcWeights) {
        if (arcWeights.length != h.arcs()) {
            throw new IllegalArgumentException(arcWeights.length + " weights for " + h.arcs() + " arcs");
        }
        long[][] input = pages(h.arcs());
        for (int arc = 0; arc < arcWeights.length; arc++) {
            input[arc >>> h.pageBits][arc & h.pageMask] = Weight.checked(arcWeights[arc]);
        }
        long[][] up = pages(h.upHead.length);
        long[][] down = pages(h.upHead.length);
        for (int node = 0; node < h.nodes(); node++) {
            row.compute(node, up, down, input);
            for (int arc = h.upFirst[node]; arc < h.upEnd[node]; arc++) {
                up[arc >>> h.pageBits][arc & h.pageMask] = row.upward(arc);
                down[arc >>> h.pageBits][arc & h.pageMask] = row.downward(arc);
            }
        }
        return new Metric(h, up, down, input);
    }

    private long[][] pages(int length) {
        return new long[(length + h.pageMask) >>> h.pageBits][1 << h.pageBits]; // gaps stay 0, nobody reads them
    }
}
