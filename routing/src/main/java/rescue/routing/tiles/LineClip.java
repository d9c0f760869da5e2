package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Liang and Barsky's clipping of a line by a square, to whole tile units. A line may leave and come back: several parts. */
final class LineClip {

    private final double least;
    private final double most;
    private final List<List<Coordinate>> parts = new ArrayList<>();

    LineClip(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** The parts of the line inside the square, rounded; each has at least two different points. */
    List<List<Coordinate>> clip(Coordinate[] line) {
        List<Coordinate> part = new ArrayList<>();
        for (int i = 1; i < line.length; i++) {
            double[] inside = inside(line[i - 1], line[i]);
            if (inside.length == 0) {
                part = finish(part);
                continue;
            }
            add(part, along(line[i - 1], line[i], inside[0]));
            add(part, along(line[i - 1], line[i], inside[1]));
            if (inside[1] < 1) {
                part = finish(part);
            }
        }
        finish(part);
        return parts;
    }

    private List<Coordinate> finish(List<Coordinate> part) {
        if (part.size() > 1) {
            parts.add(part);
        }
        return new ArrayList<>();
    }

    private static void add(List<Coordinate> part, Coordinate point) {
        if (part.isEmpty() || !part.get(part.size() - 1).equals2D(point)) {
            part.add(point);
        }
    }

    private static Coordinate along(Coordinate a, Coordinate b, double share) {
        return new Coordinate(Math.rint(a.x + share * (b.x - a.x)), Math.rint(a.y + share * (b.y - a.y)));
    }

    /** From which share to which share the segment lies inside; empty when it does not. */
    private double[] inside(Coordinate a, Coordinate b) {
        double[] toward = {a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y};
        double[] room = {a.x - least, most - a.x, a.y - least, most - a.y};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            if (toward[side] == 0) {
                if (room[side] < 0) {
                    return new double[0];
                }
            } else if (toward[side] < 0) {
                enter = Math.max(enter, room[side] / toward[side]);
            } else {
                leave = Math.min(leave, room[side] / toward[side]);
            }
        }
        return enter <= leave ? new double[] {enter, leave} : new double[0];
    }
}
