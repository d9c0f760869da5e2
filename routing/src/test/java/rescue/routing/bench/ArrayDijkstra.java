package rescue.routing.bench;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Dijkstra's algorithm as plain as it is fast: arcs in compressed sparse rows, a binary heap of numbers, arrays that are kept
 * from search to search. The peer that has no preparation at all, and knows every change of a weight at once.
 */
public final class ArrayDijkstra {

    /** No way at all. */
    public static final long UNREACHED = Long.MAX_VALUE / 4;

    private final int[] first;
    private final int[] to;
    private final long[] cost;
    private final long[] label;
    private final int[] owner;
    private long[] heapLabel = new long[1024];
    private int[] heapNode = new int[1024];
    private int size;

    /**
     * A graph of {@code arcs} arcs; one whose cost is {@link #UNREACHED} is left out. For searches against the arcs hand
     * over heads as tails.
     */
    public ArrayDijkstra(int nodes, int arcs, IntUnaryOperator tail, IntUnaryOperator head, IntToLongFunction weight) {
        first = new int[nodes + 1];
        int kept = 0;
        for (int arc = 0; arc < arcs; arc++) {
            if (weight.applyAsLong(arc) < UNREACHED) {
                first[tail.applyAsInt(arc) + 1]++;
                kept++;
            }
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] next = first.clone();
        to = new int[kept];
        cost = new long[kept];
        for (int arc = 0; arc < arcs; arc++) {
            if (weight.applyAsLong(arc) < UNREACHED) {
                int at = next[tail.applyAsInt(arc)]++;
                to[at] = head.applyAsInt(arc);
                cost[at] = weight.applyAsLong(arc);
            }
        }
        label = new long[nodes];
        owner = new int[nodes];
    }

    /** Forgets the last search. */
    public void clear() {
        Arrays.fill(label, UNREACHED);
        size = 0;
    }

    /** Begins at a node, with what it costs to get there, for an owner. */
    public void start(int node, long costs, int whose) {
        if (costs < label[node]) {
            label[node] = costs;
            owner[node] = whose;
            push(costs, node);
        }
    }

    /** Labels every node that can be reached, each from the nearest start. */
    public void run() {
        while (size > 0) {
            long reached = heapLabel[0];
            int node = heapNode[0];
            pop();
            if (reached > label[node]) {
                continue;
            }
            for (int arc = first[node]; arc < first[node + 1]; arc++) {
                long candidate = reached + cost[arc];
                if (candidate < label[to[arc]]) {
                    label[to[arc]] = candidate;
                    owner[to[arc]] = owner[node];
                    push(candidate, to[arc]);
                }
            }
        }
    }

    public long label(int node) {
        return label[node];
    }

    /** Whose start is nearest; of a node that is labelled. */
    public int owner(int node) {
        return owner[node];
    }

    private void push(long costs, int node) {
        if (size == heapNode.length) {
            heapLabel = Arrays.copyOf(heapLabel, 2 * size);
            heapNode = Arrays.copyOf(heapNode, 2 * size);
        }
        int at = size++;
        while (at > 0 && heapLabel[(at - 1) >> 1] > costs) {
            heapLabel[at] = heapLabel[(at - 1) >> 1];
            heapNode[at] = heapNode[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        heapLabel[at] = costs;
        heapNode[at] = node;
    }

    private void pop() {
        long costs = heapLabel[--size];
        int node = heapNode[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heapLabel[child + 1] < heapLabel[child]) {
                child++;
            }
            if (heapLabel[child] >= costs) {
                break;
            }
            heapLabel[at] = heapLabel[child];
            heapNode[at] = heapNode[child];
            at = child;
        }
        heapLabel[at] = costs;
        heapNode[at] = node;
    }
}
