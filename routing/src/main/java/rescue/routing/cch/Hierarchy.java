package rescue.routing.cch;

import java.util.Arrays;

/**
 * A customisable contraction hierarchy without weights: what the preprocessing of a map leaves behind. Immutable.
 *
 * <p>Contracting a node joins all its remaining neighbours with each other. When all nodes are contracted in the
 * {@link NodeOrder}, the graph has become a chordal supergraph, in which every shortest path has a copy that first only climbs
 * and then only descends, whatever the weights are (Dibbelt, Strasser, Wagner 2014/2016, "Customizable Contraction
 * Hierarchies"). Weights come in by {@link Customization}.
 *
 * <p>Inside, nodes are called by their rank (in postorder of the {@link EliminationTree}), and every edge of the supergraph
 * is an <em>upward arc</em> from its lower to its higher end, with two weights, one for each way to drive it. The upward
 * arcs of a node stand in one row, sorted by head. A row never crosses a page of {@link #pageBits}, so that a
 * {@link Metric} can share pages with the one before it; the gaps that this leaves at the ends of pages are never read.
 */
public final class Hierarchy {

    /** Pages of 1,024 weights (8 KB): a road closure copies few of them, and a table of them is short. */
    private static final int PAGE_BITS = 10;

    /** No upward arc: an input arc from a node to itself, which no fastest way uses. */
    static final int NO_ARC = -1;

    // Read directly by the other classes of this package: a call for each of a million arcs would be felt.

    final EliminationTree tree;
    final int[] rankOf;
    final int[] nodeAt;

    /** Rows: the upward arcs of node {@code v} are {@code upFirst[v]} to {@code upEnd[v] - 1}. */
    final int[] upFirst;

    final int[] upEnd;
    final int[] upHead;

    /** The depth of each arc's head in the elimination tree: its place in a label. */
    final int[] upDepth;

    /** The upward arcs that come in to node {@code v}, lowest tail first: {@code downFirst[v]} to {@code downFirst[v+1]-1}. */
    final int[] downFirst;

    final int[] downArc;
    final int[] downTail;

    /** Where an input arc went: twice the upward arc, plus one when the input arc leads downward. */
    final int[] codeOf;

    /** The input arcs by the lower of their two ends: {@code inputFirst[v]} to {@code inputFirst[v + 1] - 1}. */
    final int[] inputFirst;

    final int[] inputArc;
    final int pageBits;
    final int pageMask;
    final int height;
    private final int upwardArcs;

    private Hierarchy(ArcGraph graph, int[] rankOf, EliminationTree tree, ChordalRows rows, int pageBits) {
        this.rankOf = rankOf;
        this.tree = tree;
        this.pageBits = pageBits;
        pageMask = (1 << pageBits) - 1;
        height = tree.height();
        nodeAt = inverse(rankOf);
        upFirst = rows.first();
        upEnd = rows.end();
        upHead = rows.head();
        upDepth = new int[upHead.length];
        int nodes = rankOf.length;
        downFirst = new int[nodes + 1];
        for (int node = 0; node < nodes; node++) {
            for (int arc = upFirst[node]; arc < upEnd[node]; arc++) {
                upDepth[arc] = tree.depth()[upHead[arc]];
                downFirst[upHead[arc] + 1]++;
            }
        }
        sum(downFirst);
        upwardArcs = downFirst[nodes];
        downArc = new int[upwardArcs];
        downTail = new int[upwardArcs];
        int[] next = downFirst.clone();
        for (int node = 0; node < nodes; node++) {
            for (int arc = upFirst[node]; arc < upEnd[node]; arc++) {
                int place = next[upHead[arc]]++;
                downArc[place] = arc;
                downTail[place] = node;
            }
        }
        codeOf = new int[graph.arcs()];
        inputFirst = new int[nodes + 1];
        for (int arc = 0; arc < codeOf.length; arc++) {
            codeOf[arc] = codeOf(rankOf[graph.tail(arc)], rankOf[graph.head(arc)]);
            if (codeOf[arc] != NO_ARC) {
                inputFirst[lowerEnd(graph, arc) + 1]++;
            }
        }
        sum(inputFirst);
        inputArc = new int[inputFirst[nodes]];
        int[] nextInput = inputFirst.clone();
        for (int arc = 0; arc < codeOf.length; arc++) {
            if (codeOf[arc] != NO_ARC) {
                inputArc[nextInput[lowerEnd(graph, arc)]++] = arc;
            }
        }
    }

    /** Contracts the graph in the given order. */
    public static Hierarchy of(ArcGraph graph, NodeOrder order) {
        return of(graph, order, PAGE_BITS);
    }

    /** The same with pages of at least {@code 1 << pageBits} weights, for tests of what happens between pages. */
    static Hierarchy of(ArcGraph graph, NodeOrder order, int pageBits) {
        if (order.nodes() != graph.nodes()) {
            throw new IllegalArgumentException("an order of " + order.nodes() + " nodes for " + graph.nodes());
        }
        int[] rankOf = inverse(order);
        int[] parent = EliminationTree.parents(Adjacency.of(graph, rankOf));
        int[] place = EliminationTree.postorder(parent);
        int[] parentByPlace = new int[parent.length];
        for (int rank = 0; rank < parent.length; rank++) {
            parentByPlace[place[rank]] =
                    parent[rank] == EliminationTree.NONE ? EliminationTree.NONE : place[parent[rank]];
        }
        for (int node = 0; node < rankOf.length; node++) {
            rankOf[node] = place[rankOf[node]];
        }
        EliminationTree tree = EliminationTree.ofParents(parentByPlace);
        ChordalRows rows = ChordalRows.of(Adjacency.of(graph, rankOf), tree, pageBits);
        return new Hierarchy(graph, rankOf, tree, rows, rows.pageBits());
    }

    public int nodes() {
        return rankOf.length;
    }

    /** How many arcs the graph has that was contracted. */
    public int arcs() {
        return codeOf.length;
    }

    /** How many edges the chordal supergraph has. */
    public int upwardArcs() {
        return upwardArcs;
    }

    /** How many nodes the longest path to a root of the elimination tree has: the longest label. */
    public int height() {
        return height;
    }

    /** The bytes that this topology takes in memory; a {@link Metric} comes on top. */
    public long bytes() {
        long ints = 3L * nodes() // elimination tree
                + 2L * nodes() // ranks
                + 4L * nodes() // rows
                + 2L * upHead.length
                + 2L * upwardArcs
                + codeOf.length
                + inputArc.length;
        return ints * Integer.BYTES;
    }

    /** How many pages hold all upward arcs. */
    int pages() {
        return (upHead.length + pageMask) >>> pageBits;
    }

    /** The upward arc from {@code lower} to {@code higher}, two ranks that are joined. */
    int upwardArc(int lower, int higher) {
        return Arrays.binarySearch(upHead, upFirst[lower], upEnd[lower], higher);
    }

    private int codeOf(int tail, int head) {
        if (tail == head) {
            return NO_ARC;
        }
        return tail < head ? 2 * upwardArc(tail, head) : 2 * upwardArc(head, tail) + 1;
    }

    private int lowerEnd(ArcGraph graph, int arc) {
        return Math.min(rankOf[graph.tail(arc)], rankOf[graph.head(arc)]);
    }

    private static void sum(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    private static int[] inverse(NodeOrder order) {
        int[] rankOf = new int[order.nodes()];
        for (int rank = 0; rank < rankOf.length; rank++) {
            rankOf[order.node(rank)] = rank;
        }
        return rankOf;
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }
}
