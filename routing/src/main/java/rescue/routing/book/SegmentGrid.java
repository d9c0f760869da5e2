package rescue.routing.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.BookedRoad.Waypoint;

/** Finds the nearest registered road: segments in square cells, searched ring by ring around the point. */
final class SegmentGrid {

    /** About 1.1 km: most points find their road in the first two rings. */
    private static final double CELL_DEGREES = 0.01;

    /** Beyond so many rings (about 22 km) looking at every segment is quicker. */
    private static final int MOST_RINGS = 20;

    /** A cell is passed over only when it is farther by more than rounding can be. */
    private static final double SLACK_M = 1;

    private static final double METRES_PER_DEGREE = Math.toRadians(1) * 6_371_008.8;

    private final List<Segment> segments = new ArrayList<>();
    private final Map<Long, List<Segment>> cells = new HashMap<>();

    /** The nearest point of a road. */
    record Hit(BookedRoad road, double measuredKm, double offsetM) {}

    private record Segment(int order, BookedRoad road, Waypoint from, Waypoint to) {

        /** Flat-earth distance: within 20 km and below 70° wrong by less than the rounding of the waypoints. */
        Hit hit(LatLon point, double metresPerLon) {
            double ax = (from.at().lon() - point.lon()) * metresPerLon;
            double ay = (from.at().lat() - point.lat()) * METRES_PER_DEGREE;
            double dx = (to.at().lon() - from.at().lon()) * metresPerLon;
            double dy = (to.at().lat() - from.at().lat()) * METRES_PER_DEGREE;
            double square = dx * dx + dy * dy;
            double share = square == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
            double km = from.km() + share * (to.km() - from.km());
            return new Hit(road, km, Math.hypot(ax + share * dx, ay + share * dy));
        }
    }

    SegmentGrid(List<BookedRoad> roads) {
        for (BookedRoad road : roads) {
            for (int i = 1; i < road.waypoints().size(); i++) {
                Waypoint from = road.waypoints().get(i - 1);
                add(new Segment(segments.size(), road, from, road.waypoints().get(i)));
            }
        }
    }

    /** The nearest road within that distance; of two equally near the one that comes first in the book. */
    Optional<Hit> nearest(LatLon point, double withinM) {
        double metresPerLon = METRES_PER_DEGREE * Math.cos(Math.toRadians(point.lat()));
        double ringM = CELL_DEGREES * metresPerLon;
        if (withinM > MOST_RINGS * ringM) {
            return Optional.ofNullable(nearer(segments, point, metresPerLon, withinM));
        }
        int centreX = cell(point.lon());
        int centreY = cell(point.lat());
        Hit best = null;
        int order = Integer.MAX_VALUE;
        for (int ring = 0; (ring - 1) * ringM <= (best == null ? withinM : best.offsetM); ring++) {
            for (int y = -ring; y <= ring; y++) {
                int step = Math.abs(y) == ring ? 1 : 2 * ring;
                for (int x = -ring; x <= ring; x += Math.max(1, step)) {
                    double furthest = (best == null ? withinM : best.offsetM) + SLACK_M;
                    if (isBeyond(furthest, point, metresPerLon, centreX + x, centreY + y)) {
                        continue;
                    }
                    for (Segment segment : cells.getOrDefault(key(centreX + x, centreY + y), List.of())) {
                        Hit hit = segment.hit(point, metresPerLon);
                        if (hit.offsetM <= withinM && isBefore(hit, segment.order, best, order)) {
                            best = hit;
                            order = segment.order;
                        }
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether all of a cell is farther from a point than that. */
    private static boolean isBeyond(double metres, LatLon point, double metresPerLon, int x, int y) {
        double east = metresPerLon * outside(point.lon(), x);
        double north = METRES_PER_DEGREE * outside(point.lat(), y);
        return east * east + north * north > metres * metres;
    }

    /** Degrees from a coordinate to the nearer border of that row of cells; none within it. */
    private static double outside(double degrees, int row) {
        return Math.max(0, Math.max(row * CELL_DEGREES - degrees, degrees - (row + 1) * CELL_DEGREES));
    }

    private static @Nullable Hit nearer(List<Segment> segments, LatLon point, double metresPerLon, double withinM) {
        Hit best = null;
        for (Segment segment : segments) {
            Hit hit = segment.hit(point, metresPerLon);
            if (hit.offsetM <= withinM && (best == null || hit.offsetM < best.offsetM)) {
                best = hit;
            }
        }
        return best;
    }

    private static boolean isBefore(Hit hit, int order, @Nullable Hit best, int bestOrder) {
        return best == null || hit.offsetM < best.offsetM || (hit.offsetM == best.offsetM && order < bestOrder);
    }

    private void add(Segment segment) {
        segments.add(segment);
        LatLon a = segment.from.at();
        LatLon b = segment.to.at();
        for (int x = cell(Math.min(a.lon(), b.lon())); x <= cell(Math.max(a.lon(), b.lon())); x++) {
            for (int y = cell(Math.min(a.lat(), b.lat())); y <= cell(Math.max(a.lat(), b.lat())); y++) {
                cells.computeIfAbsent(key(x, y), key -> new ArrayList<>()).add(segment);
            }
        }
    }

    private static int cell(double degrees) {
        return (int) Math.floor(degrees / CELL_DEGREES);
    }

    private static long key(int x, int y) {
        return ((long) x << 32) | (y & 0xffff_ffffL);
    }
}
