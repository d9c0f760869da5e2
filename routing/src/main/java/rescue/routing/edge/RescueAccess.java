package rescue.routing.edge;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.EncodedValueLookup;
import com.graphhopper.routing.ev.ImportUnit;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.SimpleBooleanEncodedValue;
import com.graphhopper.routing.util.WayAccess;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.OSMRoadAccessParser;
import com.graphhopper.util.PMap;
import java.util.Optional;
import java.util.Set;

/**
 * Where a vehicle with a blue light may drive, written into one encoded value for each mode of {@link ModelledMode}.
 *
 * <p>What the privilege opens: ways and gates that are private, by permit, or for emergency vehicles
 * ({@code access=private|permit|emergency}, {@code service=emergency_access}, {@code emergency=yes|designated|official}).
 * What it does not open by itself: a one-way road the wrong way round, {@code access=no}, {@code emergency=no}. The law
 * would allow the first; but a route must not lead a crew into oncoming traffic behind a blind bend unless a person has
 * ordered it.
 */
public final class RescueAccess extends CarAccessParser {

    private static final Set<String> FOR_EMERGENCY = Set.of("yes", "designated", "official");

    /** What no car may use until the map says that emergency vehicles may. */
    private static final Set<String> OPEN_TO_EMERGENCY = Set.of("pedestrian", "footway", "cycleway");

    private RescueAccess(EncodedValueLookup lookup, ModelledMode mode) {
        super(
                lookup.getBooleanEncodedValue(mode.accessKey()),
                lookup.getBooleanEncodedValue(Roundabout.KEY),
                new PMap().putObject("block_private", false),
                OSMRoadAccessParser.toOSMRestrictions(mode.transportation()));
        restrictedValues.remove("emergency");
        allowedValues.add("emergency");
        trackTypeValues.addAll(mode.furtherTracks());
        highwayValues.addAll(mode.furtherWays());
        barriers.removeAll(mode.passableBarriers());
    }

    /** How to import the access of a mode, if {@code key} names one that a blue light helps. */
    public static Optional<ImportUnit> unitFor(String key) {
        return ModelledMode.DRIVEN.stream()
                .filter(mode -> mode.accessKey().equals(key))
                .map(mode -> ImportUnit.create(
                        key,
                        settings -> new SimpleBooleanEncodedValue(key, true),
                        (lookup, settings) -> new RescueAccess(lookup, mode),
                        Roundabout.KEY))
                .findFirst();
    }

    @Override
    public WayAccess getAccess(ReaderWay way) {
        if (way.hasTag("emergency", "no")) {
            return WayAccess.CAN_SKIP;
        }
        return isForEmergency(way) ? WayAccess.WAY : super.getAccess(way);
    }

    private boolean isForEmergency(ReaderWay way) {
        String highway = way.getTag("highway", "");
        if ("service".equals(highway) && way.hasTag("service", "emergency_access")) {
            return true;
        }
        boolean isRoad = highwayValues.contains(highway)
                && (!"track".equals(highway) || trackTypeValues.contains(way.getTag("tracktype")));
        return way.hasTag("emergency", FOR_EMERGENCY) && (isRoad || OPEN_TO_EMERGENCY.contains(highway));
    }

    @Override
    public boolean isBarrier(ReaderNode node) {
        return !node.hasTag("emergency", FOR_EMERGENCY) && super.isBarrier(node);
    }
}
