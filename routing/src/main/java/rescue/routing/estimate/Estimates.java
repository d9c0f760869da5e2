package rescue.routing.estimate;

import java.util.List;
import java.util.UUID;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.MountainEstimate;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.WayThere;

/**
 * Driving times without a road network: the straight line, made longer and slow. Always marked as an estimate.
 *
 * <p>Of a road closure a straight line can honour one thing only: that it lies between the two ends.
 */
public final class Estimates {

    /** A closure as near as this to the straight line lies on it: a road here swings as far as that from its course. */
    private static final double NEAR_M = 1000;

    /** Not less than {@link #NEAR_M} in either direction, up to 65 degrees from the equator. */
    private static final double NEAR_DEGREES = 0.022;

    private static final double METRES_A_DEGREE = 111_195;

    private Estimates() {}

    /** A road closure where one knows it: points along it, less than {@link #NEAR_M} apart; none where nobody knows. */
    record Closed(RoadClosure closure, List<LatLon> points, Box box) {

        static Closed of(RoadClosure closure, List<LatLon> points) {
            return new Closed(closure, points, Box.around(points));
        }

        UUID id() {
            return closure.id();
        }

        /** On the way, and not at one of its ends: who stands beside a landslide is reached from his own side. */
        boolean isBetween(LatLon from, LatLon to, VehicleClass vehicle) {
            return closure.effect().on(vehicle).closed()
                    && box.meets(Box.around(List.of(from, to)), NEAR_DEGREES)
                    && points.stream().anyMatch(at -> isNear(at, from, to))
                    && points.stream().allMatch(at -> at.distanceM(from) > NEAR_M && at.distanceM(to) > NEAR_M);
        }

        /** Flat enough over a province: metres east and north of {@code from}. */
        private static boolean isNear(LatLon at, LatLon from, LatLon to) {
            double eastScale = METRES_A_DEGREE * Math.cos(Math.toRadians(from.lat()));
            double dx = (to.lon() - from.lon()) * eastScale;
            double dy = (to.lat() - from.lat()) * METRES_A_DEGREE;
            double x = (at.lon() - from.lon()) * eastScale;
            double y = (at.lat() - from.lat()) * METRES_A_DEGREE;
            double length2 = dx * dx + dy * dy;
            double along = length2 == 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length2));
            return Math.hypot(x - along * dx, y - along * dy) <= NEAR_M;
        }
    }

    public static Travel travel(LatLon from, LatLon to) {
        return MountainEstimate.between(from, to);
    }

    static Travel travel(LatLon from, LatLon to, VehicleClass vehicle, List<Closed> closures) {
        return closures.stream().anyMatch(closed -> closed.isBetween(from, to, vehicle))
                ? MountainEstimate.around(from, to)
                : MountainEstimate.between(from, to);
    }

    /** One straight line and no steps; how much of it is walked nobody knows. */
    public static WayThere way(Journey journey, List<Closed> closures, long roadsVersion) {
        LatLon from = journey.from();
        LatLon to = journey.to();
        List<UUID> between = closures.stream()
                .filter(closed -> closed.isBetween(from, to, journey.vehicle()))
                .map(Closed::id)
                .toList();
        Travel travel = travel(from, to, journey.vehicle(), closures);
        return new WayThere.Reached(
                List.of(new Route(travel, List.of(from, to), List.of(), null, null, between, roadsVersion)));
    }
}
