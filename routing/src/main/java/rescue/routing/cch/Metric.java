package rescue.routing.cch;

/**
 * One set of weights on a {@link Hierarchy}: for every upward arc what the fastest way between its ends costs that climbs
 * through no higher node, once driven upward and once downward. Made by {@link Customization}, changed by
 * {@link PartialCustomization}. Immutable: a query that holds a metric is not touched by what happens to the roads.
 *
 * <p>The weights lie in pages; a metric that was made from another by a small change shares all pages but those that
 * changed, so a road closure costs what it touches, and not what the map weighs.
 */
public final class Metric {

    final Hierarchy hierarchy;

    /** What driving upward costs, page by page; arc {@code a} is {@code up[a >>> pageBits][a & pageMask]}. */
    final long[][] up;

    /** What driving downward costs. */
    final long[][] down;

    /** The weights that came in, by input arc, in pages of {@link Hierarchy#pageBits} too. */
    final long[][] input;

    private final Metric reversed;
    private final boolean forward;

    Metric(Hierarchy hierarchy, long[][] up, long[][] down, long[][] input) {
        this.hierarchy = hierarchy;
        this.up = up;
        this.down = down;
        this.input = input;
        forward = true;
        reversed = new Metric(this);
    }

    private Metric(Metric driven) {
        hierarchy = driven.hierarchy;
        up = driven.down;
        down = driven.up;
        input = driven.input;
        forward = false;
        reversed = driven;
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * The same roads driven backward, for the same queries: "from the source to all" on the reversed metric is "from all to
     * the source". No copy is made.
     */
    public Metric reversed() {
        return reversed;
    }

    /** What an input arc costs. */
    public long weight(int arc) {
        return input[arc >>> hierarchy.pageBits][arc & hierarchy.pageMask];
    }

    /** The metric as the arcs lead. */
    void requireForward() {
        if (!forward) {
            throw new IllegalArgumentException("a reversed metric; its reverse is wanted");
        }
    }
}
