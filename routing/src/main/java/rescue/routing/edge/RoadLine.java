package rescue.routing.edge;

import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.geo.LatLon;

/** The drawn line of one edge. Positions on it are fractions of its length, so that they hold for the road's own length too. */
public final class RoadLine {

    /** Metres in a degree of latitude (mean Earth radius IUGG R1). */
    private static final double METRES_PER_DEGREE = 111_195;

    private final double[] lat;
    private final double[] lon;
    /** Metres from the line's beginning to each point. */
    private final double[] walked;

    private RoadLine(double[] lat, double[] lon) {
        this.lat = lat;
        this.lon = lon;
        walked = new double[lat.length];
        for (int i = 1; i < lat.length; i++) {
            walked[i] = walked[i - 1] + flatDistance(lat[i - 1], lon[i - 1], lat[i], lon[i]);
        }
    }

    /**
     * Where a point meets the line.
     *
     * @param fraction how far along the line
     * @param distanceM metres from the point to the line
     */
    public record Projection(double fraction, double distanceM, LatLon at) {}

    static RoadLine of(PointList points) {
        double[] lat = new double[points.size()];
        double[] lon = new double[points.size()];
        for (int i = 0; i < lat.length; i++) {
            lat[i] = points.getLat(i);
            lon[i] = points.getLon(i);
        }
        return new RoadLine(lat, lon);
    }

    double lengthM() {
        return walked[walked.length - 1];
    }

    /** The nearest point of the line. */
    public Projection project(LatLon point) {
        double best = Double.MAX_VALUE;
        double bestWalked = 0;
        double bestLat = lat[0];
        double bestLon = lon[0];
        double shrink = Math.cos(Math.toRadians(point.lat()));
        for (int i = 0; i < lat.length - 1; i++) {
            double x = (lon[i + 1] - lon[i]) * shrink;
            double y = lat[i + 1] - lat[i];
            double px = (point.lon() - lon[i]) * shrink;
            double py = point.lat() - lat[i];
            double square = x * x + y * y;
            double part = square == 0 ? 0 : Math.max(0, Math.min(1, (px * x + py * y) / square));
            double dx = px - part * x;
            double dy = py - part * y;
            double distance = dx * dx + dy * dy;
            if (distance < best) {
                best = distance;
                bestWalked = walked[i] + part * (walked[i + 1] - walked[i]);
                bestLat = lat[i] + part * (lat[i + 1] - lat[i]);
                bestLon = lon[i] + part * (lon[i + 1] - lon[i]);
            }
        }
        double fraction = lengthM() == 0 ? 0 : Math.max(0, Math.min(1, bestWalked / lengthM()));
        return new Projection(fraction, Math.sqrt(best) * METRES_PER_DEGREE, new LatLon(bestLat, bestLon));
    }

    LatLon at(double fraction) {
        return cut(fraction, fraction).get(0);
    }

    /** The part between two fractions, drawn from the first to the second; at least one point. */
    public List<LatLon> cut(double from, double to) {
        List<LatLon> points = new ArrayList<>();
        double start = Math.min(from, to) * lengthM();
        double end = Math.max(from, to) * lengthM();
        points.add(interpolate(start));
        for (int i = 0; i < lat.length; i++) {
            if (walked[i] > start && walked[i] < end) {
                points.add(new LatLon(lat[i], lon[i]));
            }
        }
        if (end > start) {
            points.add(interpolate(end));
        }
        if (to < from) {
            java.util.Collections.reverse(points);
        }
        return points;
    }

    private LatLon interpolate(double metres) {
        int i = 1;
        while (i < walked.length - 1 && walked[i] < metres) {
            i++;
        }
        double segment = walked[i] - walked[i - 1];
        double part = segment == 0 ? 0 : Math.max(0, Math.min(1, (metres - walked[i - 1]) / segment));
        return new LatLon(lat[i - 1] + part * (lat[i] - lat[i - 1]), lon[i - 1] + part * (lon[i] - lon[i - 1]));
    }

    /** Good to a thousandth over the length of an edge, and ten times faster than the haversine. */
    private static double flatDistance(double lat1, double lon1, double lat2, double lon2) {
        double x = (lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
        double y = lat2 - lat1;
        return Math.sqrt(x * x + y * y) * METRES_PER_DEGREE;
    }
}
