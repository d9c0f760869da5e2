package rescue.routing.map;

import java.util.List;
import rescue.dispatch.geo.LatLon;

/** The rivers of a map, as far as it draws them: nobody wades through one with a stretcher. */
public final class Rivers {

    private static final double CELL_DEGREES = 0.01;

    private final java.util.Map<Long, List<Segment>> cells = new java.util.HashMap<>();
    private final int segments;

    /** One straight part of a river's line. */
    private record Segment(LatLon from, LatLon to) {}

    /** Rivers drawn as lines of two points or more. */
    Rivers(List<List<LatLon>> lines) {
        int count = 0;
        for (List<LatLon> line : lines) {
            for (int i = 1; i < line.size(); i++) {
                Segment segment = new Segment(line.get(i - 1), line.get(i));
                forCells(
                        segment.from,
                        segment.to,
                        cell -> cells.computeIfAbsent(cell, key -> new java.util.ArrayList<>())
                                .add(segment));
                count++;
            }
        }
        segments = count;
    }

    /** Whether the map draws any. */
    boolean areKnown() {
        return segments > 0;
    }

    /** Whether a straight walk would cross one. */
    public boolean lieBetween(LatLon a, LatLon b) {
        if (segments == 0) {
            return false;
        }
        boolean[] found = new boolean[1];
        forCells(
                a,
                b,
                cell -> found[0] |= cells.getOrDefault(cell, List.of()).stream()
                        .anyMatch(segment -> cross(a, b, segment.from, segment.to)));
        return found[0];
    }

    /** Every cell of the box around two points: lines are short, so a box is a few cells. */
    private static void forCells(LatLon a, LatLon b, java.util.function.LongConsumer each) {
        for (long row = cell(Math.min(a.lat(), b.lat())); row <= cell(Math.max(a.lat(), b.lat())); row++) {
            for (long column = cell(Math.min(a.lon(), b.lon())); column <= cell(Math.max(a.lon(), b.lon())); column++) {
                each.accept(row * 1_000_000 + column);
            }
        }
    }

    private static long cell(double degrees) {
        return (long) Math.floor(degrees / CELL_DEGREES);
    }

    private static boolean cross(LatLon a, LatLon b, LatLon c, LatLon d) {
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
    }

    private static double side(LatLon a, LatLon b, LatLon point) {
        return Math.signum(
                (b.lon() - a.lon()) * (point.lat() - a.lat()) - (b.lat() - a.lat()) * (point.lon() - a.lon()));
    }
}
