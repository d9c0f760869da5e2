package rescue.routing.estimate;

import java.util.Collection;
import rescue.dispatch.geo.LatLon;

/** The smallest rectangle around points: a look costs four comparisons, and most of a province is elsewhere. */
public record Box(double south, double west, double north, double east) {

    /** Around nothing: meets nothing. */
    static final Box NOWHERE = new Box(90, 180, -90, -180);

    public static Box around(Collection<LatLon> points) {
        Box box = NOWHERE;
        for (LatLon at : points) {
            box = new Box(
                    Math.min(box.south, at.lat()),
                    Math.min(box.west, at.lon()),
                    Math.max(box.north, at.lat()),
                    Math.max(box.east, at.lon()));
        }
        return box;
    }

    public boolean isNowhere() {
        return south > north;
    }

    public boolean contains(LatLon at) {
        return at.lat() >= south && at.lat() <= north && at.lon() >= west && at.lon() <= east;
    }

    /** Whether they have a point in common, when this one is made wider by {@code degrees} on each side. */
    boolean meets(Box other, double degrees) {
        return other.north >= south - degrees
                && other.south <= north + degrees
                && other.east >= west - degrees
                && other.west <= east + degrees;
    }
}
