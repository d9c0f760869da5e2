package rescue.dispatch.road;

import java.util.List;
import java.util.Set;
import rescue.dispatch.geo.LatLon;

/** Where a road closure holds: between two kilometre posts, along a drawn line, at a point, or on every road of a kind. */
public sealed interface RoadExtent {

    /** Whether it means roads all over the map, not one stretch. */
    default boolean isManyRoads() {
        return false;
    }

    /** What it takes to hold it: one, and one for each point of a drawn line. */
    default int weight() {
        return 1;
    }

    /**
     * A stretch between two kilometre posts.
     *
     * @param road the road's number as signed
     * @param fromKm first kilometre, as posted
     * @param toKm last kilometre, as posted; the same as {@code fromKm} for a single point
     */
    record ByKm(String road, double fromKm, double toKm) implements RoadExtent {}

    /**
     * A stretch drawn on the map.
     *
     * @param points the drawn line, one point or more; roads within a pencil's width of it are meant
     */
    record ByLine(List<LatLon> points) implements RoadExtent {

        /** A finger draws some hundred points; a track of thousands is not a stretch of road. */
        public static final int MAX_POINTS = 1000;

        public ByLine {
            points = List.copyOf(points);
        }

        @Override
        public int weight() {
            return 1 + points.size();
        }
    }

    /** A short stretch of the road at that point, both carriageways where it is divided. */
    record ByPoint(LatLon at) implements RoadExtent {}

    /** Every ford that the map knows. */
    record AllFords() implements RoadExtent {
        @Override
        public boolean isManyRoads() {
            return true;
        }
    }

    /**
     * Every road of some classes: rain on tracks, night on the pass roads.
     *
     * @param classes at least one
     */
    record ByClass(Set<RoadClass> classes) implements RoadExtent {
        public ByClass {
            classes = Set.copyOf(classes);
        }

        @Override
        public boolean isManyRoads() {
            return true;
        }
    }
}
