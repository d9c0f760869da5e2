package rescue.routing.engine;

/** The labels of all nodes seen from one node, kept because the same node will be asked again. */
final class ReachTree {

    private final long[] labels;
    /** For the clock that evicts; a lost write only costs a tree its second chance. */
    private boolean used = true;

    ReachTree(long[] labels) {
        this.labels = labels;
    }

    long label(int node) {
        return labels[node];
    }

    void markUsed() {
        if (!used) { // do not dirty the cache line on every look-up
            used = true;
        }
    }

    boolean takeSecondChance() {
        boolean had = used;
        used = false;
        return had;
    }
}
