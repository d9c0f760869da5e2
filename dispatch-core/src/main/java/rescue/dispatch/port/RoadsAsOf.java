package rescue.dispatch.port;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.JourneyChange;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.VehicleClass;

/** The roads as they were at one moment, kept: so that it can be asked what changed since. */
public interface RoadsAsOf {

    /** The number of this state of the roads. */
    long version();

    /** What was in force on them. */
    List<RoadClosure> closures();

    /**
     * What became of journeys between an earlier moment and this one; one answer each, in the order asked. Without a
     * network, or when there was another one at that moment, nothing became of them: a new map is no landslide.
     */
    Future<List<JourneyChange>> since(RoadsAsOf before, List<Journey> journeys);

    /**
     * Into which parts road closures have cut the network for that vehicle: two places with the same number can be
     * driven between, there and back. One number each, in the order asked; empty when no road is near, or there is no network.
     */
    Future<List<Optional<Integer>>> parts(List<LatLon> places, VehicleClass vehicle);
}
