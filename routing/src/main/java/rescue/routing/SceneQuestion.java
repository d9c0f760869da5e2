package rescue.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.Walk;
import rescue.routing.engine.Direction;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.TravelMode;

/** All the driving times of one decision, asked of one state of the roads. */
final class SceneQuestion {

    private final RoadConditions roads;
    private final Snapping snapping;
    private final Accesses accesses;
    private final LatLon scene;
    private final List<Origin> origins;
    private final List<LatLon> destinations;

    SceneQuestion(
            RoadConditions roads,
            Snapping snapping,
            Accesses accesses,
            LatLon scene,
            List<Origin> origins,
            List<LatLon> destinations) {
        this.roads = roads;
        this.snapping = snapping;
        this.accesses = accesses;
        this.scene = scene;
        this.origins = origins;
        this.destinations = destinations;
    }

    /** Finds the labels between the scene and others, or nothing when it would have to search and may not. */
    interface Labels {
        Optional<long[]> between(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre);
    }

    /** What one kind of vehicle needs for its stop at the scene, and what the quickest of them needs to the patient. */
    private record AtStop(Access access, List<Optional<Travel>> toScene, long quickestMs) {}

    /** The answer, or empty when {@code labels} gave none for a part of it. */
    Optional<SceneTimes> answer(Labels labels) {
        List<Optional<Travel>> toScene =
                new ArrayList<>(java.util.Collections.nCopies(origins.size(), Optional.empty()));
        Map<VehicleClass, List<Optional<Travel>>> fromScene = new EnumMap<>(VehicleClass.class);
        Map<VehicleClass, Walk> walks = new EnumMap<>(VehicleClass.class);
        boolean complete = true;
        for (var group : originsByState().entrySet()) {
            List<Origin> ours = group.getValue().stream().map(origins::get).toList();
            TravelMode mode = TravelMode.of(ours.get(0).vehicle());
            List<Access> stops = accesses.find(scene, mode);
            if (stops.isEmpty()) {
                return Optional.of(estimated());
            }
            Optional<AtStop> best = best(labels, group.getKey(), mode, stops, ours);
            complete &= best.isPresent();
            if (best.isEmpty()) {
                continue;
            }
            Access stop = best.get().access;
            var onward = times(labels, group.getKey(), mode, stop, destinations, Direction.BACKWARD);
            complete &= onward.isPresent();
            for (int i = 0; i < ours.size() && onward.isPresent(); i++) {
                toScene.set(group.getValue().get(i), best.get().toScene.get(i));
                fromScene.put(ours.get(i).vehicle(), onward.get());
                if (stop.walk() != null) {
                    walks.put(ours.get(i).vehicle(), stop.walk());
                }
            }
        }
        return complete ? Optional.of(new SceneTimes(roads.version(), toScene, fromScene, walks)) : Optional.empty();
    }

    /** All vehicles of a kind meet the patient at one stop, the one where the first of them is with him soonest. */
    private Optional<AtStop> best(
            Labels labels, RoadState state, TravelMode mode, List<Access> stops, List<Origin> ours) {
        List<LatLon> points = ours.stream().map(Origin::at).toList();
        AtStop best = null;
        boolean complete = true;
        for (Access stop : stops) {
            var times = times(labels, state, mode, stop, points, Direction.FORWARD);
            complete &= times.isPresent();
            if (times.isPresent()) {
                long quickest = times.get().stream()
                        .flatMap(Optional::stream)
                        .mapToLong(travel -> travel.time().toMillis() + stop.walkMs())
                        .min()
                        .orElse(Long.MAX_VALUE);
                if (best == null || quickest < best.quickestMs) {
                    best = new AtStop(stop, times.get(), quickest);
                }
            }
        }
        return complete ? Optional.ofNullable(best) : Optional.empty();
    }

    private Map<RoadState, List<Integer>> originsByState() {
        return IntStream.range(0, origins.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> roads.state(origins.get(i).vehicle()), LinkedHashMap::new, Collectors.toList()));
    }

    private Optional<List<Optional<Travel>>> times(
            Labels labels, RoadState state, TravelMode mode, Access stop, List<LatLon> points, Direction othersAre) {
        List<Optional<Snapping.Snapped>> snapped =
                points.stream().map(point -> snapping.find(point, mode)).toList();
        List<Phantom> phantoms = snapped.stream()
                .flatMap(Optional::stream)
                .map(Snapping.Snapped::phantom)
                .toList();
        return labels.between(state, stop.stop().phantom(), phantoms, othersAre).map(found -> {
            List<Optional<Travel>> times = new ArrayList<>(points.size());
            int next = 0;
            for (int i = 0; i < points.size(); i++) {
                times.add(
                        snapped.get(i).isPresent()
                                ? travel(found[next++])
                                : Optional.of(Estimates.travel(points.get(i), scene)));
            }
            return times;
        });
    }

    static Optional<Travel> travel(long label) {
        return Label.isReached(label)
                ? Optional.of(new Travel(Duration.ofMillis(Label.ms(label)), Label.metres(label), Travel.Basis.ROAD))
                : Optional.empty();
    }

    /** The scene lies outside the map: a far-away truth is better than none, and it is marked. */
    private SceneTimes estimated() {
        List<Optional<Travel>> fromScene = destinations.stream()
                .map(to -> Optional.of(Estimates.travel(scene, to)))
                .toList();
        return new SceneTimes(
                roads.version(),
                origins.stream()
                        .map(origin -> Optional.of(Estimates.travel(origin.at(), scene)))
                        .toList(),
                origins.stream()
                        .map(Origin::vehicle)
                        .distinct()
                        .collect(Collectors.toMap(vehicle -> vehicle, vehicle -> fromScene)),
                Map.of());
    }
}
