package rescue.dispatch.road;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rescue.dispatch.geo.LatLon;

/** What the road network makes of a {@link RoadExtent}: roads, or the reason why there are none. */
public sealed interface ExtentMatch {

    /**
     * There are such roads.
     *
     * @param lengthM metres of road meant
     * @param edges how many pieces of the network lie in it, wholly or in part
     * @param lines the stretches as drawn on the map; none when they are too many to draw
     * @param overlaps what is in force there already, oldest first
     */
    record Matched(double lengthM, int edges, List<List<LatLon>> lines, List<Overlap> overlaps) implements ExtentMatch {
        public Matched {
            lines = lines.stream().map(List::copyOf).toList();
            overlaps = List.copyOf(overlaps);
        }

        @Override
        public <T> T fold(Function<Matched, T> matched, Function<NotYet, T> notYet, Function<Unmatched, T> unmatched) {
            return matched.apply(this);
        }
    }

    /**
     * No network to ask. Taken as told: a landslide does not wait for an import.
     *
     * @param lines between the posts or as drawn; empty when nobody knows yet where the posts stand
     */
    record NotYet(List<List<LatLon>> lines) implements ExtentMatch {
        public NotYet {
            lines = lines.stream().map(List::copyOf).toList();
        }

        @Override
        public <T> T fold(Function<Matched, T> matched, Function<NotYet, T> notYet, Function<Unmatched, T> unmatched) {
            return notYet.apply(this);
        }
    }

    /**
     * A road closure in force on some of the same roads.
     *
     * @param whole whether it holds on all of them
     */
    record Overlap(UUID id, RoadEffect effect, boolean whole) {}

    /** No such road, and what is wrong with it. */
    record Unmatched(UnlocatableRoad why) implements ExtentMatch {
        @Override
        public <T> T fold(Function<Matched, T> matched, Function<NotYet, T> notYet, Function<Unmatched, T> unmatched) {
            return unmatched.apply(this);
        }
    }

    <T> T fold(Function<Matched, T> matched, Function<NotYet, T> notYet, Function<Unmatched, T> unmatched);
}
