package rescue.routing.cch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;

/**
 * A made-up mountain country, SYNTHETIC, from a fixed seed: for measuring growth, never for a claim about real roads.
 *
 * <p>Junctions stand on a shaken lattice. Ridges of many sizes, where a noise function changes its sign, part them into
 * basins within basins; a road crosses a ridge seldom, and the larger the ridge the more seldom. Within a basin a tenth of
 * the land is town, nearly a full street grid; the rest is thin and winding. A third of the nodes are dead ends, some
 * roads are one-way, and every sixteenth line of the lattice is a main road. So there are cycles at every scale, unlike in a
 * spanning tree with extra links, on which every hierarchy shines.
 */
final class SyntheticNation {

    static final long SEED = 42;

    private static final int SPACING_M = 150;

    /** Wavelengths of the ridges in lattice steps, and how often a road gets over. */
    private static final int[] WAVES = {256, 128, 64, 32, 16};

    private static final double[] PASSES = {0.03, 0.05, 0.09, 0.16, 0.3};

    final ArcGraph graph;
    final float[] x;
    final float[] y;
    final long[] weights;

    private SyntheticNation(ArcGraph graph, float[] x, float[] y, long[] weights) {
        this.graph = graph;
        this.x = x;
        this.y = y;
        this.weights = weights;
    }

    /** A country of about {@code 0.9 * side * side} nodes, all of them joined. */
    static SyntheticNation of(int side) {
        return new Surveyor(side).survey();
    }

    private static final class Surveyor {

        private final int side;
        private final Random random = new Random(SEED);
        private final float[] x;
        private final float[] y;
        private final int[][] wave;
        private int[] tail = new int[1 << 16];
        private int[] head = new int[1 << 16];
        private int[] metres = new int[1 << 16];
        private int[] metresAnHour = new int[1 << 16];
        private int roads;

        Surveyor(int side) {
            this.side = side;
            int most = 2 * side * side;
            x = new float[most];
            y = new float[most];
            wave = new int[WAVES.length][];
        }

        SyntheticNation survey() {
            for (int i = 0; i < WAVES.length; i++) {
                wave[i] = signs(WAVES[i]);
            }
            for (int node = 0; node < side * side; node++) {
                x[node] = (float) ((node % side + random.nextDouble() * 0.7) * SPACING_M);
                y[node] = (float) ((node / side + random.nextDouble() * 0.7) * SPACING_M);
            }
            lattice();
            int[] name = largestPart();
            int nodes = deadEnds(name);
            return written(name, nodes);
        }

        /** On which side of the ridges of one wavelength each lattice point lies. */
        private int[] signs(int length) {
            int points = side / length + 2;
            double[] heights = random.doubles((long) points * points, -1, 1).toArray();
            int[] sign = new int[side * side];
            for (int node = 0; node < sign.length; node++) {
                double u = (double) (node % side) / length;
                double v = (double) (node / side) / length;
                int at = (int) v * points + (int) u;
                double above = mixed(heights[at], heights[at + 1], u % 1);
                double below = mixed(heights[at + points], heights[at + points + 1], u % 1);
                sign[node] = mixed(above, below, v % 1) > 0 ? 1 : 0;
            }
            return sign;
        }

        private static double mixed(double a, double b, double part) {
            return a + (b - a) * part * part * (3 - 2 * part);
        }

        private void lattice() {
            for (int node = 0; node < side * side; node++) {
                if (node % side + 1 < side) {
                    road(node, node + 1, node / side % 16 == 0);
                }
                if (node / side + 1 < side) {
                    road(node, node + side, node % side % 16 == 0);
                }
                if (node % side + 1 < side && node / side + 1 < side && random.nextInt(12) == 0) {
                    road(node, node + side + 1, false);
                }
            }
        }

        private void road(int from, int to, boolean main) {
            double kept = main ? 0.95 : isTown(from) ? 0.92 : 0.6;
            for (int i = 0; i < WAVES.length; i++) {
                if (wave[i][from] != wave[i][to]) {
                    kept = Math.min(kept, PASSES[i]);
                }
            }
            if (random.nextDouble() < kept) {
                add(from, to, main ? 55_000 : isTown(from) ? 30_000 : 18_000 + random.nextInt(15_000));
            }
        }

        private boolean isTown(int node) {
            int block = (node / side / 24) * 1_000_003 + node % side / 24;
            return Math.floorMod(block * 0x9E3779B9, 10) == 0;
        }

        private void add(int from, int to, int speed) {
            if (roads == tail.length) {
                tail = Arrays.copyOf(tail, 2 * roads);
                head = Arrays.copyOf(head, 2 * roads);
                metres = Arrays.copyOf(metres, 2 * roads);
                metresAnHour = Arrays.copyOf(metresAnHour, 2 * roads);
            }
            tail[roads] = from;
            head[roads] = to;
            double bends = 1.05 + random.nextDouble() * 0.5;
            metres[roads] = 1 + (int) (Math.hypot(x[from] - x[to], y[from] - y[to]) * bends);
            metresAnHour[roads++] = speed;
        }

        /** New names for the lattice points in the largest joined part, -1 for the others. */
        private int[] largestPart() {
            int[] neighbours = new int[side * side * 8];
            byte[] degree = new byte[side * side];
            for (int road = 0; road < roads; road++) {
                neighbours[8 * tail[road] + degree[tail[road]]++] = head[road];
                neighbours[8 * head[road] + degree[head[road]]++] = tail[road];
            }
            int[] part = new int[side * side];
            int largest = 0;
            int largestSize = 0;
            int parts = 0;
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            for (int start = 0; start < part.length; start++) {
                int size = 0;
                if (part[start] == 0) {
                    part[start] = ++parts;
                    queue.add(start);
                }
                while (!queue.isEmpty()) {
                    int node = queue.remove();
                    size++;
                    for (int i = 0; i < degree[node]; i++) {
                        int neighbour = neighbours[8 * node + i];
                        if (part[neighbour] == 0) {
                            part[neighbour] = parts;
                            queue.add(neighbour);
                        }
                    }
                }
                if (size > largestSize) {
                    largestSize = size;
                    largest = parts;
                }
            }
            int[] name = new int[2 * side * side];
            Arrays.fill(name, -1);
            int nodes = 0;
            for (int node = 0; node < part.length; node++) {
                if (part[node] == largest) {
                    name[node] = nodes++;
                }
            }
            return name;
        }

        /** Every fifth junction has a track to a hamlet of its own. Returns how many nodes there are now. */
        private int deadEnds(int[] name) {
            int nodes = Arrays.stream(name).max().orElse(-1) + 1;
            for (int node = 0, next = side * side; node < side * side; node++) {
                if (name[node] >= 0 && random.nextInt(5) == 0) {
                    x[next] = x[node] + (random.nextFloat() - 0.5f) * SPACING_M;
                    y[next] = y[node] + (random.nextFloat() - 0.5f) * SPACING_M;
                    name[next] = nodes++;
                    add(node, next++, 12_000);
                }
            }
            return nodes;
        }

        private SyntheticNation written(int[] name, int nodes) {
            int kept = 0;
            int[] from = new int[2 * roads];
            int[] to = new int[2 * roads];
            long[] weights = new long[2 * roads];
            for (int road = 0; road < roads; road++) {
                if (name[tail[road]] >= 0) {
                    long ms = 3_600_000L * metres[road] / metresAnHour[road];
                    boolean oneWay = isTown(Math.min(tail[road], side * side - 1)) && random.nextInt(8) == 0;
                    for (int way = 0; way < 2; way++) {
                        from[kept] = name[way == 0 ? tail[road] : head[road]];
                        to[kept] = name[way == 0 ? head[road] : tail[road]];
                        weights[kept++] = way == 1 && oneWay ? Weight.UNREACHED : (ms << 32) + 10L * metres[road];
                    }
                }
            }
            float[] nodeX = new float[nodes];
            float[] nodeY = new float[nodes];
            for (int node = 0; node < name.length; node++) {
                if (name[node] >= 0) {
                    nodeX[name[node]] = x[node];
                    nodeY[name[node]] = y[node];
                }
            }
            return new SyntheticNation(
                    new ArcGraph(nodes, Arrays.copyOf(from, kept), Arrays.copyOf(to, kept)),
                    nodeX,
                    nodeY,
                    Arrays.copyOf(weights, kept));
        }
    }
}
