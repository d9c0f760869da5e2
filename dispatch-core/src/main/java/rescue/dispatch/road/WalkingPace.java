package rescue.dispatch.road;

import java.time.Duration;
import java.util.List;
import rescue.dispatch.geo.LatLon;

/** How fast a crew walks, where no heights are known. Every figure here is assumed, from rules of thumb. */
public final class WalkingPace {

    /**
     * On a road or a path: 4 km/h, a little under Naismith's 5 km/h on easy ground (1892), for a crew with bags.
     * Climbing is not counted: the map has no heights.
     */
    private static final double PATH_MPS = 4 / 3.6;

    /** Off every path, along the contour: 3 km/h, Tobler's hiking function on the level times 0.6 off the path (1993). */
    private static final double GROUND_MPS = 3 / 3.6;

    /** Walked over straight line where the map has no path: slopes are taken in bends. */
    private static final double GROUND_DETOUR = 1.5;

    /** With a stretcher a crew needs twice as long: bearers change, and a slip harms the patient. */
    private static final int CARRY_FACTOR = 2;

    private WalkingPace() {}

    /** For searches: what a metre of {@link #along} costs. */
    public static double msPerMetreOfPath() {
        return 1000 / PATH_MPS;
    }

    /** Along paths whose own walking time is known. */
    public static Walk on(List<LatLon> line, double metres, double seconds) {
        return walk(line, metres, seconds, Walk.Basis.PATH);
    }

    /** Along roads and paths of the map. */
    public static Walk along(List<LatLon> line, double metres) {
        return walk(line, metres, metres / PATH_MPS, Walk.Basis.PATH);
    }

    /** Where the map has nothing to walk on. */
    public static Walk over(LatLon vehicle, LatLon patient, Walk.Basis basis) {
        double metres = vehicle.distanceM(patient) * GROUND_DETOUR;
        return walk(List.of(vehicle, patient), metres, metres / GROUND_MPS, basis);
    }

    private static Walk walk(List<LatLon> line, double metres, double seconds, Walk.Basis basis) {
        Duration out = Duration.ofSeconds(Math.round(seconds));
        return new Walk(line, metres, out, out.multipliedBy(CARRY_FACTOR), basis);
    }
}
