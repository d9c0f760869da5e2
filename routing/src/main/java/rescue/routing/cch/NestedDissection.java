package rescue.routing.cch;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

/**
 * Orders the nodes of a road network for contraction: a small separator that halves the network goes to the top, then the
 * two halves are ordered in the same way (George 1973; for road networks Bauer, Columbus, Rutter, Wagner 2013). The
 * separators come from {@link InertialFlow}. Trees and chains are contracted first ({@link Reduction}).
 *
 * <p>Nothing is left to chance: the same graph has the same order, on any number of threads.
 */
public final class NestedDissection {

    /** Up to this many nodes, minimum degree orders a piece better than dissecting it (2 % fewer upward arcs), and faster. */
    private static final int SMALL = SmallCell.MAX_NODES;

    /** From this many nodes on, the halves are ordered at the same time. */
    private static final int PARALLEL_FROM = 2_000;

    private NestedDissection() {}

    /**
     * Orders a graph.
     *
     * @param x a plane coordinate of each node, eastward; only differences count
     * @param y northward, in the same unit
     * @param threads how many processors this may take
     */
    public static NodeOrder order(ArcGraph graph, float[] x, float[] y, int threads) {
        Reduction reduction = Reduction.of(Adjacency.of(graph, identity(graph.nodes())));
        int[] nodeAt = new int[graph.nodes()];
        for (int i = 0; i < reduction.contracted(); i++) {
            nodeAt[i] = reduction.node(i);
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.invoke(new Dissect(reduction.core(x, y), nodeAt, reduction.contracted()));
        } finally {
            pool.shutdown();
        }
        return new NodeOrder(nodeAt);
    }

    private static int[] identity(int nodes) {
        int[] names = new int[nodes];
        Arrays.setAll(names, node -> node);
        return names;
    }

    /** Puts the nodes of a cell into {@code nodeAt[from..from + size)}. */
    private static final class Dissect extends RecursiveAction {

        private static final long serialVersionUID = 1;

        private final transient Cell cell;
        private final transient int[] nodeAt;
        private final int from;

        Dissect(Cell cell, int[] nodeAt, int from) {
            this.cell = cell;
            this.nodeAt = nodeAt;
            this.from = from;
        }

        @Override
        protected void compute() {
            if (cell.size() <= SMALL) {
                int[] order = SmallCell.order(cell.graph());
                for (int i = 0; i < order.length; i++) {
                    nodeAt[from + i] = cell.node()[order[i]];
                }
                return;
            }
            int[] part = new int[cell.size()];
            int components = cell.components(part);
            if (components > 1) {
                eachOf(part, components);
                return;
            }
            halve(new InertialFlow(cell).separate());
        }

        private void halve(int[] part) {
            Cell[] sides = cell.split(part, 2);
            Cell left = sides[InertialFlow.LEFT];
            Cell right = sides[InertialFlow.RIGHT];
            int next = from + left.size() + right.size();
            for (int v = 0; v < part.length; v++) {
                if (part[v] == InertialFlow.SEPARATOR) {
                    nodeAt[next++] = cell.node()[v];
                }
            }
            Dissect first = new Dissect(left, nodeAt, from);
            Dissect second = new Dissect(right, nodeAt, from + left.size());
            if (cell.size() >= PARALLEL_FROM) {
                invokeAll(first, second);
            } else {
                first.compute();
                second.compute();
            }
        }

        /** Parts that nothing joins are ordered one by one. */
        private void eachOf(int[] part, int components) {
            int next = from;
            for (Cell piece : cell.split(part, components)) {
                new Dissect(piece, nodeAt, next).compute();
                next += piece.size();
            }
        }
    }
}
