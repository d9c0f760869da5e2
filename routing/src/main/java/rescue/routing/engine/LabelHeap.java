package rescue.routing.engine;

import java.util.Arrays;

/** A four-ary heap of nodes by label. Outdated entries stay in and are skipped when they come up (lazy deletion). */
final class LabelHeap {

    private static final int CHILDREN = 4;

    private long[] labels = new long[1024];
    private int[] nodes = new int[1024];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long topLabel() {
        return labels[0];
    }

    int topNode() {
        return nodes[0];
    }

    void add(long label, int node) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, 2 * size);
            nodes = Arrays.copyOf(nodes, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (labels[parent] <= label) {
                break;
            }
            labels[at] = labels[parent];
            nodes[at] = nodes[parent];
            at = parent;
        }
        labels[at] = label;
        nodes[at] = node;
    }

    void removeTop() {
        long label = labels[--size];
        int node = nodes[size];
        int at = 0;
        while (true) {
            int child = CHILDREN * at + 1;
            if (child >= size) {
                break;
            }
            int least = child;
            int end = Math.min(child + CHILDREN, size);
            for (int other = child + 1; other < end; other++) {
                if (labels[other] < labels[least]) {
                    least = other;
                }
            }
            if (labels[least] >= label) {
                break;
            }
            labels[at] = labels[least];
            nodes[at] = nodes[least];
            at = least;
        }
        labels[at] = label;
        nodes[at] = node;
    }
}
