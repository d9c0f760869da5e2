package rescue.routing.cch;

import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * The greatest flow from some nodes to others when every edge takes one unit, either way; and with it the smallest cut
 * between them (Dinic 1970). The cuts of road networks are small, so few rounds find them.
 */
final class UnitFlow {

    static final byte INNER = 0;
    static final byte SOURCE = 1;
    static final byte SINK = 2;

    private static final int UNSEEN = -1;

    private final int[] first;
    private final int[] to;

    /** For each half of an edge, its other half. */
    private final int[] back;

    private final byte[] flow;
    private final byte[] terminal;
    private final int[] level;
    private final int[] nextHalf;
    private final int[] queue;
    private final int[] trail;

    /**
     * A flow through a piece of the graph.
     *
     * @param terminal for each node whether it is {@link #SOURCE}, {@link #SINK} or {@link #INNER}
     */
    UnitFlow(Adjacency graph, int[] back, byte[] terminal) {
        first = graph.first();
        to = graph.to();
        this.back = back;
        this.terminal = terminal;
        flow = new byte[first[first.length - 1]];
        level = new int[graph.nodes()];
        nextHalf = new int[graph.nodes()];
        queue = new int[graph.nodes()];
        trail = new int[graph.nodes()];
    }

    /** For each half of an edge, its other half; rows are sorted, so they come up in order. */
    static int[] backs(Adjacency graph) {
        int[] next = graph.first().clone();
        int[] back = new int[graph.first()[graph.nodes()]];
        for (int v = 0; v < graph.nodes(); v++) {
            for (int half = graph.first()[v]; half < graph.first()[v + 1]; half++) {
                back[half] = next[graph.to()[half]]++;
            }
        }
        return back;
    }

    /** The size of the smallest cut, or some greater number than {@code limit} when it is greater than that. */
    int run(IntSupplier limit) {
        int units = 0;
        while (levels() && units <= limit.getAsInt()) {
            System.arraycopy(first, 0, nextHalf, 0, nextHalf.length);
            for (int v = 0; v < terminal.length; v++) {
                if (terminal[v] == SOURCE) {
                    while (augment(v)) {
                        units++;
                    }
                }
            }
        }
        return units;
    }

    /** Numbers the nodes by how many edges with room lie between them and a source; says whether a sink was met. */
    private boolean levels() {
        Arrays.fill(level, UNSEEN);
        int end = 0;
        for (int v = 0; v < terminal.length; v++) {
            if (terminal[v] == SOURCE) {
                level[v] = 0;
                queue[end++] = v;
            }
        }
        int sinks = Integer.MAX_VALUE; // the level of the nearest; it is finished, what lies behind it is of no use
        for (int at = 0; at < end && level[queue[at]] < sinks; at++) {
            int v = queue[at];
            for (int half = first[v]; half < first[v + 1]; half++) {
                if (flow[half] < 1 && level[to[half]] == UNSEEN) {
                    level[to[half]] = level[v] + 1;
                    queue[end++] = to[half];
                    sinks = terminal[to[half]] == SINK ? level[to[half]] : sinks;
                }
            }
        }
        return sinks < Integer.MAX_VALUE;
    }

    /** Sends one unit from a source along rising levels to a sink, if there is still a way. */
    private boolean augment(int source) {
        int v = source;
        int length = 0;
        while (terminal[v] != SINK) {
            int half = nextHalf[v];
            while (half < first[v + 1] && (flow[half] >= 1 || level[to[half]] != level[v] + 1)) {
                half++;
            }
            nextHalf[v] = half;
            if (half < first[v + 1]) {
                trail[length++] = half;
                v = to[half];
            } else if (length == 0) {
                return false;
            } else {
                level[v] = UNSEEN; // a dead end for the rest of this round
                v = to[back[trail[--length]]];
            }
        }
        for (int i = 0; i < length; i++) {
            flow[trail[i]]++;
            flow[back[trail[i]]]--;
        }
        return true;
    }

    /**
     * Which nodes lie on the sources' side of a smallest cut. There may be many such cuts; this is of the two outermost ones
     * the one that halves the piece better.
     */
    boolean[] sourceSide() {
        boolean[] fromSources = reached(SOURCE);
        boolean[] fromSinks = reached(SINK);
        int nearSources = count(fromSources);
        int nearSinks = count(fromSinks);
        if (nearSources >= nearSinks) {
            return fromSources;
        }
        for (int v = 0; v < fromSinks.length; v++) {
            fromSinks[v] = !fromSinks[v];
        }
        return fromSinks;
    }

    private boolean[] reached(byte start) {
        boolean[] reached = new boolean[terminal.length];
        int end = 0;
        for (int v = 0; v < terminal.length; v++) {
            if (terminal[v] == start) {
                reached[v] = true;
                queue[end++] = v;
            }
        }
        for (int at = 0; at < end; at++) {
            int v = queue[at];
            for (int half = first[v]; half < first[v + 1]; half++) {
                int room = start == SOURCE ? half : back[half];
                if (flow[room] < 1 && !reached[to[half]]) {
                    reached[to[half]] = true;
                    queue[end++] = to[half];
                }
            }
        }
        return reached;
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
    }
}
