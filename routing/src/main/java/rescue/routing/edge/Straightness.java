package rescue.routing.edge;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.PointList;

/**
 * How straight a road runs: as the crow flies over as the road goes, in pieces of {@link #WINDOW_M}; 1 is straight, a
 * flight of hairpins is near 0.5.
 *
 * <p>GraphHopper's own {@code curvature} compares the ends of a whole edge. That says nothing where edges are
 * kilometres long, and it changes with the number of junctions that a map knows. Pieces of one length make the road
 * book and a full OSM extract comparable, so that one custom model fits both.
 */
public final class Straightness implements TagParser {

    public static final String KEY = "straightness";

    /** About the length of a hairpin with its approaches: shorter sees straight bits in every bend, longer sees valleys. */
    private static final double WINDOW_M = 250;

    private final DecimalEncodedValue straightness;

    public Straightness(DecimalEncodedValue straightness) {
        this.straightness = straightness;
    }

    /** Seven bits in steps of a hundredth. */
    public static DecimalEncodedValue createEncodedValue() {
        return new DecimalEncodedValueImpl(KEY, 7, 0.01, false);
    }

    @Override
    public void handleWayTags(int edge, EdgeIntAccess edges, ReaderWay way, IntsRef relationFlags) {
        PointList points = way.getTag("point_list", null);
        Double drawnM = way.getTag("edge_distance", null);
        double value = points == null || drawnM == null
                ? 1
                : of(points, drawnM, Chainage.metres(way).orElse(drawnM));
        straightness.setDecimal(false, edge, edges, value);
    }

    /**
     * Straightness of one edge.
     *
     * @param drawnM length of the line as drawn
     * @param roadM length of the road itself: longer than the drawing, where bends were cut
     */
    static double of(PointList points, double drawnM, double roadM) {
        if (points.size() < 2 || roadM <= 0 || drawnM <= 0) {
            return 1;
        }
        int pieces = (int) Math.max(1, Math.round(roadM / WINDOW_M));
        double pieceM = drawnM / pieces;
        double crowM = 0;
        double lat = points.getLat(0);
        double lon = points.getLon(0);
        double walkedM = 0;
        double nextCutM = pieceM;
        for (int i = 1; i < points.size(); i++) {
            double segmentM = distanceM(points, i);
            while (nextCutM <= walkedM + segmentM && nextCutM < drawnM - 1) {
                double share = (nextCutM - walkedM) / segmentM;
                double cutLat = points.getLat(i - 1) + share * (points.getLat(i) - points.getLat(i - 1));
                double cutLon = points.getLon(i - 1) + share * (points.getLon(i) - points.getLon(i - 1));
                crowM += distanceM(lat, lon, cutLat, cutLon);
                lat = cutLat;
                lon = cutLon;
                nextCutM += pieceM;
            }
            walkedM += segmentM;
        }
        int last = points.size() - 1;
        crowM += distanceM(lat, lon, points.getLat(last), points.getLon(last));
        return Math.min(1, crowM / roadM);
    }

    /** From the point before to a point. */
    static double distanceM(PointList points, int i) {
        return distanceM(points.getLat(i - 1), points.getLon(i - 1), points.getLat(i), points.getLon(i));
    }

    private static double distanceM(double lat1, double lon1, double lat2, double lon2) {
        return DistanceCalcEarth.DIST_EARTH.calcDist(lat1, lon1, lat2, lon2);
    }
}
