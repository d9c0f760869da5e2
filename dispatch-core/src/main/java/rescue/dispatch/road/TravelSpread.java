package rescue.dispatch.road;

import java.time.Duration;

/**
 * How long a drive takes when it goes as usual, and when it goes badly: half of such drives arrive within {@code p50},
 * nine of ten within {@code p90}. A single number would be false precision on roads like these.
 *
 * <p>The lateness p90 - p50 has two parts, as Budge, Ingolfsson and Zerom found in a city's ambulance runs (Management
 * Science 56, 2010): one that the whole drive shares, weather, driver, vehicle, night, and that grows with the time; and
 * one of many small accidents that do not know of each other, a lorry, a herd, a closed barrier, and that grows with the
 * root of the time. So a long drive is less uncertain than its length suggests, and a slow road is more uncertain than a
 * fast one. <b>Both figures are assumed</b>: they are the smallest round ones with which every range of minutes in
 * maps/laichau/trips.csv ends within p90, on the road book and on the full map.
 *
 * @param p50 the time that decisions are ranked by
 * @param p90 never shorter than {@code p50}
 */
public record TravelSpread(Duration p50, Duration p90) {

    /** No driving, no spread: a unit that is there already, or nobody to transport. */
    public static final TravelSpread NONE = new TravelSpread(Duration.ZERO, Duration.ZERO);

    /** Share of the time that the whole drive may be late together, at {@link #USUAL_MPS}. */
    private static final double SHARED = 0.28;

    /** 40 km/h in metres a second: the mean of the known trips. */
    private static final double USUAL_MPS = 40 / 3.6;

    /**
     * The shared part at its least, from 78 km/h on, and at its most, below 9 km/h: no road is certain, and a walker's pace
     * has no traffic on it.
     */
    private static final double LEAST_SHARED = 0.20;

    private static final double MOST_SHARED = 0.60;

    /** Seconds of lateness by small accidents, squared, in each second of driving: two minutes in one, six in nine. */
    private static final double ACCIDENTS_S = 240;

    /**
     * An estimate may be twice as long as it says: the roads to Lai Châu's 38 commune seats are 1.1 to 2.9 times the
     * straight line where the estimate takes 1.8, and which road it is nobody knows. All 38 real drives end within it.
     */
    private static final double ESTIMATE_SHARED = 1.0;

    public TravelSpread {
        if (p50.isNegative() || p90.compareTo(p50) < 0) {
            throw new IllegalArgumentException("nine of ten never arrive before half of them: " + p50 + ", " + p90);
        }
    }

    /** The spread of one drive, from what is known of it: its time, its length, and what they rest on. */
    public static TravelSpread of(Duration time, double distanceM, Travel.Basis basis) {
        double seconds = time.toMillis() / 1_000.0;
        double shared = basis == Travel.Basis.ESTIMATE ? ESTIMATE_SHARED : shared(distanceM / Math.max(1, seconds));
        return late(time, shared * seconds, seconds);
    }

    /** The spread of a drive whose length was not kept: as if at the usual speed. */
    public static TravelSpread ofUnknownLength(Duration time, Travel.Basis basis) {
        return of(time, USUAL_MPS * time.toMillis() / 1_000, basis);
    }

    /**
     * Two drives by the same crew, one after the other. What one drive shares, both share, so those parts are added as they
     * stand; the small accidents of one know nothing of the other's, so their squares are added. Adding p90 to p90 would
     * promise that everything goes wrong twice.
     */
    public TravelSpread and(TravelSpread next) {
        return late(p50.plus(next.p50), sharedS() + next.sharedS(), seconds(p50.plus(next.p50)));
    }

    /** The same with time before or after that is taken as certain: turnout and work at the scene, as planned. */
    public TravelSpread plus(Duration certain) {
        return new TravelSpread(p50.plus(certain), p90.plus(certain));
    }

    private static double shared(double metresPerSecond) {
        double slowIsUncertain = Math.sqrt(USUAL_MPS / Math.max(0.1, metresPerSecond));
        return Math.max(LEAST_SHARED, Math.min(MOST_SHARED, SHARED * slowIsUncertain));
    }

    private static TravelSpread late(Duration time, double sharedS, double drivenS) {
        double lateS = Math.sqrt(sharedS * sharedS + ACCIDENTS_S * drivenS);
        return new TravelSpread(time, time.plusSeconds(Math.round(lateS)));
    }

    /** The part of the lateness that is not small accidents. */
    private double sharedS() {
        double lateS = seconds(p90.minus(p50));
        return Math.sqrt(Math.max(0, lateS * lateS - ACCIDENTS_S * seconds(p50)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
