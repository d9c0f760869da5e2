package rescue.routing.route;

import java.util.List;
import rescue.dispatch.geo.LatLon;

/** Points of a line that nobody changes. An array, for a route copies hundreds of them one after another. */
final class DrawnLine {

    private final LatLon[] points;

    private DrawnLine(LatLon[] points) {
        this.points = points;
    }

    static DrawnLine of(List<LatLon> points) {
        return new DrawnLine(points.toArray(new LatLon[0]));
    }

    int size() {
        return points.length;
    }

    LatLon first() {
        return points[0];
    }

    LatLon last() {
        return points[points.length - 1];
    }

    /** Copies the points after the first {@code skip}, from the other end when {@code backward}; returns where they end. */
    int copy(int skip, boolean backward, LatLon[] into, int at) {
        int count = points.length - skip;
        if (backward) {
            for (int i = 0; i < count; i++) {
                into[at + i] = points[count - 1 - i];
            }
        } else {
            System.arraycopy(points, skip, into, at, count);
        }
        return at + count;
    }
}
