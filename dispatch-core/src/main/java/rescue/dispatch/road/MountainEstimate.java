package rescue.dispatch.road;

import java.time.Duration;
import rescue.dispatch.geo.LatLon;

/** A driving time when there is no road network to ask: marked as an estimate wherever it is shown. */
public final class MountainEstimate {

    /**
     * Road kilometres for one kilometre as the crow flies. Measured on the road book, provincial hospital to the commune
     * seats: median about 1.6.
     */
    private static final double DETOUR = 1.6;

    /** Metres a second: 30 km/h, the usual speed of these roads; assumed. */
    private static final double SPEED_MPS = 30 / 3.6;

    private MountainEstimate() {}

    public static Travel between(LatLon from, LatLon to) {
        double metres = from.distanceM(to) * DETOUR;
        return new Travel(Duration.ofSeconds(Math.round(metres / SPEED_MPS)), metres, Travel.Basis.ESTIMATE);
    }
}
