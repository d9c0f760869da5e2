package rescue.routing.book;

import java.util.List;
import java.util.stream.IntStream;
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

    /** Where a road leads is seen over this much of it to either side: a hairpin is shorter. */
    private static final double HEADING_OVER_KM = 0.05;

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

    /**
     * A full kilometre of the road.
     *
     * @param headingDeg where the road leads there with rising kilometres, clockwise from north
     */
    public record FullKilometre(int km, LatLon at, double headingDeg) {}

    /** Where the posts with full kilometres stand. */
    public List<FullKilometre> fullKilometres() {
        return IntStream.rangeClosed((int) Math.ceil(firstKm()), (int) Math.floor(lastPost()))
                .mapToObj(km -> {
                    double measured = measuredAt(km);
                    LatLon before = at(measured - HEADING_OVER_KM);
                    LatLon after = at(measured + HEADING_OVER_KM);
                    double east = (after.lon() - before.lon()) * Math.cos(Math.toRadians(before.lat()));
                    return new FullKilometre(
                            km, at(measured), Math.toDegrees(Math.atan2(east, after.lat() - before.lat())));
                })
                .toList();
    }

    RegisteredRoad registered() {
        return new RegisteredRoad(number, nameVi, nameEn, fromPlace, toPlace, firstKm(), lastPost(), signed);
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
