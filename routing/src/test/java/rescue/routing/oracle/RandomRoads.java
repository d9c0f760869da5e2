package rescue.routing.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import rescue.routing.oracle.PlainRoads.Ban;
import rescue.routing.oracle.PlainRoads.Part;
import rescue.routing.oracle.PlainRoads.Place;

/** Small random networks of several shapes, and what may happen on any network. */
public final class RandomRoads {

    private final Random random;

    public RandomRoads(Random random) {
        this.random = random;
    }

    /** Valleys (a tree with some links), a town (a grid), or a tangle (anything joined to anything, roads beside roads). */
    public PlainRoads network() {
        List<int[]> ends = new ArrayList<>();
        int junctions = switch (random.nextInt(3)) {
            case 0 -> valleys(ends, 20 + random.nextInt(80));
            case 1 -> town(ends, 3 + random.nextInt(7), 3 + random.nextInt(7));
            default -> tangle(ends, 5 + random.nextInt(40));
        };
        int[] tail = new int[2 * ends.size()];
        double[] metres = new double[ends.size()];
        for (int edge = 0; edge < ends.size(); edge++) {
            tail[2 * edge] = ends.get(edge)[0];
            tail[2 * edge + 1] = ends.get(edge)[1];
            metres[edge] = 1 + Math.round(60_000 * Math.pow(random.nextDouble(), 3)) / 10.0; // long and very short ones
        }
        Set<Ban> bans = random.nextBoolean() ? Set.of() : bans(tail, 1 + random.nextInt(12));
        return new PlainRoads(junctions, tail, speeds(metres), metres, bans, List.of(), List.of());
    }

    private int valleys(List<int[]> ends, int junctions) {
        for (int node = 1; node < junctions; node++) {
            ends.add(new int[] {node, Math.max(0, node - 1 - random.nextInt(8))});
        }
        links(ends, junctions, junctions / 4);
        return junctions;
    }

    private static int town(List<int[]> ends, int width, int height) {
        for (int node = 0; node < width * height; node++) {
            if (node % width > 0) {
                ends.add(new int[] {node - 1, node});
            }
            if (node >= width) {
                ends.add(new int[] {node, node - width});
            }
        }
        return width * height;
    }

    private int tangle(List<int[]> ends, int junctions) {
        links(ends, junctions, 2 * junctions);
        return junctions;
    }

    private void links(List<int[]> ends, int junctions, int count) {
        while (count > 0) {
            int from = random.nextInt(junctions);
            int to = random.nextInt(junctions);
            if (from != to) { // no importer makes an edge that ends where it began
                ends.add(new int[] {from, to});
                count--;
            }
        }
    }

    /** Milliseconds for each key of roads that long: some are one-way, and the two ways need not be equally fast. */
    public long[] speeds(double[] metres) {
        long[] ms = new long[2 * metres.length];
        for (int edge = 0; edge < metres.length; edge++) {
            ms[2 * edge] = 1 + (long) (metres[edge] * (60 + random.nextInt(200)));
            ms[2 * edge + 1] = random.nextInt(6) == 0 ? -1 : ms[2 * edge] + random.nextInt(1000);
        }
        return ms;
    }

    /** Forbidden turns anywhere, turning round among them. */
    public Set<Ban> bans(int[] tail, int count) {
        Set<Ban> bans = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(tail.length);
            List<Integer> out = new ArrayList<>();
            for (int key = 0; key < tail.length; key++) {
                if (tail[key] == tail[from ^ 1]) {
                    out.add(key);
                }
            }
            bans.add(new Ban(from, out.get(random.nextInt(out.size()))));
        }
        return bans;
    }

    /** Some parts of edges, from almost nothing to the whole; they may overlap and may touch junctions. */
    public List<Part> parts(int edges, int count) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double a = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            double b = random.nextInt(4) == 0 ? 1 : random.nextDouble();
            parts.add(new Part(random.nextInt(edges), Math.min(a, b), Math.max(a, b)));
        }
        return parts;
    }

    /** Somewhere on an edge; now and then exactly on a junction, where turns do not matter. */
    public Place place(int edge, boolean mayBeJunction) {
        int where = random.nextInt(mayBeJunction ? 10 : 8);
        return new Place(edge, where < 8 ? 0.001 + 0.998 * random.nextDouble() : where - 8);
    }
}
