package rescue.routing.cch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Finds a small separator that halves a piece of a road network (Schild, Sommer 2015, "On balanced separators in road
 * networks"): the nodes are sorted along a line, the first quarter are sources, the last are sinks, and the smallest cut
 * between them is taken. Of several lines the one with the smallest cut wins. Roads are cut where few cross: at rivers,
 * ridges and passes.
 */
final class InertialFlow {

    static final int LEFT = 0;
    static final int RIGHT = 1;
    static final int SEPARATOR = 2;

    /** East, north, and the two diagonals. */
    private static final float[][] LINES = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    /** Share of the nodes on either end of a line that must stay apart: no side becomes smaller than that. */
    private static final double APART = 0.25;

    /** From this many nodes on, the lines are tried at the same time. */
    private static final int PARALLEL_FROM = 20_000;

    private final Cell cell;
    private final int[] back;

    InertialFlow(Cell cell) {
        this.cell = cell;
        back = UnitFlow.backs(cell.graph());
    }

    /** For each node of the piece, which must be connected: {@link #LEFT}, {@link #RIGHT} or {@link #SEPARATOR}. */
    int[] separate() {
        AtomicInteger smallest = new AtomicInteger(Integer.MAX_VALUE);
        IntStream lines = IntStream.range(0, LINES.length);
        return (cell.size() >= PARALLEL_FROM ? lines.parallel() : lines)
                .mapToObj(line -> cut(line, smallest))
                .min(Cut.SMALLEST)
                .map(cut -> separator(cut.left()))
                .orElseThrow();
    }

    /** A cut along one line; given up, with some number greater than the smallest, when another line has a smaller one. */
    private Cut cut(int line, AtomicInteger smallest) {
        UnitFlow flow = new UnitFlow(cell.graph(), back, terminals(LINES[line]));
        int edges = flow.run(smallest::get);
        if (edges > smallest.get()) {
            return new Cut(line, edges, 0, new boolean[0]);
        }
        smallest.accumulateAndGet(edges, Math::min);
        boolean[] left = flow.sourceSide();
        int onLeft = 0;
        for (boolean is : left) {
            onLeft += is ? 1 : 0;
        }
        return new Cut(line, edges, Math.min(onLeft, left.length - onLeft), left);
    }

    private byte[] terminals(float[] line) {
        long[] places = new long[cell.size()];
        for (int v = 0; v < places.length; v++) {
            int along = Float.floatToIntBits(line[0] * cell.x()[v] + line[1] * cell.y()[v] + 0f);
            int sortable = along >= 0 ? along : along ^ Integer.MAX_VALUE; // negative floats sort the other way
            places[v] = ((long) sortable << 32) | v; // of two at one place the lower number comes first
        }
        int apart = Math.max(1, (int) (cell.size() * APART));
        Selection.lowest(places, 0, places.length, apart);
        Selection.lowest(places, apart, places.length, places.length - apart);
        byte[] terminal = new byte[cell.size()];
        for (int i = 0; i < apart; i++) {
            terminal[(int) places[i]] = UnitFlow.SOURCE;
            terminal[(int) places[places.length - 1 - i]] = UnitFlow.SINK;
        }
        return terminal;
    }

    /** Turns a cut of edges into one of nodes: the ends of the cut edges on the side where there are fewer of them. */
    private int[] separator(boolean[] left) {
        int[] ends = new int[2];
        boolean[] isEnd = new boolean[left.length];
        for (int v = 0; v < left.length; v++) {
            for (int i = cell.graph().first()[v]; i < cell.graph().first()[v + 1] && !isEnd[v]; i++) {
                isEnd[v] = left[cell.graph().to()[i]] != left[v];
            }
            if (isEnd[v]) {
                ends[left[v] ? LEFT : RIGHT]++;
            }
        }
        int taken = ends[LEFT] <= ends[RIGHT] ? LEFT : RIGHT;
        int[] part = new int[left.length];
        Arrays.setAll(part, v -> left[v] ? LEFT : RIGHT);
        for (int v = 0; v < part.length; v++) {
            if (isEnd[v] && part[v] == taken) {
                part[v] = SEPARATOR;
            }
        }
        return part;
    }

    /** A cut of edges; of two of one size the better balanced one is better, then the one along the earlier line. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them by content
    private record Cut(int line, int edges, int smallerSide, boolean[] left) {

        static final Comparator<Cut> SMALLEST = Comparator.comparingInt(Cut::edges)
                .thenComparing(Comparator.comparingInt(Cut::smallerSide).reversed())
                .thenComparingInt(Cut::line);
    }
}
