package rescue.routing.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import rescue.routing.oracle.PlainRoads.Ban;
import rescue.routing.oracle.PlainRoads.Part;
import rescue.routing.oracle.PlainRoads.Place;
import rescue.routing.oracle.PlainRoads.Slow;

/**
 * The network built anew from pieces: every edge is cut at each place that is asked about and wherever something begins or
 * ends, the closed pieces are left out, and Dijkstra's algorithm runs from piece to piece, so that each turn is looked at.
 * Nothing is rounded, nothing is kept from one question to the next, nothing is shared with the engine.
 */
public final class RebuiltRoads {

    /** What {@link #from} and {@link #to} say of a place without a way. */
    public static final double NO_WAY = Double.POSITIVE_INFINITY;

    /** An edge, or a part of it, driven in one direction. */
    private record Piece(int number, int key, int from, int to, double ms) {}

    private final PlainRoads roads;
    private final List<Part> stillClosed;
    private final Map<Place, Integer> stopAt = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<List<Piece>> leaving = new ArrayList<>();
    private final List<List<Piece>> entering = new ArrayList<>();

    /**
     * Rebuilds the roads.
     *
     * @param asked every place that will be asked about; who stands in a closed part opens it
     */
    public RebuiltRoads(PlainRoads roads, List<Place> asked) {
        this.roads = roads;
        for (int junction = 0; junction < roads.junctions(); junction++) {
            newStop();
        }
        Set<Part> opened = opened(asked);
        Map<Integer, List<Part>> closed = new HashMap<>();
        stillClosed =
                roads.closed().stream().filter(part -> !opened.contains(part)).toList();
        stillClosed.forEach(part ->
                closed.computeIfAbsent(part.edge(), edge -> new ArrayList<>()).add(part));
        Map<Integer, List<Slow>> slow = new HashMap<>();
        roads.slow()
                .forEach(part -> slow.computeIfAbsent(part.part().edge(), edge -> new ArrayList<>())
                        .add(part));
        Map<Integer, List<Place>> places = new HashMap<>();
        asked.forEach(place ->
                places.computeIfAbsent(place.edge(), edge -> new ArrayList<>()).add(place));
        for (int edge = 0; edge < roads.edges(); edge++) {
            cut(
                    edge,
                    closed.getOrDefault(edge, List.of()),
                    slow.getOrDefault(edge, List.of()),
                    places.getOrDefault(edge, List.of()));
        }
    }

    /** What nobody drives through, whoever asks. */
    public List<Part> stillClosed() {
        return stillClosed;
    }

    /** Milliseconds from a place to each of the others. */
    public double[] from(Place place, List<Place> others) {
        return search(place, others, false);
    }

    /** Milliseconds to a place from each of the others. */
    public double[] to(Place place, List<Place> others) {
        return search(place, others, true);
    }

    private void cut(int edge, List<Part> closed, List<Slow> slow, List<Place> places) {
        TreeSet<Double> cuts = new TreeSet<>(List.of(0.0, 1.0));
        closed.forEach(part -> cuts.addAll(List.of(part.from(), part.to())));
        slow.forEach(part -> cuts.addAll(List.of(part.part().from(), part.part().to())));
        places.forEach(place -> cuts.add(place.fraction()));
        int stop = roads.tail()[2 * edge];
        double at = 0;
        for (double next : cuts) {
            if (next > 0) {
                int nextStop = next == 1 ? roads.head(2 * edge) : newStop();
                double middle = (at + next) / 2;
                if (closed.stream().noneMatch(part -> part.from() < middle && middle < part.to())) {
                    add(2 * edge, stop, nextStop, ms(2 * edge, slow, at, next));
                    add(2 * edge + 1, nextStop, stop, ms(2 * edge + 1, slow, at, next));
                }
                stop = nextStop;
                at = next;
            }
            stopAt.put(new Place(edge, at), stop);
        }
    }

    private double ms(int key, List<Slow> slow, double from, double to) {
        if (roads.ms()[key] < 0) {
            return NO_WAY;
        }
        double middle = (from + to) / 2;
        double factor = 1;
        double wait = 0;
        for (Slow part : slow) {
            if (part.part().from() < middle && middle < part.part().to()) {
                factor = Math.max(factor, part.factor());
                wait = Math.max(wait, part.waitMsPerMetre());
            }
        }
        return (to - from) * (roads.ms()[key] * factor + roads.metres()[key >> 1] * wait);
    }

    private void add(int key, int from, int to, double ms) {
        if (ms < NO_WAY) {
            Piece piece = new Piece(pieces.size(), key, from, to, ms);
            pieces.add(piece);
            leaving.get(from).add(piece);
            entering.get(to).add(piece);
        }
    }

    private int newStop() {
        leaving.add(new ArrayList<>(2));
        entering.add(new ArrayList<>(2));
        return leaving.size() - 1;
    }

    private double[] search(Place place, List<Place> others, boolean against) {
        int start = stop(place);
        double[] best = new double[pieces.size()];
        Arrays.fill(best, NO_WAY);
        PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        for (Piece piece : (against ? entering : leaving).get(start)) {
            offer(queue, best, piece, 0);
        }
        double[] atStop = new double[leaving.size()];
        Arrays.fill(atStop, NO_WAY);
        atStop[start] = 0;
        while (!queue.isEmpty()) {
            double[] next = queue.poll();
            Piece piece = pieces.get((int) next[1]);
            if (next[0] > best[piece.number()]) {
                continue;
            }
            int end = against ? piece.from() : piece.to();
            atStop[end] = Math.min(atStop[end], next[0]);
            for (Piece on : (against ? entering : leaving).get(end)) {
                if (against ? mayTurn(on, piece, end) : mayTurn(piece, on, end)) {
                    offer(queue, best, on, next[0]);
                }
            }
        }
        return others.stream().mapToDouble(other -> atStop[stop(other)]).toArray();
    }

    private static void offer(PriorityQueue<double[]> queue, double[] best, Piece piece, double before) {
        if (before + piece.ms() < best[piece.number()]) {
            best[piece.number()] = before + piece.ms();
            queue.add(new double[] {best[piece.number()], piece.number()});
        }
    }

    /** In the middle of an edge one drives on; at a junction one turns wherever no sign forbids it. */
    private boolean mayTurn(Piece from, Piece to, int at) {
        return at < roads.junctions() ? !roads.bans().contains(new Ban(from.key(), to.key())) : from.key() == to.key();
    }

    private int stop(Place place) {
        Integer stop = stopAt.get(place);
        if (stop == null) {
            throw new IllegalArgumentException("the roads were not cut at " + place);
        }
        return stop;
    }

    /** The closed parts in which somebody stands, and whatever closed part touches those at a junction. */
    private Set<Part> opened(List<Place> asked) {
        Deque<Part> found = new ArrayDeque<>();
        roads.closed().stream()
                .filter(part -> asked.stream().anyMatch(part::holds))
                .forEach(found::add);
        Set<Part> opened = new HashSet<>();
        while (!found.isEmpty()) {
            Part part = found.pop();
            if (opened.add(part)) {
                Set<Integer> ends = new HashSet<>();
                if (part.from() <= 0) {
                    ends.add(roads.tail()[2 * part.edge()]);
                }
                if (part.to() >= 1) {
                    ends.add(roads.head(2 * part.edge()));
                }
                roads.closed().stream()
                        .filter(other -> touches(other, part, ends))
                        .forEach(found::add);
            }
        }
        return opened;
    }

    private boolean touches(Part other, Part part, Set<Integer> junctions) {
        boolean overlap = other.edge() == part.edge() && other.from() <= part.to() && other.to() >= part.from();
        return overlap
                || (other.from() <= 0 && junctions.contains(roads.tail()[2 * other.edge()]))
                || (other.to() >= 1 && junctions.contains(roads.head(2 * other.edge())));
    }
}
