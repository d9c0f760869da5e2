package rescue.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
import rescue.routing.engine.Direction;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadState;

/** All the driving times of one decision, asked of one state of the roads. */
final class SceneQuestion {

    private final RoadConditions roads;
    private final Snapping snapping;
    private final LatLon scene;
    private final List<Origin> origins;
    private final List<LatLon> destinations;

    SceneQuestion(
            RoadConditions roads, Snapping snapping, LatLon scene, List<Origin> origins, List<LatLon> destinations) {
        this.roads = roads;
        this.snapping = snapping;
        this.scene = scene;
        this.origins = origins;
        this.destinations = destinations;
    }

    /** Finds the labels between the scene and others, or nothing when it would have to search and may not. */
    interface Labels {
        Optional<long[]> between(RoadState state, Phantom scene, List<Phantom> others, Direction othersAre);
    }

    /** The answer, or empty when {@code labels} gave none for a part of it. */
    Optional<SceneTimes> answer(Labels labels) {
        Optional<Snapping.Snapped> at = snapping.find(scene);
        if (at.isEmpty()) {
            return Optional.of(estimated());
        }
        Phantom phantom = at.get().phantom();
        List<Optional<Travel>> toScene =
                new ArrayList<>(java.util.Collections.nCopies(origins.size(), Optional.empty()));
        boolean complete = true;
        for (var group : originsByState().entrySet()) {
            List<LatLon> points =
                    group.getValue().stream().map(i -> origins.get(i).at()).toList();
            var times = times(labels, group.getKey(), phantom, points, Direction.FORWARD);
            complete &= times.isPresent();
            times.ifPresent(found -> IntStream.range(0, points.size())
                    .forEach(i -> toScene.set(group.getValue().get(i), found.get(i))));
        }
        Map<VehicleClass, List<Optional<Travel>>> fromScene = new EnumMap<>(VehicleClass.class);
        Map<RoadState, Optional<List<Optional<Travel>>>> byState = new HashMap<>();
        for (Origin origin : origins) {
            RoadState state = roads.state(origin.vehicle());
            var times = byState.computeIfAbsent(
                    state, asked -> times(labels, asked, phantom, destinations, Direction.BACKWARD));
            complete &= times.isPresent();
            times.ifPresent(found -> fromScene.put(origin.vehicle(), found));
        }
        return complete ? Optional.of(new SceneTimes(roads.version(), toScene, fromScene, Map.of())) : Optional.empty();
    }

    private Map<RoadState, List<Integer>> originsByState() {
        return IntStream.range(0, origins.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> roads.state(origins.get(i).vehicle())));
    }

    private Optional<List<Optional<Travel>>> times(
            Labels labels, RoadState state, Phantom at, List<LatLon> points, Direction othersAre) {
        List<Optional<Snapping.Snapped>> snapped =
                points.stream().map(snapping::find).toList();
        List<Phantom> phantoms = snapped.stream()
                .flatMap(Optional::stream)
                .map(Snapping.Snapped::phantom)
                .toList();
        return labels.between(state, at, phantoms, othersAre).map(found -> {
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
