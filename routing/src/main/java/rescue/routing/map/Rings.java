package rescue.routing.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;

/** Puts the ways of a shore together to closed rings; what does not close, at the cut of an extract, is left out. */
final class Rings {

    private Rings() {}

    static List<long[]> join(List<long[]> ways) {
        List<long[]> rings = new ArrayList<>();
        Deque<long[]> left = new ArrayDeque<>(ways);
        while (!left.isEmpty()) {
            long[] ring = left.poll();
            long[] next = isClosed(ring) ? null : takeNext(left, end(ring));
            while (next != null) {
                ring = append(ring, next);
                next = isClosed(ring) ? null : takeNext(left, end(ring));
            }
            if (isClosed(ring)) {
                rings.add(ring);
            }
        }
        return rings;
    }

    /** Whether a ray from the point eastward crosses the ring an odd number of times. */
    static boolean isInside(LatLon point, List<LatLon> ring) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            LatLon a = ring.get(i - 1);
            LatLon b = ring.get(i);
            if (a.lat() > point.lat() != b.lat() > point.lat()) {
                double share = (point.lat() - a.lat()) / (b.lat() - a.lat());
                inside ^= point.lon() < a.lon() + share * (b.lon() - a.lon());
            }
        }
        return inside;
    }

    private static boolean isClosed(long[] way) {
        return way.length > 3 && way[0] == end(way);
    }

    private static long end(long[] way) {
        return way[way.length - 1];
    }

    /** Takes a way that goes on from that point, turned so that it begins there. */
    private static long @Nullable [] takeNext(Deque<long[]> left, long from) {
        for (long[] way : left) {
            if (way.length > 1 && (way[0] == from || end(way) == from)) {
                left.remove(way);
                return way[0] == from ? way : reversed(way);
            }
        }
        return null;
    }

    private static long[] reversed(long[] way) {
        long[] back = new long[way.length];
        for (int i = 0; i < way.length; i++) {
            back[i] = way[way.length - 1 - i];
        }
        return back;
    }

    private static long[] append(long[] ring, long[] way) {
        long[] longer = java.util.Arrays.copyOf(ring, ring.length + way.length - 1);
        System.arraycopy(way, 1, longer, ring.length, way.length - 1);
        return longer;
    }
}
