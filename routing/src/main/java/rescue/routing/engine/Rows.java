package rescue.routing.engine;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Numbers grouped into rows (compressed sparse rows): those of row {@code r} are {@code item[first[r]]} to
 * {@code item[first[r + 1] - 1]}, in rising order. The arrays are read directly in loops; nobody writes to them.
 */
final class Rows {

    private final int[] first;
    private final int[] item;

    private Rows(int[] first, int[] item) {
        this.first = first;
        this.item = item;
    }

    /** One entry a row and one behind the last. */
    int[] first() {
        return first;
    }

    int[] item() {
        return item;
    }

    /** Groups the items 0 to {@code items - 1} by the row that each belongs to. */
    static Rows group(int rows, int items, IntUnaryOperator rowOf) {
        int[] first = new int[rows + 1];
        for (int i = 0; i < items; i++) {
            first[rowOf.applyAsInt(i) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            first[row + 1] += first[row];
        }
        int[] next = Arrays.copyOf(first, rows);
        int[] item = new int[items];
        for (int i = 0; i < items; i++) {
            item[next[rowOf.applyAsInt(i)]++] = i;
        }
        return new Rows(first, item);
    }

    int[] row(int row) {
        return Arrays.copyOfRange(item, first[row], first[row + 1]);
    }
}
