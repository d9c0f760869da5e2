package rescue.routing.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The reach trees of one state of the roads. Hospitals never move, stations neither, and a unit changes its edge only now
 * and then: most questions are answered by looking up labels that are there already.
 *
 * <p>A missing tree is grown in the background and never waited for. When the memory allowed is used up, trees that were
 * not asked for lately make room (the clock algorithm, also called second chance).
 */
final class ReachTrees {

    /** Trees that may be waiting to grow: two seconds' work. Beyond that a wish is dropped; it will come again. */
    private static final int MAX_WISHES = 256;

    /** Nodes remembered as asked for once; as many as a decision with all units of a large province names, and more. */
    private static final int ASKED_ONCE = 4096;

    private static final int BYTES_PER_NODE = Long.BYTES;

    private final RoadState roads;
    private final Workspaces workspaces;
    private final Executor background;
    private final AtomicReferenceArray<ReachTree> bySlot;
    /** A lost write between two threads only delays a tree by one question. */
    private final int[] askedOnce = new int[ASKED_ONCE];

    private final int[] clock;
    private int hand;
    private int size;
    private final Set<Integer> wishes = ConcurrentHashMap.newKeySet();

    ReachTrees(RoadGraph graph, RoadState roads, Workspaces workspaces, Executor background, long maxBytes) {
        this.roads = roads;
        this.workspaces = workspaces;
        this.background = background;
        bySlot = new AtomicReferenceArray<>(2 * graph.arcs().nodes());
        clock = new int
                [(int) Math.max(
                        1,
                        Math.min(
                                maxBytes / (BYTES_PER_NODE * (long) graph.arcs().nodes()), 1 << 16))];
    }

    /** The tree of that node, or null when it has not grown; asked for a second time it is wished for. */
    @org.jspecify.annotations.Nullable
    ReachTree find(int node, Direction direction) {
        int slot = slot(node, direction);
        ReachTree tree = bySlot.get(slot);
        if (tree == null) {
            // A unit on the move is asked for where it will not be again: only the second question is worth a tree.
            if (askedOnce[slot % ASKED_ONCE] == slot) {
                wish(slot);
            }
            askedOnce[slot % ASKED_ONCE] = slot;
            return null;
        }
        tree.markUsed();
        return tree;
    }

    /** Grows the trees that another state of the roads had: who was asked for then will be asked for now. */
    void wishAllOf(ReachTrees before) {
        synchronized (before) {
            IntStream.range(0, before.size).forEach(i -> wish(before.clock[i]));
        }
    }

    private void wish(int slot) {
        if (wishes.size() < MAX_WISHES && wishes.add(slot)) {
            background.execute(() -> grow(slot));
        }
    }

    private void grow(int slot) {
        try {
            int node = slot >> 1;
            Direction direction = (slot & 1) == 0 ? Direction.FORWARD : Direction.BACKWARD;
            Ends start = Ends.atNode(node);
            ReachTree tree = workspaces.with(dijkstra -> {
                dijkstra.run(roads, start, roads.closed(), direction);
                return new ReachTree(dijkstra.labels());
            });
            keep(slot, tree);
        } finally {
            wishes.remove(slot);
        }
    }

    private synchronized void keep(int slot, ReachTree tree) {
        if (size < clock.length) {
            clock[size++] = slot;
        } else {
            while (bySlot.get(clock[hand]).takeSecondChance()) {
                hand = (hand + 1) % clock.length;
            }
            bySlot.set(clock[hand], null);
            clock[hand] = slot;
            hand = (hand + 1) % clock.length;
        }
        bySlot.set(slot, tree);
    }

    synchronized int size() {
        return size;
    }

    private static int slot(int node, Direction direction) {
        return 2 * node + (direction == Direction.FORWARD ? 0 : 1);
    }
}
