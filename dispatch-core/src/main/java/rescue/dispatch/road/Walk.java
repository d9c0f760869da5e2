package rescue.dispatch.road;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rescue.dispatch.geo.LatLon;

/**
 * The part of a way that no vehicle drives: from the road to the patient on foot, and back with the stretcher.
 *
 * @param line from the vehicle to the patient, two points or more
 * @param distanceM metres as walked
 * @param out the time to the patient, without load
 * @param carry the time back to the vehicle with a stretcher
 * @param basis what is known of the ground
 */
public record Walk(List<LatLon> line, double distanceM, Duration out, Duration carry, Basis basis) {

    /** What a walk rests on. */
    public enum Basis {
        /** Roads and paths of the map. */
        PATH,
        /** Straight line times a factor: the map has no path there. */
        STRAIGHT,
        /** As {@link #STRAIGHT}, and the map has a river between, with no bridge known: someone must ask before walking. */
        ACROSS_RIVER
    }

    public Walk {
        line = List.copyOf(line);
        if (line.size() < 2) {
            throw new IllegalArgumentException("a walk needs two ends");
        }
        if (out.isNegative() || carry.isNegative() || !(distanceM >= 0)) {
            throw new IllegalArgumentException("a walk must not be negative: " + distanceM + " m, " + out);
        }
    }

    /** This walk and, from where it ends, another: known as little as the worse known of the two. */
    public Walk then(Walk next) {
        List<LatLon> whole = new ArrayList<>(line);
        whole.addAll(next.line);
        return new Walk(
                whole,
                distanceM + next.distanceM,
                out.plus(next.out),
                carry.plus(next.carry),
                basis.compareTo(next.basis) >= 0 ? basis : next.basis);
    }

    /** Where the vehicle waits. */
    public LatLon vehicleAt() {
        return line.get(0);
    }

    /** Where the patient is. */
    public LatLon patientAt() {
        return line.get(line.size() - 1);
    }
}
