package rescue.routing.closures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import rescue.dispatch.road.RoadExtent;
import rescue.routing.closures.ExtentMatching.Found;

/** What was matched before, the least asked for forgotten first: following a long stretch takes a tenth of a second. */
final class FoundExtents {

    /**
     * Points and stretches remembered, some 40 bytes each: everything that may stand at once, and what was tried beside. A
     * point by posts counts as little as it is.
     */
    private static final long MOST = 1_000_000;

    private final Map<RoadExtent, Found> found = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    synchronized Optional<Found> find(RoadExtent extent) {
        return Optional.ofNullable(found.get(extent));
    }

    synchronized void put(RoadExtent extent, Found what) {
        Found before = found.put(extent, what);
        weight += weight(extent, what) - (before == null ? 0 : weight(extent, before));
        var eldest = found.entrySet().iterator();
        while (weight > MOST && eldest.hasNext()) {
            Map.Entry<RoadExtent, Found> entry = eldest.next();
            weight -= weight(entry.getKey(), entry.getValue());
            eldest.remove();
        }
    }

    private static long weight(RoadExtent extent, Found found) {
        int points = extent instanceof RoadExtent.ByLine line ? line.points().size() : 1;
        return 1L + points + found.fold(there -> there.stretches().size(), none -> 0);
    }
}
