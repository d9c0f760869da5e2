package rescue.routing.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import rescue.routing.oracle.PlainRoads.Ban;
import rescue.routing.oracle.PlainRoads.Part;
import rescue.routing.oracle.PlainRoads.Place;
import rescue.routing.oracle.PlainRoads.Slow;

/** Small random networks of several shapes, and random states of any network. */
final class RandomRoads {

    private final Random random;

    RandomRoads(Random random) {
        this.random = random;
    }

    /** Valleys (a tree with some links), a town (a grid), or a tangle (anything joined to anything, roads beside roads). */
    PlainRoads network() {
        List<int[]> ends = new ArrayList<>();
        int junctions = switch (random.nextInt(3)) {
            case 0 -> valleys(ends, 20 + random.nextInt(80));
            case 1 -> town(ends, 3 + random.nextInt(7), 3 + random.nextInt(7));
            default -> tangle(ends, 5 + random.nextInt(40));
        };
        int[] tail = new int[2 * ends.size()];
        long[] ms = new long[2 * ends.size()];
        for (int edge = 0; edge < ends.size(); edge++) {
            tail[2 * edge] = ends.get(edge)[0];
            tail[2 * edge + 1] = ends.get(edge)[1];
            ms[2 * edge] = 1 + (long) (600_000 * Math.pow(random.nextDouble(), 3)); // long ones and very short ones
            ms[2 * edge + 1] = random.nextInt(6) == 0 ? -1 : ms[2 * edge] + random.nextInt(1000);
        }
        return new PlainRoads(junctions, tail, ms, Set.of(), List.of(), List.of(), new double[0]);
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
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(junctions);
            int to = random.nextInt(junctions);
            if (from != to) { // no importer makes an edge that ends where it began
                ends.add(new int[] {from, to});
            }
        }
    }

    /** The same roads with some turns forbidden, turning round among them. */
    PlainRoads withBans(PlainRoads roads, int count) {
        Set<Ban> bans = new HashSet<>();
        for (int i = 0; i < 4 * count && bans.size() < count; i++) {
            int from = random.nextInt(roads.tail().length);
            List<Integer> out = new ArrayList<>();
            for (int key = 0; key < roads.tail().length; key++) {
                if (roads.tail()[key] == roads.head(from)) {
                    out.add(key);
                }
            }
            if (!out.isEmpty()) {
                bans.add(new Ban(from, out.get(random.nextInt(out.size()))));
            }
        }
        return new PlainRoads(
                roads.junctions(), roads.tail(), roads.ms(), bans, roads.closed(), roads.slow(), roads.factor());
    }

    /** Some closed parts, from nothing to the whole edge; they may overlap and may touch junctions. */
    List<Part> parts(int edges, int count) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double a = random.nextInt(4) == 0 ? 0 : random.nextDouble();
            double b = random.nextInt(4) == 0 ? 1 : random.nextDouble();
            parts.add(new Part(random.nextInt(edges), Math.min(a, b), Math.max(a, b)));
        }
        return parts;
    }

    /** Some slow parts. */
    List<Slow> slow(int edges, int count) {
        return parts(edges, count).stream()
                .filter(part -> part.to() > part.from())
                .map(part -> new Slow(part, 1 + 3 * random.nextDouble(), random.nextInt(3) == 0 ? 60_000 : 0))
                .toList();
    }

    /** Rain: each edge a little slower, or none. */
    double[] factors(int edges) {
        double[] factor = new double[edges];
        for (int edge = 0; edge < edges; edge++) {
            factor[edge] = 1 + random.nextInt(4) * 0.25; // exact as float and as double
        }
        return factor;
    }

    /** Somewhere on an edge; now and then exactly on a junction, but only where no turn is forbidden. */
    Place place(PlainRoads roads, int edge) {
        double fraction = switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> random.nextDouble();
        };
        return new Place(edge, roads.bans().isEmpty() ? fraction : 0.01 + 0.98 * random.nextDouble());
    }
}
