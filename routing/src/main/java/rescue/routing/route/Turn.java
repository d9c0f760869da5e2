package rescue.routing.route;

import java.util.Locale;
import rescue.dispatch.geo.LatLon;

/** How sharply a way turns at a junction. The names are the keys of the phrases. */
enum Turn {
    SHARP_LEFT,
    LEFT,
    SLIGHT_LEFT,
    STRAIGHT,
    SLIGHT_RIGHT,
    RIGHT,
    SHARP_RIGHT;

    // Degrees off straight ahead; drivers call a turn by these, and the usual routing programs agree within 5 degrees.
    private static final double STRAIGHT_BELOW = 25;
    private static final double SLIGHT_BELOW = 60;
    private static final double TURN_BELOW = 120;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The key of its phrase. */
    String key() {
        return key;
    }

    static Turn of(double degrees) {
        double size = Math.abs(degrees);
        if (size < STRAIGHT_BELOW) {
            return STRAIGHT;
        }
        boolean right = degrees > 0;
        if (size < SLIGHT_BELOW) {
            return right ? SLIGHT_RIGHT : SLIGHT_LEFT;
        }
        if (size < TURN_BELOW) {
            return right ? RIGHT : LEFT;
        }
        return right ? SHARP_RIGHT : SHARP_LEFT;
    }

    /** Degrees from one bearing to another, right positive, above -180 and at most 180. */
    static double between(double bearing, double next) {
        double turn = (next - bearing) % 360;
        return turn > 180 ? turn - 360 : turn <= -180 ? turn + 360 : turn;
    }

    /** Degrees clockwise from north. */
    static double bearing(LatLon from, LatLon to) {
        double east = (to.lon() - from.lon()) * Math.cos(Math.toRadians((from.lat() + to.lat()) / 2));
        return (Math.toDegrees(Math.atan2(east, to.lat() - from.lat())) + 360) % 360;
    }
}
