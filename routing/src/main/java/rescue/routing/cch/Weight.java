package rescue.routing.cch;

/**
 * What an arc or a path costs: a plain {@code long} that is added and compared as a number.
 *
 * <p>It is 64 bits wide on purpose, although milliseconds would fit into 32. The caller packs the driving time into the
 * upper half and the length into the lower (milliseconds, decimetres): the length comes along with every answer, and of two
 * equally fast ways the shorter wins everywhere, in every search and every direction, so that a replay never differs.
 */
public final class Weight {

    /** No way at all. Two of them still add up without overflow. */
    public static final long UNREACHED = Long.MAX_VALUE / 4;

    private Weight() {}

    /** The weight itself, if an arc may have it: from 0 to {@link #UNREACHED}. */
    static long checked(long weight) {
        if (weight < 0 || weight > UNREACHED) {
            throw new IllegalArgumentException("no arc costs " + weight);
        }
        return weight;
    }
}
