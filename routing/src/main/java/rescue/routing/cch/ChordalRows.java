package rescue.routing.cch;

import java.util.Arrays;

/**
 * The chordal supergraph as rows of upward neighbours, found by symbolic factorisation: contracting a node hands its upward
 * neighbours on to its parent in the elimination tree, so a row is what the graph itself says together with the rows of the
 * children.
 *
 * <p>A row that would cross the end of a page begins at the next one.
 *
 * @param first where each node's row begins
 * @param end behind the last of each node's row
 * @param head the upward neighbours, sorted in each row
 * @param pageBits how long a page is, as a power of two: at least as long as the longest row
 */
@SuppressWarnings("ArrayRecordComponent") // read in loops that a copy would slow down; nobody compares two of them
record ChordalRows(int[] first, int[] end, int[] head, int pageBits) {

    static ChordalRows of(Adjacency graph, EliminationTree tree, int leastPageBits) {
        int nodes = graph.nodes();
        int[] first = new int[nodes];
        int[] end = new int[nodes];
        int[] head = new int[graph.to().length + 16];
        int[] seenBy = new int[nodes];
        int[] firstChild = filled(nodes);
        int[] nextSibling = filled(nodes);
        int used = 0;
        int longest = 0;
        Arrays.fill(seenBy, EliminationTree.NONE);
        for (int node = 0; node < nodes; node++) {
            first[node] = used;
            seenBy[node] = node;
            for (int i = graph.first()[node]; i < graph.first()[node + 1]; i++) {
                if (graph.to()[i] > node) {
                    seenBy[graph.to()[i]] = node;
                    head = withRoom(head, used);
                    head[used++] = graph.to()[i];
                }
            }
            for (int child = firstChild[node]; child != EliminationTree.NONE; child = nextSibling[child]) {
                for (int i = first[child]; i < end[child]; i++) {
                    if (seenBy[head[i]] != node) {
                        seenBy[head[i]] = node;
                        head = withRoom(head, used);
                        head[used++] = head[i];
                    }
                }
            }
            Arrays.sort(head, first[node], used);
            end[node] = used;
            longest = Math.max(longest, used - first[node]);
            int parent = tree.parent()[node];
            if (parent != EliminationTree.NONE) {
                nextSibling[node] = firstChild[parent];
                firstChild[parent] = node;
            }
        }
        int pageBits = leastPageBits;
        while (1 << pageBits < longest) {
            pageBits++;
        }
        return paged(first, end, head, pageBits);
    }

    private static ChordalRows paged(int[] first, int[] end, int[] head, int pageBits) {
        int page = 1 << pageBits;
        int[] newFirst = new int[first.length];
        int[] newEnd = new int[first.length];
        int used = 0;
        for (int node = 0; node < first.length; node++) {
            int length = end[node] - first[node];
            if (used % page + length > page) {
                used += page - used % page;
            }
            newFirst[node] = used;
            newEnd[node] = used + length;
            used += length;
        }
        int[] newHead = new int[used];
        for (int node = 0; node < first.length; node++) {
            System.arraycopy(head, first[node], newHead, newFirst[node], end[node] - first[node]);
        }
        return new ChordalRows(newFirst, newEnd, newHead, pageBits);
    }

    private static int[] withRoom(int[] array, int used) {
        return used < array.length ? array : Arrays.copyOf(array, used + used / 2 + 16);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, EliminationTree.NONE);
        return array;
    }
}
