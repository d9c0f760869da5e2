package rescue.dispatch.hospital;

/**
 * One kind of bed.
 *
 * @param reported beds that the hospital called available: unoccupied, staffed, equipped, at once; 0 or more
 * @param held of these, how many are promised to units on their way; may exceed {@code reported} after the hospital
 *     lowered it, which is a conflict to show, not to hide
 */
public record BedCount(int reported, int held) {

    public BedCount {
        if (reported < 0 || held < 0) {
            throw new IllegalArgumentException(
                    "beds must not be negative: " + reported + " reported, " + held + " held");
        }
    }

    /** What can still be promised. */
    public int free() {
        return Math.max(0, reported - held);
    }
}
