package rescue.dispatch.port;

import rescue.dispatch.road.RoadsState;

/** Tells what answers about roads rest on. A look-up in memory. */
@FunctionalInterface
public interface RoadMapState {

    RoadsState now();
}
