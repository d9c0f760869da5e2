package rescue.routing.cch;

import java.util.Arrays;

/**
 * Goes through the lower triangles of an upward arc: the nodes x below both its ends that are joined to both. Meets the
 * lists of lower neighbours of the two ends, both sorted. Not thread-safe; made once and used again.
 */
final class LowerTriangles {

    private final Hierarchy h;
    private int low;
    private int lowEnd;
    private int high;
    private int highEnd;

    LowerTriangles(Hierarchy hierarchy) {
        h = hierarchy;
    }

    /** Begins with the arc from {@code lower} to {@code higher}. */
    void start(int lower, int higher) {
        low = h.downFirst[lower] - 1;
        lowEnd = h.downFirst[lower + 1];
        // Who is below the lower end is its descendant: of the higher end's list, only that piece can match.
        highEnd = h.downFirst[higher + 1];
        int at = Arrays.binarySearch(h.downTail, h.downFirst[higher], highEnd, h.tree.firstDescendant()[lower]);
        high = at >= 0 ? at : -at - 1;
    }

    /** Goes on to the next triangle, if there is one. */
    boolean next() {
        int[] tail = h.downTail;
        low++;
        while (low < lowEnd && high < highEnd) {
            if (tail[low] < tail[high]) {
                low++;
            } else if (tail[low] > tail[high]) {
                high++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The upward arc from x to the lower end. */
    int arcToLower() {
        return h.downArc[low];
    }

    /** The upward arc from x to the higher end. */
    int arcToHigher() {
        return h.downArc[high];
    }

    /** The node x. */
    int middle() {
        return h.downTail[low];
    }
}
