package rescue.dispatch.road;

import java.util.List;
import rescue.dispatch.geo.LatLon;

/** Which stretch of road a closure means: told by kilometre posts, or drawn. */
public sealed interface RoadExtent {

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
        public ByLine {
            points = List.copyOf(points);
        }
    }
}
