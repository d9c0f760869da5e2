package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;

/** Sutherland and Hodgman's clipping of a ring by a square, to whole tile units. What leaves the square runs along its side. */
final class RingClip {

    private final double least;
    private final double most;

    RingClip(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** The ring inside the square, closed and rounded; empty when nothing of it is, or only a line. */
    Coordinate[] clip(Coordinate[] ring) {
        List<Coordinate> points = List.of(ring);
        points = side(points, point -> point.x - least);
        points = side(points, point -> most - point.x);
        points = side(points, point -> point.y - least);
        points = side(points, point -> most - point.y);
        List<Coordinate> whole = new ArrayList<>();
        for (Coordinate point : points) {
            Coordinate rounded = new Coordinate(Math.rint(point.x), Math.rint(point.y));
            if (whole.isEmpty() || !whole.get(whole.size() - 1).equals2D(rounded)) {
                whole.add(rounded);
            }
        }
        if (!whole.isEmpty() && !whole.get(0).equals2D(whole.get(whole.size() - 1))) {
            whole.add(whole.get(0).copy());
        }
        return whole.size() < 4 ? new Coordinate[0] : whole.toArray(new Coordinate[0]);
    }

    /** Keeps what lies on the side where {@code room} is not negative. */
    private static List<Coordinate> side(List<Coordinate> ring, ToDoubleFunction<Coordinate> room) {
        List<Coordinate> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Coordinate from = ring.get(i == 0 ? ring.size() - 1 : i - 1);
            Coordinate to = ring.get(i);
            double before = room.applyAsDouble(from);
            double after = room.applyAsDouble(to);
            if (before < 0 != after < 0) {
                double share = before / (before - after);
                kept.add(new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
            }
            if (after >= 0) {
                kept.add(to);
            }
        }
        return kept;
    }
}
