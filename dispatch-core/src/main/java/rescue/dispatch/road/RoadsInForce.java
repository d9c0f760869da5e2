package rescue.dispatch.road;

import java.util.List;

/**
 * One state of the roads: everything that is in force on them at a time.
 *
 * @param version the number of that state, the same on every node of one map; greater than those before
 * @param closures oldest first
 */
public record RoadsInForce(long version, List<RoadClosure> closures) {

    public RoadsInForce {
        closures = List.copyOf(closures);
    }
}
