package rescue.dispatch.road;

/**
 * What a stretch of road must carry. A road closure may leave it passable for some classes.
 *
 * <p>Weight and width are assumed, loaded and with mirrors, from the makers' sheets of what is usual here; this is the only
 * table of them, and RATIONALE.md says so.
 */
public enum VehicleClass {
    // spotless:off
    /** A van-sized ambulance, two-wheel drive: the default unit. */
    AMBULANCE   (3.5, 2.4),
    /** A four-wheel-drive ambulance or rescue car. */
    FOUR_BY_FOUR(3.0, 2.2),
    MOTORBIKE   (0.3, 0.9);
    // spotless:on

    private final double weightT;
    private final double widthM;

    VehicleClass(double weightT, double widthM) {
        this.weightT = weightT;
        this.widthM = widthM;
    }

    /** Tonnes, crew and patient on board; assumed. */
    public double weightT() {
        return weightT;
    }

    /** Metres over the mirrors; assumed. */
    public double widthM() {
        return widthM;
    }
}
