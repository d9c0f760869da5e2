package rescue.routing.cch;

import java.util.zip.CRC32C;

/**
 * A directed graph without weights: nodes {@code 0..nodes-1}, and arcs, each with a tail and a head.
 *
 * <p>Several arcs may join the same two nodes, and the two ways to drive one road are two arcs. An arc that is not
 * drivable today belongs in here too, with the weight {@link Weight#UNREACHED}: weights change, the graph does not.
 */
public final class ArcGraph {

    private final int nodes;
    private final int[] tail;
    private final int[] head;

    /** A graph of {@code tail.length} arcs; arc {@code i} leads from {@code tail[i]} to {@code head[i]}. */
    public ArcGraph(int nodes, int[] tail, int[] head) {
        if (tail.length != head.length) {
            throw new IllegalArgumentException(tail.length + " tails, but " + head.length + " heads");
        }
        for (int arc = 0; arc < tail.length; arc++) {
            if (tail[arc] < 0 || tail[arc] >= nodes || head[arc] < 0 || head[arc] >= nodes) {
                throw new IllegalArgumentException("arc " + arc + " from " + tail[arc] + " to " + head[arc]
                        + ", but there are " + nodes + " nodes");
            }
        }
        this.nodes = nodes;
        this.tail = tail.clone();
        this.head = head.clone();
    }

    public int nodes() {
        return nodes;
    }

    public int arcs() {
        return tail.length;
    }

    public int tail(int arc) {
        return tail[arc];
    }

    public int head(int arc) {
        return head[arc];
    }

    /** A checksum of all nodes and arcs: tells one graph from another. */
    long fingerprint() {
        CRC32C sum = new CRC32C();
        for (int[] ends : new int[][] {tail, head}) {
            for (int node : ends) {
                sum.update(node);
                sum.update(node >>> 8);
                sum.update(node >>> 16);
                sum.update(node >>> 24);
            }
        }
        return ((long) nodes << 32) ^ ((long) tail.length << 20) ^ sum.getValue();
    }
}
