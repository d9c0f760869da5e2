package rescue.routing.closures;

import java.util.List;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadWeights;
import rescue.routing.places.Snapping;

/** The way back beside a one-way carriageway: a landslide on a divided road does not stop at the central reserve. */
final class OtherCarriageway {

    /** From one carriageway to the other, with the reserve between them, in metres. */
    private static final double ACROSS_M = 60;

    /** As opposite as this, as the cosine of the angle: within some 40 degrees. */
    private static final double OPPOSITE = -0.77;

    /** Over how much of the line a heading is measured, in metres to either side. */
    private static final double HEADING_M = 15;

    private final RoadShapes shapes;
    private final Snapping snapping;
    private final RoadWeights weights;

    OtherCarriageway(RoadShapes shapes, Snapping snapping, RoadWeights weights) {
        this.shapes = shapes;
        this.snapping = snapping;
        this.weights = weights;
    }

    /** The nearest point of a one-way road of the same number or name that leads the other way; only for one-way roads. */
    Optional<Phantom> beside(Phantom here) {
        if (!isOneWay(here.edge())) {
            return Optional.empty();
        }
        LatLon at = shapes.at(here);
        double[] heading = heading(here);
        return snapping.edgesWithin(at, ACROSS_M).stream()
                .filter(edge -> edge != here.edge() && isOneWay(edge) && isSameRoad(edge, here.edge()))
                .map(edge -> snapping.on(edge, at))
                .filter(there -> there.distanceM() <= ACROSS_M && cosine(heading, heading(there.phantom())) < OPPOSITE)
                .min((a, b) -> a.distanceM() == b.distanceM()
                        ? Integer.compare(a.phantom().edge(), b.phantom().edge())
                        : Double.compare(a.distanceM(), b.distanceM()))
                .map(Snapping.Snapped::phantom);
    }

    private boolean isOneWay(int edge) {
        return Label.isReached(weights.label(2 * edge)) != Label.isReached(weights.label(2 * edge + 1));
    }

    private boolean isSameRoad(int a, int b) {
        Optional<String> ref = shapes.ref(a);
        return (ref.isPresent() || shapes.ref(b).isPresent())
                ? ref.equals(shapes.ref(b))
                : shapes.name(a).equals(shapes.name(b));
    }

    /** East and north, as driven. */
    private double[] heading(Phantom point) {
        double half = HEADING_M / Math.max(HEADING_M, shapes.lengthM(point.edge()));
        List<LatLon> line = shapes.roadLine(point.edge())
                .cut(Math.max(0, point.fraction() - half), Math.min(1, point.fraction() + half));
        LatLon first = line.get(0);
        LatLon last = line.get(line.size() - 1);
        int way = Label.isReached(weights.label(2 * point.edge())) ? 1 : -1;
        return new double[] {
            way * (last.lon() - first.lon()) * Math.cos(Math.toRadians(first.lat())), way * (last.lat() - first.lat())
        };
    }

    private static double cosine(double[] a, double[] b) {
        double lengths = Math.hypot(a[0], a[1]) * Math.hypot(b[0], b[1]);
        return lengths == 0 ? 0 : (a[0] * b[0] + a[1] * b[1]) / lengths;
    }
}
