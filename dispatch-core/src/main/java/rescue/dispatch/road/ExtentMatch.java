package rescue.dispatch.road;

import java.util.List;
import java.util.function.Function;
import rescue.dispatch.geo.LatLon;

/** What the road network makes of a {@link RoadExtent}: a stretch of road, or the reason why there is none. */
public sealed interface ExtentMatch {

    /**
     * There is such a stretch.
     *
     * @param lengthM metres of road meant
     * @param lines the stretches as drawn on the map
     */
    record Matched(double lengthM, List<List<LatLon>> lines) implements ExtentMatch {
        public Matched {
            lines = lines.stream().map(List::copyOf).toList();
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

    /** No such stretch, and what is wrong with it. */
    record Unmatched(UnlocatableRoad why) implements ExtentMatch {
        @Override
        public <T> T fold(Function<Matched, T> matched, Function<NotYet, T> notYet, Function<Unmatched, T> unmatched) {
            return unmatched.apply(this);
        }
    }

    <T> T fold(Function<Matched, T> matched, Function<NotYet, T> notYet, Function<Unmatched, T> unmatched);
}
