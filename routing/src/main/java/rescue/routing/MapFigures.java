package rescue.routing;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import rescue.dispatch.road.MapFault;

/** What whoever watches the machine counts: maps taken, maps refused, how long the last one took. */
public final class MapFigures {

    private final LongAdder takenInUse = new LongAdder();
    private final Map<MapFault, LongAdder> refused = new EnumMap<>(MapFault.class);
    private final AtomicLong lastOpenedMs = new AtomicLong();

    MapFigures() {
        for (MapFault fault : MapFault.values()) {
            refused.put(fault, new LongAdder());
        }
    }

    void took(long ms) {
        takenInUse.increment();
        lastOpenedMs.set(ms);
    }

    void refused(MapFault fault) {
        refused.getOrDefault(fault, new LongAdder()).increment();
    }

    /** How often a map came into use since the start. */
    public long mapsTaken() {
        return takenInUse.sum();
    }

    /** How often one was refused for that reason since the start. */
    public long mapsRefused(MapFault fault) {
        return refused.getOrDefault(fault, new LongAdder()).sum();
    }

    /** From the look at the file to the first answer over the last map taken, in milliseconds; 0 before the first. */
    public long lastOpenedMs() {
        return lastOpenedMs.get();
    }
}
