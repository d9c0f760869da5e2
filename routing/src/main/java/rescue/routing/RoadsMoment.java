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
import rescue.routing.closures.ClosureDifference;
import rescue.routing.engine.Label;
import rescue.routing.engine.NetworkParts;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;
import rescue.routing.estimate.Estimates;
import rescue.routing.places.Access;
import rescue.routing.places.Snapping;

/** One state of the roads, kept: what a change did to a journey is found by driving it over the states before and after. */
final class RoadsMoment implements RoadsAsOf {

    /** Where searches run. */
    interface Worker {
        <T> Future<T> run(Callable<T> work);
    }

    /** Where a vehicle can stop for an end of a journey. */
    interface Stops {
        List<Access> of(Journey journey, LatLon end, Journey.Patient patientHere);
    }

    private final RoadConditions roads;
    private final List<RoadClosure> closures;
    private final RoadEngine engine;
    private final Snapping snapping;
    private final Stops stops;
    private final Worker worker;

    RoadsMoment(
            RoadConditions roads,
            List<RoadClosure> closures,
            RoadEngine engine,
            Snapping snapping,
            Stops stops,
            Worker worker) {
        this.roads = roads;
        this.closures = closures;
        this.engine = engine;
        this.snapping = snapping;
        this.stops = stops;
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
        List<Access> starts = stops.of(journey, journey.from(), Journey.Patient.AT_START);
        List<Access> goals = stops.of(journey, journey.to(), Journey.Patient.AT_END);
        if (starts.isEmpty() || goals.isEmpty()) {
            return JourneyChange.none(Estimates.travel(journey.from(), journey.to()));
        }
        RoadState then = were.state(journey.vehicle());
        RoadState now = roads.state(journey.vehicle());
        Optional<Way> after = way(now, starts, goals);
        Optional<Way> before = then == now ? after : way(then, starts, goals);
        TravelMode mode = TravelMode.of(journey.vehicle());
        return new JourneyChange(
                travel(before),
                travel(after),
                keys(before).equals(keys(after)),
                difference.cameInto(before, mode),
                difference.wentOutOf(after, mode));
    }

    /** The way that takes least time together with its walk, as the crew is given it. */
    private Optional<Way> way(RoadState state, List<Access> starts, List<Access> goals) {
        Way best = null;
        long bestMs = Long.MAX_VALUE;
        for (Access start : starts) {
            for (Access goal : goals) {
                Way way = engine.way(state, start.stop().phantom(), goal.stop().phantom())
                        .orElse(null);
                long ms = way == null ? Long.MAX_VALUE : start.walkMs() + Label.ms(way.label()) + goal.walkMs();
                if (ms < bestMs) {
                    best = way;
                    bestMs = ms;
                }
            }
        }
        return Optional.ofNullable(best);
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

    /** A place between two closed stretches is a part of its own: those have numbers below zero. */
    @Override
    public Future<List<Optional<Integer>>> parts(List<LatLon> places, VehicleClass vehicle) {
        return worker.run(() -> {
            NetworkParts parts = new NetworkParts(roads.state(vehicle));
            TravelMode mode = TravelMode.of(vehicle);
            return IntStream.range(0, places.size())
                    .mapToObj(i -> snapping.find(places.get(i), mode)
                            .map(snapped -> parts.of(snapped.phantom()))
                            .map(part -> part == NetworkParts.NOWHERE ? -1 - i : part))
                    .toList();
        });
    }
}
