package rescue.routing.oracle;

import java.util.List;
import java.util.Set;

/**
 * A road network told in the plainest words, and what its state is for one kind of traveller.
 *
 * <p>Key {@code 2 * edge} drives an edge as drawn, key {@code 2 * edge + 1} against it.
 *
 * @param junctions how many there are
 * @param tail for each key the junction where it begins; the junction where it ends is {@code tail[key ^ 1]}
 * @param ms for each key how long driving it takes on an open road; negative where that is not allowed
 * @param bans the turns that may not be made
 * @param closed what nobody drives through
 * @param slow where driving takes longer
 * @param factor for each edge how many times longer driving takes; empty when no edge is slower
 */
public record PlainRoads(
        int junctions, int[] tail, long[] ms, Set<Ban> bans, List<Part> closed, List<Slow> slow, double[] factor) {

    /** A turn from one key into another. */
    public record Ban(int fromKey, int toKey) {}

    /** A place on an edge, as a fraction of its drawing. */
    public record Place(int edge, double fraction) {}

    /** A part of an edge, as fractions of its drawing. */
    public record Part(int edge, double from, double to) {
        boolean holds(Place place) {
            return place.edge() == edge && place.fraction() >= from && place.fraction() <= to;
        }
    }

    /** A part that takes {@code factor} times as long, and {@code addedMs} for the whole part on top. */
    public record Slow(Part part, double factor, double addedMs) {}

    public int edges() {
        return tail.length / 2;
    }

    int head(int key) {
        return tail[key ^ 1];
    }

    double openMs(int key) {
        return factor.length == 0 ? ms[key] : ms[key] * factor[key >> 1];
    }
}
