package rescue.routing.edge;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.AverageSlope;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EdgeIntAccess;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.MaxSlope;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import com.graphhopper.util.PointList;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How steep a road runs, in per cent, from the heights of its ends: {@code average_slope}, negative the other way round,
 * and {@code max_slope} over its pieces. GraphHopper's names, so that its custom models fit; not its calculator, which
 * wants a graph with three coordinates and takes every wobble of the radar for a hill.
 *
 * <p>Where no height is known both are zero, and no driving time changes.
 */
public final class Slope implements TagParser {

    public static final String AVERAGE = AverageSlope.KEY;
    public static final String STEEPEST = MaxSlope.KEY;

    /** What GraphHopper's importer calls whoever computes them. */
    public static final String CALCULATOR = "slope_calculator";

    /** As {@link Straightness}: a piece of road as long as a hairpin with its approaches. */
    private static final double PIECE_M = 250;

    /**
     * Heights 90 m apart are uncertain by some metres on a steep flank: over less road than this a step of the grid would
     * look like a wall, so a shorter edge is reckoned as if it were as long.
     */
    private static final double SHORTEST_M = 100;

    /** What five bits hold; a road steeper than this is an error of the heights. */
    private static final double STEEPEST_PERCENT = 31;

    private static final Set<String> OFF_THE_GROUND = Set.of("bridge", "tunnel");

    private final DecimalEncodedValue average;
    private final DecimalEncodedValue steepest;
    private final Heights heights;

    public Slope(EncodedValueLookup lookup, Heights heights) {
        this.average = lookup.getDecimalEncodedValue(AVERAGE);
        this.steepest = lookup.getDecimalEncodedValue(STEEPEST);
        this.heights = heights;
    }

    @Override
    public void handleWayTags(int edge, EdgeIntAccess edges, ReaderWay way, IntsRef relationFlags) {
        PointList points = way.getTag("point_list", null);
        Double drawnM = way.getTag("edge_distance", null);
        average.setDecimal(false, edge, edges, 0); // what is never set reads as the steepest way down
        steepest.setDecimal(false, edge, edges, 0);
        if (heights.isEmpty() || points == null || drawnM == null || points.size() < 2 || leavesTheGround(way)) {
            return;
        }
        double roadM = Chainage.metres(way).orElse(drawnM);
        int last = points.size() - 1;
        OptionalDouble from = heights.at(points.getLat(0), points.getLon(0));
        OptionalDouble to = heights.at(points.getLat(last), points.getLon(last));
        if (from.isPresent() && to.isPresent()) {
            average.setDecimal(false, edge, edges, percent(to.getAsDouble() - from.getAsDouble(), roadM));
            steepest.setDecimal(false, edge, edges, steepest(points, drawnM, roadM));
        }
    }

    private double steepest(PointList points, double drawnM, double roadM) {
        double found = 0;
        double pieceM = 0;
        double fromHeight = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            pieceM += i == 0 ? 0 : Straightness.distanceM(points, i) * roadM / Math.max(1, drawnM);
            if (i == 0 || pieceM >= PIECE_M || i == points.size() - 1) {
                double height = heights.at(points.getLat(i), points.getLon(i)).orElse(Double.NaN);
                double slope = percent(height - fromHeight, pieceM);
                found = Math.abs(slope) > Math.abs(found) ? slope : found; // false for NaN
                fromHeight = height;
                pieceM = 0;
            }
        }
        return found;
    }

    private static double percent(double riseM, double roadM) {
        double percent = 100 * riseM / Math.max(SHORTEST_M, roadM);
        return Math.max(-STEEPEST_PERCENT, Math.min(STEEPEST_PERCENT, percent));
    }

    private static boolean leavesTheGround(ReaderWay way) {
        return OFF_THE_GROUND.stream().anyMatch(key -> way.hasTag(key) && !way.hasTag(key, "no"));
    }
}
