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
 * @param metres for each edge how long it is
 * @param bans the turns that may not be made
 * @param closed what nobody drives through
 * @param slow where driving takes longer
 */
public record PlainRoads(
        int junctions, int[] tail, long[] ms, double[] metres, Set<Ban> bans, List<Part> closed, List<Slow> slow) {

    /** A turn from one key into another. */
    public record Ban(int fromKey, int toKey) {}

    /** A place on an edge, as a fraction of its drawing. */
    public record Place(int edge, double fraction) {}

    /** A part of an edge, as fractions of its drawing. */
    public record Part(int edge, double from, double to) {
        public boolean holds(Place place) {
            return place.edge() == edge && place.fraction() >= from && place.fraction() <= to;
        }
    }

    /** A part that takes {@code factor} times as long, and a wait for each metre on top; of several the most counts. */
    public record Slow(Part part, double factor, double waitMsPerMetre) {}

    /** The same roads in another state. */
    public PlainRoads with(List<Part> nowClosed, List<Slow> nowSlow) {
        return new PlainRoads(junctions, tail, ms, metres, bans, nowClosed, nowSlow);
    }

    public int edges() {
        return tail.length / 2;
    }

    public int head(int key) {
        return tail[key ^ 1];
    }
}
