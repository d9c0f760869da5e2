package rescue.routing.cch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * In which order the nodes are contracted, the least important first. It depends on the graph alone and on no weight, so it
 * is computed once for a map ({@link NestedDissection}) and kept in a file.
 *
 * <p>Any order gives right answers; a good one gives fast ones.
 */
public final class NodeOrder {

    /** "HLcchOrd" in ASCII. */
    private static final long MAGIC = 0x484c_6363_684f_7264L;

    /** Raised when the way in which orders are computed changes for the better, so that old files are not used. */
    private static final int VERSION = 1;

    /** Magic, version, number of nodes, fingerprint of the graph; the checksum stands behind the nodes. */
    private static final int HEADER_BYTES = Long.BYTES + 2 * Integer.BYTES + Long.BYTES;

    private final int[] nodeAt;

    /** An order in which {@code nodesByRank[0]} is contracted first. */
    public NodeOrder(int[] nodesByRank) {
        nodeAt = nodesByRank.clone();
        if (!isPermutation(nodeAt)) {
            throw new IllegalArgumentException("not every node exactly once");
        }
    }

    public int nodes() {
        return nodeAt.length;
    }

    /** The node of a rank; rank 0 is contracted first. */
    public int node(int rank) {
        return nodeAt[rank];
    }

    /** Writes the order of {@code graph} to a file, whole or not at all. */
    public void save(Path file, ArcGraph graph) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + Integer.BYTES * nodeAt.length + Long.BYTES);
        bytes.putLong(MAGIC).putInt(VERSION).putInt(nodeAt.length).putLong(graph.fingerprint());
        for (int node : nodeAt) {
            bytes.putInt(node);
        }
        bytes.putLong(checksum(bytes.array(), bytes.position()));
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, bytes.array());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The order of {@code graph} from a file; empty when there is none, when it is broken, or made for another graph. */
    public static Optional<NodeOrder> load(Path file, ArcGraph graph) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return Optional.empty(); // the same as no file: it is computed anew
        }
        int length = HEADER_BYTES + Integer.BYTES * graph.nodes() + Long.BYTES;
        if (bytes.capacity() != length
                || bytes.getLong() != MAGIC
                || bytes.getInt() != VERSION
                || bytes.getInt() != graph.nodes()
                || bytes.getLong() != graph.fingerprint()
                || bytes.getLong(length - Long.BYTES) != checksum(bytes.array(), length - Long.BYTES)) {
            return Optional.empty();
        }
        int[] nodeAt = new int[graph.nodes()];
        for (int rank = 0; rank < nodeAt.length; rank++) {
            nodeAt[rank] = bytes.getInt();
        }
        return isPermutation(nodeAt) ? Optional.of(new NodeOrder(nodeAt)) : Optional.empty();
    }

    private static boolean isPermutation(int[] nodes) {
        boolean[] seen = new boolean[nodes.length];
        for (int node : nodes) {
            if (node < 0 || node >= nodes.length || seen[node]) {
                return false;
            }
            seen[node] = true;
        }
        return true;
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
