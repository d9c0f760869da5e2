package rescue.routing.estimate;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.JourneyChange;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.VehicleClass;

/** A moment without a road network: nobody can tell what a road closure did, so nobody is told anything. */
public record EstimatedMoment(long version) implements RoadsAsOf {

    @Override
    public List<RoadClosure> closures() {
        return List.of();
    }

    @Override
    public Future<List<JourneyChange>> since(RoadsAsOf before, List<Journey> journeys) {
        return Future.succeededFuture(journeys.stream()
                .map(journey -> JourneyChange.none(Estimates.travel(journey.from(), journey.to())))
                .toList());
    }

    @Override
    public Future<List<Optional<Integer>>> parts(List<LatLon> places, VehicleClass vehicle) {
        return Future.succeededFuture(
                places.stream().map(place -> Optional.<Integer>empty()).toList());
    }
}
