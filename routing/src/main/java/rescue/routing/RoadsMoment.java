package rescue.routing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadsAsOf;
import rescue.dispatch.road.Journey;
import rescue.dispatch.road.JourneyChange;
import rescue.dispatch.road.RoadClosure;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.engine.Label;
import rescue.routing.engine.NetworkParts;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;

/** One state of the roads, kept: what a change did to a journey is found by driving it over the states before and after. */
final class RoadsMoment implements RoadsAsOf {

    /** Where searches run. */
    interface Worker {
        <T> Future<T> run(Callable<T> work);
    }

    private final RoadConditions roads;
    private final List<RoadClosure> closures;
    private final RoadEngine engine;
    private final Snapping snapping;
    private final Worker worker;

    RoadsMoment(RoadConditions roads, List<RoadClosure> closures, RoadEngine engine, Snapping snapping, Worker worker) {
        this.roads = roads;
        this.closures = closures;
        this.engine = engine;
        this.snapping = snapping;
        this.worker = worker;
    }

    @Override
    public long version() {
        return roads.version();
    }

    @Override
    public List<RoadClosure> closures() {
        return closures;
    }

    @Override
    public Future<List<JourneyChange>> since(RoadsAsOf before, List<Journey> journeys) {
        RoadConditions were = before instanceof RoadsMoment that && that.engine == engine ? that.roads : roads;
        ClosureDifference difference = new ClosureDifference(were.closures(), roads.closures());
        return worker.run(() -> journeys.stream()
                .map(journey -> change(were, difference, journey))
                .toList());
    }

    private JourneyChange change(RoadConditions were, ClosureDifference difference, Journey journey) {
        Optional<Snapping.Snapped> from = snapping.find(journey.from());
        Optional<Snapping.Snapped> to = snapping.find(journey.to());
        if (from.isEmpty() || to.isEmpty()) {
            return JourneyChange.none(Estimates.travel(journey.from(), journey.to()));
        }
        RoadState then = were.state(journey.vehicle());
        RoadState now = roads.state(journey.vehicle());
        Optional<Way> after = engine.way(now, from.get().phantom(), to.get().phantom());
        Optional<Way> before = then == now
                ? after
                : engine.way(then, from.get().phantom(), to.get().phantom());
        TravelMode mode = TravelMode.of(journey.vehicle());
        return new JourneyChange(
                travel(before),
                travel(after),
                keys(before).equals(keys(after)),
                difference.cameInto(before, mode),
                difference.wentOutOf(after, mode));
    }

    private static @Nullable Travel travel(Optional<Way> way) {
        return way.map(found -> new Travel(
                        Duration.ofMillis(Label.ms(found.label())), Label.metres(found.label()), Travel.Basis.ROAD))
                .orElse(null);
    }

    /** What is driven, in order: ways with the same keys are the same way. */
    private static List<Integer> keys(Optional<Way> way) {
        return way.stream()
                .flatMap(found -> found.pieces().stream())
                .map(Piece::edgeKey)
                .toList();
    }

    /** A place far from any road is a part of its own, as is one between two closed stretches. */
    @Override
    public Future<List<Integer>> parts(List<LatLon> places, VehicleClass vehicle) {
        return worker.run(() -> {
            NetworkParts parts = new NetworkParts(roads.state(vehicle));
            return IntStream.range(0, places.size())
                    .mapToObj(i -> snapping.find(places.get(i))
                            .map(snapped -> parts.of(snapped.phantom()))
                            .filter(part -> part != NetworkParts.NOWHERE)
                            .orElse(-1 - i))
                    .toList();
        });
    }
}
