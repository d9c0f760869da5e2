package rescue.dispatch.road;

import java.time.Duration;
import rescue.dispatch.geo.LatLon;

/** A driving time when there is no road network to ask: marked as an estimate wherever it is shown. */
public final class MountainEstimate {

    /**
     * Road over straight line, measured: from the provincial hospital of Lai Châu to its 38 commune seats the road is
     * longer than the straight line by 1.8 in the middle case (1.1 to 2.9), on the road book and on a full map alike.
     */
    public static final double DETOUR = 1.8;

    /**
     * 30 km/h in metres a second, assumed: of those 38 trips the slowest tenth goes at 28 to 32 km/h, the middle one at
     * 38. Rather a little late than too early.
     */
    private static final double SPEED_MPS = 30 / 3.6;

    /**
     * With a road closure on the straight line: nobody knows the way round, so half as long again, assumed. Enough for a
     * unit on this side of a landslide to go before one on the other.
     */
    private static final double CLOSURE_BETWEEN = 1.5;

    private MountainEstimate() {}

    public static Travel between(LatLon from, LatLon to) {
        return over(from.distanceM(to) * DETOUR);
    }

    /** As {@link #between}, with a road closure on the straight line. */
    public static Travel around(LatLon from, LatLon to) {
        return over(from.distanceM(to) * DETOUR * CLOSURE_BETWEEN);
    }

    private static Travel over(double metres) {
        return new Travel(Duration.ofSeconds(Math.round(metres / SPEED_MPS)), metres, Travel.Basis.ESTIMATE);
    }
}
