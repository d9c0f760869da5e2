package rescue.dispatch.road;

import java.time.Duration;

/**
 * A driving time and what it rests on.
 *
 * @param time door to door by road, without turnout; zero or more; half of such drives take no longer
 * @param distanceM metres along the road
 * @param basis a measured road network, or only an estimate
 */
public record Travel(Duration time, double distanceM, Basis basis) {

    /** What an answer rests on. */
    public enum Basis {
        /** A path over the road network, road closures in force. */
        ROAD,
        /** Straight line times a mountain factor: no network at hand. Never shown without saying so. */
        ESTIMATE
    }

    public Travel {
        if (time.isNegative() || !(distanceM >= 0)) {
            throw new IllegalArgumentException("travel must not be negative: " + time + ", " + distanceM + " m");
        }
    }

    /** How uncertain that is. */
    public TravelSpread spread() {
        return TravelSpread.of(time, distanceM, basis);
    }

    /** The time within which nine of ten such drives arrive. */
    public Duration p90() {
        return spread().p90();
    }
}
