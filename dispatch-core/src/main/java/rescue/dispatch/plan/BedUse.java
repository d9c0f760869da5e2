package rescue.dispatch.plan;

import java.util.Arrays;

/** How many of each of the tracked beds are filled. */
final class BedUse implements Comparable<BedUse> {

    private final byte[] counts;
    private final int hash;

    BedUse(byte[] counts) {
        this.counts = counts;
        this.hash = Arrays.hashCode(counts);
    }

    int of(int tracked) {
        return counts[tracked];
    }

    BedUse and(BedUse more) {
        byte[] sum = counts.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more.counts[i];
        }
        return new BedUse(sum);
    }

    @Override
    public int compareTo(BedUse other) {
        return Arrays.compare(counts, other.counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BedUse use && Arrays.equals(counts, use.counts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
