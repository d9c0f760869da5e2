package rescue.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.SceneTimes;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;
import rescue.dispatch.road.Walk;
import rescue.routing.engine.Asked;
import rescue.routing.engine.Direction;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.RoadState;
import rescue.routing.engine.TravelMode;
import rescue.routing.estimate.Estimates;
import rescue.routing.places.Access;
import rescue.routing.places.Accesses;
import rescue.routing.places.Snapping;

/** All the driving times of one decision, asked of one state of the roads. */
final class SceneQuestion {

    private final RoadEngine engine;
    private final RoadConditions roads;
    private final Snapping snapping;
    private final Accesses accesses;
    private final LatLon scene;
    private final List<Origin> origins;
    private final Map<RoadState, List<Integer>> originsByState;
    private final List<LatLon> destinations;
    private final List<Asked> asked = new ArrayList<>();
    private final boolean isChecked;

    SceneQuestion(
            RoadEngine engine,
            RoadConditions roads,
            Snapping snapping,
            Accesses accesses,
            LatLon scene,
            List<Origin> origins,
            List<LatLon> destinations,
            boolean isChecked) {
        this.engine = engine;
        this.roads = roads;
        this.snapping = snapping;
        this.accesses = accesses;
        this.scene = scene;
        this.origins = origins;
        originsByState = byState(roads, origins);
        this.destinations = destinations;
        this.isChecked = isChecked;
    }

    /** What one kind of vehicle needs for its stop at the scene, and what the quickest of them needs to the patient. */
    private record AtStop(Access access, List<Optional<Travel>> toScene, long quickestMs) {}

    /** Whether the answer takes microseconds, so that it may be given on the caller's thread. */
    boolean isQuick() {
        for (var group : originsByState.entrySet()) {
            RoadState state = group.getKey();
            TravelMode mode = mode(group.getValue());
            boolean quick = state.closed().size() == 0
                    || (accesses.find(scene, mode).stream()
                                    .allMatch(access ->
                                            engine.isQuick(state, access.stop().phantom()))
                            && destinations.stream().allMatch(to -> isQuick(state, mode, to))
                            && group.getValue().stream()
                                    .allMatch(i ->
                                            isQuick(state, mode, origins.get(i).at())));
            if (!quick) {
                return false;
            }
        }
        return true;
    }

    private boolean isQuick(RoadState state, TravelMode mode, LatLon point) {
        return snapping.find(point, mode)
                .map(snapped -> engine.isQuick(state, snapped.phantom()))
                .orElse(true);
    }

    /** All the times. */
    SceneTimes answer() {
        List<Optional<Travel>> toScene = new ArrayList<>(Collections.nCopies(origins.size(), Optional.empty()));
        Map<VehicleClass, List<Optional<Travel>>> fromScene = new EnumMap<>(VehicleClass.class);
        Map<VehicleClass, Walk> walks = new EnumMap<>(VehicleClass.class);
        for (var group : originsByState.entrySet()) {
            List<Origin> ours = group.getValue().stream().map(origins::get).toList();
            TravelMode mode = mode(group.getValue());
            List<Access> stops = accesses.find(scene, mode);
            if (stops.isEmpty()) {
                return estimated();
            }
            AtStop best = best(group.getKey(), mode, stops, ours);
            Access stop = best.access;
            List<Optional<Travel>> onward = times(group.getKey(), mode, stop, destinations, Direction.BACKWARD);
            for (int i = 0; i < ours.size(); i++) {
                toScene.set(group.getValue().get(i), best.toScene.get(i));
                fromScene.put(ours.get(i).vehicle(), onward);
                if (stop.walk() != null) {
                    walks.put(ours.get(i).vehicle(), stop.walk());
                }
            }
        }
        return new SceneTimes(roads.version(), toScene, fromScene, walks);
    }

    /** What {@link #answer} asked the engine, if it is to be checked. */
    List<Asked> asked() {
        return asked;
    }

    /** Vehicles that find the same roads snap alike. */
    private TravelMode mode(List<Integer> group) {
        return TravelMode.of(origins.get(group.get(0)).vehicle());
    }

    /** All vehicles of a kind meet the patient at one stop, the one where the first of them is with him soonest. */
    private AtStop best(RoadState state, TravelMode mode, List<Access> stops, List<Origin> ours) {
        List<LatLon> points = ours.stream().map(Origin::at).toList();
        AtStop best = null;
        for (Access stop : stops) {
            List<Optional<Travel>> times = times(state, mode, stop, points, Direction.FORWARD);
            long quickest = stops.size() == 1 ? 0 : quickestMs(stop, times); // nearly always: beside a road
            if (best == null || quickest < best.quickestMs) {
                best = new AtStop(stop, times, quickest);
            }
        }
        return Objects.requireNonNull(best);
    }

    private static long quickestMs(Access stop, List<Optional<Travel>> times) {
        return times.stream()
                .flatMap(Optional::stream)
                .mapToLong(travel -> travel.time().toMillis() + stop.walkMs())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Map<RoadState, List<Integer>> byState(RoadConditions roads, List<Origin> origins) {
        Map<RoadState, List<Integer>> byState = new LinkedHashMap<>();
        for (int i = 0; i < origins.size(); i++) {
            byState.computeIfAbsent(roads.state(origins.get(i).vehicle()), state -> new ArrayList<>())
                    .add(i);
        }
        return byState;
    }

    private List<Optional<Travel>> times(
            RoadState state, TravelMode mode, Access stop, List<LatLon> points, Direction othersAre) {
        List<Phantom> phantoms = new ArrayList<>(points.size());
        boolean[] onMap = new boolean[points.size()];
        for (int i = 0; i < onMap.length; i++) {
            Optional<Snapping.Snapped> snapped = snapping.find(points.get(i), mode);
            onMap[i] = snapped.isPresent();
            snapped.ifPresent(found -> phantoms.add(found.phantom()));
        }
        long[] labels = engine.labels(state, stop.stop().phantom(), phantoms, othersAre);
        if (isChecked) {
            List<Long> answer = Arrays.stream(labels).boxed().toList();
            asked.add(new Asked(state, stop.stop().phantom(), phantoms, othersAre, answer));
        }
        List<Optional<Travel>> times = new ArrayList<>(points.size());
        int next = 0;
        for (int i = 0; i < onMap.length; i++) {
            times.add(onMap[i] ? travel(labels[next++]) : Optional.of(Estimates.travel(points.get(i), scene)));
        }
        return times;
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
