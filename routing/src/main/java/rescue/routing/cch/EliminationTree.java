package rescue.routing.cch;

import java.util.Arrays;

/**
 * The elimination tree: the parent of a node is the lowest of its neighbours above it once the nodes below are contracted.
 *
 * <p>All upward neighbours of a node are its ancestors, so a search that walks from a node to the root, without any queue,
 * sees every upward path (Bauer, Columbus, Rutter, Wagner 2016, "Search-space size in contraction hierarchies"). A graph in
 * several parts has several roots.
 *
 * <p>The nodes are renamed in postorder: the descendants of a node are the numbers just below it. This changes nothing in
 * the hierarchy, keeps paths together in memory, and makes "is an ancestor of" a comparison of numbers.
 *
 * @param parent the parent of each node; {@link #NONE} for a root
 * @param depth how many ancestors each node has
 * @param firstDescendant the lowest number in each node's subtree, which is {@code firstDescendant[v]..v}
 */
@SuppressWarnings("ArrayRecordComponent") // read in loops that a copy would slow down; nobody compares two of them
record EliminationTree(int[] parent, int[] depth, int[] firstDescendant) {

    static final int NONE = -1;

    /** The tree of a graph whose nodes are numbered in postorder, from the parents alone. */
    static EliminationTree ofParents(int[] parent) {
        int nodes = parent.length;
        int[] depth = new int[nodes];
        int[] firstDescendant = new int[nodes];
        for (int node = nodes - 1; node >= 0; node--) {
            depth[node] = parent[node] == NONE ? 0 : depth[parent[node]] + 1;
            firstDescendant[node] = node;
        }
        for (int node = 0; node < nodes; node++) {
            if (parent[node] != NONE) {
                firstDescendant[parent[node]] = Math.min(firstDescendant[parent[node]], firstDescendant[node]);
            }
        }
        return new EliminationTree(parent, depth, firstDescendant);
    }

    /**
     * The parents, found without contracting anything (Liu 1990, "The role of elimination trees in sparse factorization").
     *
     * @param graph numbered by rank
     */
    static int[] parents(Adjacency graph) {
        int[] parent = new int[graph.nodes()];
        int[] topSoFar = new int[graph.nodes()]; // a shortcut to the top of the tree that a node is in so far
        Arrays.fill(parent, NONE);
        Arrays.fill(topSoFar, NONE);
        for (int node = 0; node < graph.nodes(); node++) {
            for (int i = graph.first()[node]; i < graph.first()[node + 1] && graph.to()[i] < node; i++) {
                int below = graph.to()[i];
                while (topSoFar[below] != NONE && topSoFar[below] != node) {
                    int next = topSoFar[below];
                    topSoFar[below] = node;
                    below = next;
                }
                if (topSoFar[below] == NONE) {
                    topSoFar[below] = node;
                    parent[below] = node;
                }
            }
        }
        return parent;
    }

    /** The place of each node in a postorder of the tree: children before parents, each subtree in one piece. */
    static int[] postorder(int[] parent) {
        int nodes = parent.length;
        int[] size = new int[nodes];
        for (int node = 0; node < nodes; node++) { // a parent's number is higher than its children's
            size[node]++;
            if (parent[node] != NONE) {
                size[parent[node]] += size[node];
            }
        }
        int[] place = new int[nodes];
        int[] free = new int[nodes]; // where the next child's subtree of a node ends, exclusive
        int freeForRoots = nodes;
        for (int node = nodes - 1; node >= 0; node--) {
            int end;
            if (parent[node] == NONE) {
                end = freeForRoots;
                freeForRoots -= size[node];
            } else {
                end = free[parent[node]];
                free[parent[node]] -= size[node];
            }
            place[node] = end - 1;
            free[node] = end - 1;
        }
        return place;
    }

    /** How many nodes the longest path to a root has. */
    int height() {
        return Arrays.stream(depth).max().orElse(-1) + 1;
    }
}
