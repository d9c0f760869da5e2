package rescue.routing.book;

import java.util.List;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadRegister.RegisteredRoad;

/**
 * One road of the road book: a chain of waypoints, and how its kilometre posts count.
 *
 * <p>Measured kilometres (chainage) and posts are not the same: a road was straightened or re-measured after its posts
 * were set. {@code post = first + (measured - first) × postFactor}.
 *
 * @param number as signed, or the book's own code when {@code signed} is false
 * @param aliases other numbers and names under which people know it
 * @param postFactor how far posts run ahead of measured kilometres; 1 where nothing is known
 * @param waypoints in the order of the kilometres; at least two
 */
public record BookedRoad(
        String number,
        boolean signed,
        String nameVi,
        String nameEn,
        List<String> aliases,
        String fromPlace,
        String toPlace,
        double postFactor,
        List<Waypoint> waypoints) {

    /**
     * A point of the road.
     *
     * @param km measured kilometres
     * @param roadClass OSM {@code highway} class from here to the next waypoint
     * @param place what is there, or empty
     */
    record Waypoint(double km, LatLon at, String roadClass, String place) {}

    public double firstKm() {
        return waypoints.get(0).km;
    }

    public double lastKm() {
        return waypoints.get(waypoints.size() - 1).km;
    }

    double postAt(double measuredKm) {
        return firstKm() + (measuredKm - firstKm()) * postFactor;
    }

    double measuredAt(double post) {
        return firstKm() + (post - firstKm()) / postFactor;
    }

    double lastPost() {
        return postAt(lastKm());
    }

    /** The point at so many measured kilometres; the road's end if beyond. */
    LatLon at(double measuredKm) {
        int after = firstAfter(measuredKm);
        if (after == 0) {
            return waypoints.get(0).at;
        }
        if (after == waypoints.size()) {
            return waypoints.get(after - 1).at;
        }
        Waypoint a = waypoints.get(after - 1);
        Waypoint b = waypoints.get(after);
        double share = (measuredKm - a.km) / (b.km - a.km);
        return new LatLon(
                a.at.lat() + share * (b.at.lat() - a.at.lat()), a.at.lon() + share * (b.at.lon() - a.at.lon()));
    }

    RegisteredRoad registered() {
        return new RegisteredRoad(number, nameVi, nameEn, fromPlace, toPlace, firstKm(), lastPost());
    }

    /** Index of the first waypoint beyond those kilometres. */
    private int firstAfter(double km) {
        int low = 0;
        int high = waypoints.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (waypoints.get(middle).km <= km) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
