package rescue.routing.cch;

import java.util.Arrays;

/**
 * Contracts what needs no thought before the network is dissected: nodes with at most two neighbours, that is trees and
 * chains (the degree-1 and degree-2 rules of treewidth; Bodlaender, Koster 2010). It adds no more edges than it takes away. A
 * third of the nodes of mountain maps are dead ends, and of the rest many only join two roads, so what is left is small.
 *
 * <p>It goes in rounds, and in one round no two neighbours are contracted: of a chain every other node goes, then every other
 * of what is left, so that it becomes a low tree and not a long path.
 */
final class Reduction {

    private static final int MOST_NEIGHBOURS = 2;

    private final int[] first;
    private final int[] to;
    private final int[] degree;
    private final int[] order;
    private int contracted;

    private Reduction(Adjacency graph) {
        first = graph.first();
        to = graph.to().clone();
        degree = new int[graph.nodes()];
        Arrays.setAll(degree, graph::degree);
        order = new int[graph.nodes()];
    }

    static Reduction of(Adjacency graph) {
        Reduction reduction = new Reduction(graph);
        reduction.run();
        return reduction;
    }

    /** How many nodes were contracted. */
    int contracted() {
        return contracted;
    }

    /** Which node was contracted as number {@code i}. */
    int node(int i) {
        return order[i];
    }

    /** What is left, all nodes with three neighbours or more. */
    Cell core(float[] x, float[] y) {
        int[] name = new int[degree.length];
        boolean[] gone = new boolean[degree.length];
        for (int i = 0; i < contracted; i++) {
            gone[order[i]] = true;
        }
        int kept = 0;
        for (int node = 0; node < degree.length; node++) {
            if (!gone[node]) {
                name[node] = kept++;
            }
        }
        int[] nodes = new int[kept];
        int[] coreFirst = new int[kept + 1];
        int[] coreTo = new int[Arrays.stream(degree).sum()];
        float[] coreX = new float[kept];
        float[] coreY = new float[kept];
        int used = 0;
        for (int node = 0; node < degree.length; node++) {
            if (!gone[node]) {
                int at = name[node];
                nodes[at] = node;
                coreX[at] = x[node];
                coreY[at] = y[node];
                for (int i = first[node]; i < first[node] + degree[node]; i++) {
                    coreTo[used++] = name[to[i]];
                }
                coreFirst[at + 1] = used;
            }
        }
        return new Cell(nodes, Adjacency.withoutRepeats(coreFirst, coreTo), coreX, coreY);
    }

    private void run() {
        int[] touchedIn = new int[degree.length];
        boolean[] isCandidate = new boolean[degree.length];
        int[] candidates = new int[degree.length];
        int count = 0;
        for (int node = 0; node < degree.length; node++) {
            count = propose(node, isCandidate, candidates, count);
        }
        int[] next = new int[degree.length];
        for (int round = 1; count > 0; round++) {
            int nextCount = 0;
            for (int i = 0; i < count; i++) {
                int node = candidates[i];
                isCandidate[node] = false;
                if (touchedIn[node] == round) {
                    nextCount = propose(node, isCandidate, next, nextCount);
                    continue;
                }
                order[contracted++] = node;
                int neighbours = degree[node];
                contract(node);
                for (int n = first[node]; n < first[node] + neighbours; n++) {
                    touchedIn[to[n]] = round;
                    nextCount = propose(to[n], isCandidate, next, nextCount);
                }
            }
            int[] done = candidates;
            candidates = next;
            next = done;
            count = nextCount;
        }
    }

    private int propose(int node, boolean[] isCandidate, int[] next, int count) {
        if (degree[node] > MOST_NEIGHBOURS || isCandidate[node]) {
            return count;
        }
        isCandidate[node] = true;
        next[count] = node;
        return count + 1;
    }

    /** Takes a node away and joins its neighbours, if there are two. Its own row stays as it was. */
    private void contract(int node) {
        if (degree[node] == 2) {
            int a = to[first[node]];
            int b = to[first[node] + 1];
            if (isJoined(a, b)) {
                remove(a, node);
                remove(b, node);
            } else {
                replace(a, node, b);
                replace(b, node, a);
            }
        } else if (degree[node] == 1) {
            remove(to[first[node]], node);
        }
        degree[node] = 0;
    }

    private boolean isJoined(int a, int b) {
        int few = degree[a] <= degree[b] ? a : b;
        int other = few == a ? b : a;
        return place(few, other) < first[few] + degree[few];
    }

    private void remove(int node, int neighbour) {
        to[place(node, neighbour)] = to[first[node] + --degree[node]];
    }

    private void replace(int node, int neighbour, int by) {
        to[place(node, neighbour)] = by;
    }

    private int place(int node, int neighbour) {
        int i = first[node];
        while (i < first[node] + degree[node] && to[i] != neighbour) {
            i++;
        }
        return i;
    }
}
