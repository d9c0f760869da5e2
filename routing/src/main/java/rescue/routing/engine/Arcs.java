package rescue.routing.engine;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the searches run on. A junction where every turn is allowed is one node. A junction with a forbidden turn is taken
 * apart into one node for each key that comes in (the node says how one came), and a key that leaves it becomes one arc
 * from each of them, marked where the turn is forbidden. So only the few junctions with signs grow.
 *
 * <p>Turning round at a junction is a turn like any other: allowed unless forbidden.
 *
 * <p>The arrays are read directly in loops: a call for each of a million arcs would be felt. Nobody writes to them.
 */
final class Arcs {

    private final int nodes;
    private final int[] junction;
    private final int[] tail;
    private final int[] head;
    private final int[] key;
    private final BitSet banned;
    private final Rows byTail;
    private final Rows byHead;
    private final Rows byKey;
    private final int[] nodeAfter;

    private Arcs(int nodes, int[] junction, int[] tail, int[] head, int[] key, BitSet banned, int[] nodeAfter) {
        this.nodes = nodes;
        this.junction = junction;
        this.tail = tail;
        this.head = head;
        this.key = key;
        this.banned = banned;
        this.nodeAfter = nodeAfter;
        byTail = Rows.group(nodes, tail.length, arc -> tail[arc]);
        byHead = Rows.group(nodes, tail.length, arc -> head[arc]);
        byKey = Rows.group(nodeAfter.length, tail.length, arc -> key[arc]);
    }

    static Arcs of(RoadGraph graph, Set<TurnBan> bans) {
        Set<Integer> takenApart =
                bans.stream().map(ban -> graph.head(ban.fromKey())).collect(Collectors.toSet());
        int keys = 2 * graph.edges();
        Rows keysByHead = Rows.group(graph.nodes(), keys, graph::head);
        int[] nodeAfter = new int[keys];
        int nodes = graph.nodes();
        for (int key = 0; key < keys; key++) {
            int head = graph.head(key);
            boolean first = keysByHead.item()[keysByHead.first()[head]] == key; // it keeps the junction's own number
            nodeAfter[key] = first || !takenApart.contains(head) ? head : nodes++;
        }
        int[] junction = new int[nodes];
        for (int node = 0; node < graph.nodes(); node++) {
            junction[node] = node;
        }
        for (int key = 0; key < keys; key++) {
            junction[nodeAfter[key]] = graph.head(key);
        }
        Turns turns = new Turns();
        for (int key = 0; key < keys; key++) {
            int at = graph.tail(key);
            if (takenApart.contains(at)) {
                for (int cameBy : keysByHead.row(at)) {
                    turns.add(nodeAfter[cameBy], key, bans.contains(new TurnBan(cameBy, key)));
                }
            } else {
                turns.add(at, key, false);
            }
        }
        return turns.sorted(nodes, junction, nodeAfter);
    }

    /** How many nodes the searches know; the first ones are the graph's own. */
    int nodes() {
        return nodes;
    }

    /** For each node its node in the graph. */
    int[] junction() {
        return junction;
    }

    /** For each arc where it begins; arcs are numbered in the order of their tails. */
    int[] tail() {
        return tail;
    }

    /** For each arc where it ends. */
    int[] head() {
        return head;
    }

    /** For each arc the edge key that is driven. */
    int[] key() {
        return key;
    }

    /** The arcs that begin with a forbidden turn. */
    BitSet banned() {
        return banned;
    }

    /** The arcs that leave each node. */
    Rows byTail() {
        return byTail;
    }

    /** The arcs that come into each node. */
    Rows byHead() {
        return byHead;
    }

    /** The arcs on which each key is driven. */
    Rows byKey() {
        return byKey;
    }

    /** For each key the node at which driving it ends. */
    int[] nodeAfter() {
        return nodeAfter;
    }

    int count() {
        return tail.length;
    }

    /** Arcs as they are found, key by key. */
    private static final class Turns {
        private final java.util.stream.IntStream.Builder tails = java.util.stream.IntStream.builder();
        private final java.util.stream.IntStream.Builder keys = java.util.stream.IntStream.builder();
        private final BitSet bans = new BitSet();
        private int size;

        void add(int tail, int key, boolean banned) {
            tails.add(tail);
            keys.add(key);
            bans.set(size++, banned);
        }

        Arcs sorted(int nodes, int[] junction, int[] nodeAfter) {
            int[] foundTail = tails.build().toArray();
            int[] foundKey = keys.build().toArray();
            Rows order = Rows.group(nodes, size, arc -> foundTail[arc]);
            int[] tail = new int[size];
            int[] head = new int[size];
            int[] key = new int[size];
            BitSet banned = new BitSet();
            for (int arc = 0; arc < size; arc++) {
                int found = order.item()[arc];
                tail[arc] = foundTail[found];
                key[arc] = foundKey[found];
                head[arc] = nodeAfter[key[arc]];
                banned.set(arc, bans.get(found));
            }
            return new Arcs(nodes, junction, tail, head, key, banned, nodeAfter);
        }
    }
}
