package rescue.routing.engine;

/**
 * What a way costs, packed into one number: milliseconds in the upper 32 bits, decimetres in the lower.
 *
 * <p>Labels are added and compared as plain numbers: the faster way wins, and of two equally fast ones the shorter, so a
 * forward and a backward search always agree to the last bit and a replay never differs.
 */
public final class Label {

    /** No way at all. Two of them still add up without overflow. */
    public static final long UNREACHED = Long.MAX_VALUE / 4;

    private Label() {}

    /** A label of a driving time and a length. */
    public static long of(long ms, long decimetres) {
        return (ms << 32) + decimetres;
    }

    /** Whether there is a way. */
    public static boolean isReached(long label) {
        return label < UNREACHED;
    }

    /** The driving time in milliseconds. */
    public static long ms(long label) {
        return label >>> 32;
    }

    /** The length in decimetres. */
    static long decimetres(long label) {
        return label & 0xFFFF_FFFFL;
    }

    /** The length in metres. */
    public static double metres(long label) {
        return decimetres(label) / 10.0;
    }

    /**
     * The part of an edge's label that lies between two points of it; {@code part} is 0 to 1. No part at all costs nothing
     * even on a road that may not be driven: who stands at its end stands on the junction.
     */
    public static long scaled(long label, double part) {
        if (part == 0) {
            return 0;
        }
        if (!isReached(label)) {
            return UNREACHED;
        }
        return part == 1 ? label : of(Math.round(ms(label) * part), Math.round(decimetres(label) * part));
    }
}
