package rescue.routing.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Other ways worth telling, after Abraham, Delling, Goldberg and Werneck, "Alternative Routes in Road Networks" (2010):
 * not much longer than the best (bounded stretch), really different (limited sharing), and without senseless detours (local
 * optimality).
 *
 * <p>The candidates are plateaus: chains of arcs that lie both on the shortest paths from the start and on those to the
 * goal. Whoever goes over a plateau goes the shortest way for at least its length, wherever he looks.
 */
final class Alternatives {

    /**
     * At most three quarters longer. The paper takes one quarter, for plains full of roads; here the other way leads
     * through the next valley: on 20 May 2025 the police sent the traffic of QL4D over ĐT130, which takes 1.6 times as
     * long.
     */
    private static final double STRETCH = 1.75;

    /** At most this part of the best way is driven on the other one too, or on one told already (the paper's γ). */
    private static final double SHARED = 0.8;

    /** A plateau is at least this part of the best way (the paper's α). */
    private static final double LOCAL = 0.25;

    /** Plateaus looked at, the most promising first. */
    private static final int MOST_PLATEAUS = 24;

    private final RoadState state;
    private final Arcs arcs;
    private final Ends out;
    private final Ends in;
    private final long[] fromStart;
    private final long[] toGoal;

    /** A chain of arcs, by its first and its last node. */
    private record Plateau(int first, int last, long lengthMs, long total) {

        /** Long, and on a way that is hardly longer than the best. */
        long worthMs(long best) {
            return lengthMs - (Label.ms(total) - Label.ms(best));
        }
    }

    Alternatives(RoadState state, Ends out, Ends in, long[] fromStart, long[] toGoal) {
        this.state = state;
        arcs = state.weights().graph().arcs();
        this.out = out;
        this.in = in;
        this.fromStart = fromStart;
        this.toGoal = toGoal;
    }

    /** Up to so many other ways, the most worthwhile first. */
    List<Way> find(Way best, Phantom from, Phantom to, int most) {
        List<Way> found = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        best.pieces().forEach(piece -> told.add(piece.edgeKey()));
        for (Plateau plateau : plateaus(best.label())) {
            if (found.size() == most) {
                break;
            }
            List<Integer> keys = keys(plateau);
            if (isSimple(keys) && shared(keys, told) <= SHARED * Label.ms(best.label())) {
                found.add(way(plateau, keys, from, to));
                told.addAll(keys);
            }
        }
        return found;
    }

    private List<Plateau> plateaus(long best) {
        int[] next = new int[arcs.nodes()];
        boolean[] hasBefore = new boolean[arcs.nodes()];
        java.util.Arrays.fill(next, -1);
        for (int arc = 0; arc < arcs.count(); arc++) {
            int tail = arcs.tail()[arc];
            int head = arcs.head()[arc];
            if (isOnShortestFromStart(arc) && isOnShortestToGoal(arc)) {
                next[tail] = head;
                hasBefore[head] = true;
            }
        }
        List<Plateau> plateaus = new ArrayList<>();
        for (int node = 0; node < next.length; node++) {
            if (next[node] < 0 || hasBefore[node]) {
                continue;
            }
            int last = node;
            while (next[last] >= 0) {
                last = next[last];
            }
            long lengthMs = Label.ms(fromStart[last]) - Label.ms(fromStart[node]);
            long total = fromStart[last] + toGoal[last];
            if (total > best && Label.ms(total) <= STRETCH * Label.ms(best) && lengthMs >= LOCAL * Label.ms(best)) {
                plateaus.add(new Plateau(node, last, lengthMs, total));
            }
        }
        plateaus.sort(Comparator.<Plateau>comparingLong(plateau -> -plateau.worthMs(best))
                .thenComparingInt(Plateau::first));
        return plateaus.subList(0, Math.min(MOST_PLATEAUS, plateaus.size()));
    }

    private boolean isOnShortestFromStart(int arc) {
        long before = fromStart[arcs.tail()[arc]];
        return Label.isReached(before)
                && state.weights().isTurnAllowed(arc)
                && before + state.label(arcs.key()[arc]) == fromStart[arcs.head()[arc]];
    }

    private boolean isOnShortestToGoal(int arc) {
        long after = toGoal[arcs.head()[arc]];
        return Label.isReached(after)
                && state.weights().isTurnAllowed(arc)
                && after + state.label(arcs.key()[arc]) == toGoal[arcs.tail()[arc]];
    }

    /** Every key from the start over the plateau to the goal, without the parts of edges at both ends. */
    private List<Integer> keys(Plateau plateau) {
        List<Integer> keys = new ArrayList<>();
        for (int node = plateau.last; !meets(out, node, fromStart[node]); ) {
            int arc = find(arcs.byHead(), node, true);
            keys.add(arcs.key()[arc]);
            node = arcs.tail()[arc];
        }
        Collections.reverse(keys);
        for (int node = plateau.last; !meets(in, node, toGoal[node]); ) {
            int arc = find(arcs.byTail(), node, false);
            keys.add(arcs.key()[arc]);
            node = arcs.head()[arc];
        }
        return keys;
    }

    private int find(Rows rows, int node, boolean backward) {
        for (int i = rows.first()[node]; i < rows.first()[node + 1]; i++) {
            int arc = rows.item()[i];
            if (backward ? isOnShortestFromStart(arc) : isOnShortestToGoal(arc)) {
                return arc;
            }
        }
        throw new IllegalStateException("a shortest path that begins or ends nowhere");
    }

    private static boolean meets(Ends ends, int node, long label) {
        for (int i = 0; i < ends.size(); i++) {
            if (ends.node(i) == node && ends.label(i) == label) {
                return true;
            }
        }
        return false;
    }

    /** Whether no edge is driven twice: else the way turns round somewhere. */
    private static boolean isSimple(List<Integer> keys) {
        Set<Integer> edges = new HashSet<>();
        return keys.stream().allMatch(key -> edges.add(key >> 1));
    }

    private long shared(List<Integer> keys, Set<Integer> told) {
        return keys.stream()
                .filter(told::contains)
                .mapToLong(key -> Label.ms(state.label(key)))
                .sum();
    }

    private Way way(Plateau plateau, List<Integer> keys, Phantom from, Phantom to) {
        int firstNode = plateau.last;
        while (!meets(out, firstNode, fromStart[firstNode])) {
            firstNode = arcs.tail()[find(arcs.byHead(), firstNode, true)];
        }
        int lastNode = plateau.last;
        while (!meets(in, lastNode, toGoal[lastNode])) {
            lastNode = arcs.head()[find(arcs.byTail(), lastNode, false)];
        }
        int firstKey = out.edgeKey(firstNode);
        int lastKey = in.edgeKey(lastNode);
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(firstKey, (firstKey & 1) == 0 ? from.fraction() : 1 - from.fraction(), 1));
        keys.forEach(key -> pieces.add(new Piece(key, 0, 1)));
        pieces.add(new Piece(lastKey, 0, (lastKey & 1) == 0 ? to.fraction() : 1 - to.fraction()));
        return new Way(plateau.total, pieces);
    }
}
