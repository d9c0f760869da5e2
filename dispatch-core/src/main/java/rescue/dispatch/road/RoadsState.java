package rescue.dispatch.road;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What answers about roads rest on now, and why: what a dispatcher must know before believing a driving time.
 *
 * @param basis a road network, or straight lines
 * @param since when answers began to rest on that
 * @param mapVersion names the content of the map in force; null without one
 * @param importing whether a map is being prepared in the background
 * @param refused the map as it lies there now is not used, and why; null when it is used, or not yet looked at
 * @param unmatched road closures in force that shut no road: for want of a network, or because the map has no road there
 */
public record RoadsState(
        Travel.Basis basis,
        Instant since,
        @Nullable String mapVersion,
        boolean importing,
        @Nullable RefusedMap refused,
        Set<UUID> unmatched) {

    /**
     * A map that is not used; what was in force before stays in force.
     *
     * @param sentence for the log and whoever runs the machine: it names file and line
     * @param at when it was refused
     */
    public record RefusedMap(MapFault fault, String sentence, Instant at) {}

    public RoadsState {
        unmatched = Set.copyOf(unmatched);
    }
}
