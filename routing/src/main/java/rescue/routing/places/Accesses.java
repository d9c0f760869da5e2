package rescue.routing.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WalkingPace;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Direction;
import rescue.routing.engine.Label;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Piece;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.Roads;
import rescue.routing.engine.TravelMode;
import rescue.routing.map.Rivers;

/**
 * Where a vehicle may stop for a patient who lies off the road, and the walk from each stop.
 *
 * <p>The nearest road need not be the right one: between it and the patient may be a gorge, or it is an hour's track away
 * from a road that takes ten minutes more on foot. So a few stops stay in the running, and who asks takes the one with the
 * least drive and walk together. A stop is dropped only when another is never worse: when one drives from it to the other
 * in the time that the shorter walk saves.
 *
 * <p>A road book draws main roads only: of 607 settlements of Lai Châu, 22 in a hundred lie within 50 m of it, but 84 within
 * 50 m of a road of the full map and 97 within 300 m. There a walk would mostly be a road that the book does not know, so
 * none is claimed.
 */
public final class Accesses {

    /**
     * As near as this a patient lies beside the road: half a carriageway, a yard, and the 10 to 30 metres by which a
     * phone's fix and a drawn line are off.
     */
    public static final double BESIDE_ROAD_M = 50;

    /** Stops in the running: each costs a decision a look-up of its own. */
    private static final int MOST = 3;

    /** Roads looked at, the nearest ones: what is farther is hardly ever walked from. */
    private static final int MOST_ROADS = 24;

    /** Roads as far as this times the nearest one, and {@link #FURTHER_M}, are looked at too. */
    private static final double FURTHER = 3;

    private static final double FURTHER_M = 500;

    /** How far to look for a road on this side of a river: beyond it, somebody knows a ford or a bridge of planks. */
    private static final double THIS_SIDE_M = 5_000;

    /** Points remembered; forgotten together when it is too many. */
    private static final int MAX_REMEMBERED = 4_096;

    private final Snapping snapping;
    private final RoadEngine engine;
    private final RoadShapes shapes;
    private final boolean localRoads;
    private final Rivers rivers;
    private final Map<TravelMode, Map<LatLon, List<Access>>> remembered = new EnumMap<>(TravelMode.class);

    public Accesses(Snapping snapping, RoadEngine engine, RoadShapes shapes, boolean localRoads, Rivers rivers) {
        this.snapping = snapping;
        this.engine = engine;
        this.shapes = shapes;
        this.localRoads = localRoads;
        this.rivers = rivers;
        for (TravelMode mode : TravelMode.values()) {
            remembered.put(mode, new ConcurrentHashMap<>());
        }
    }

    /** Whether {@link #find} has not to search: beside a road, or asked before. */
    public boolean isQuick(LatLon patient, TravelMode mode) {
        return !localRoads
                || of(mode).containsKey(patient)
                || snapping.find(patient, mode)
                        .filter(near -> near.distanceM() > BESIDE_ROAD_M)
                        .isEmpty();
    }

    /** The stops worth considering, that with the shortest walk first; none when the map has no road for that point. */
    public List<Access> find(LatLon patient, TravelMode mode) {
        Optional<Snapping.Snapped> nearest = snapping.find(patient, mode);
        if (nearest.isEmpty()) {
            return List.of();
        }
        if (!localRoads || nearest.get().distanceM() <= BESIDE_ROAD_M) {
            return List.of(new Access(nearest.get(), null));
        }
        Map<LatLon, List<Access>> ofMode = of(mode);
        List<Access> known = ofMode.get(patient);
        if (known != null) {
            return known;
        }
        List<Access> found = search(patient, mode, nearest.get());
        if (ofMode.size() >= MAX_REMEMBERED) {
            ofMode.clear();
        }
        ofMode.put(patient, found);
        return found;
    }

    private Map<LatLon, List<Access>> of(TravelMode mode) {
        return Roads.get(remembered, mode);
    }

    private List<Access> search(LatLon patient, TravelMode mode, Snapping.Snapped nearest) {
        List<Access> found = overGround(patient, mode, nearest);
        alongPath(patient, mode, found.get(0)).ifPresent(found::add);
        found.sort(Comparator.comparingLong(Access::walkMs)
                .thenComparingInt(access -> access.stop().phantom().edge()));
        return worthwhile(found, mode);
    }

    /** Straight walks to the nearest roads; those across a river only when there is no other. */
    private List<Access> overGround(LatLon patient, TravelMode mode, Snapping.Snapped nearest) {
        double withinM = Math.min(Snapping.MAX_SNAP_M, FURTHER * nearest.distanceM() + FURTHER_M);
        List<Snapping.Snapped> near = snapping.nearest(patient, mode, withinM, MOST_ROADS);
        List<Snapping.Snapped> thisSide = thisSide(near, patient);
        if (thisSide.isEmpty() && withinM < THIS_SIDE_M) {
            thisSide = thisSide(snapping.nearest(patient, mode, THIS_SIDE_M, Integer.MAX_VALUE), patient);
        }
        boolean across = thisSide.isEmpty();
        Walk.Basis basis = across ? Walk.Basis.ACROSS_RIVER : Walk.Basis.STRAIGHT;
        List<Access> found = new ArrayList<>();
        for (Snapping.Snapped stop :
                across ? List.of(nearest) : thisSide.subList(0, Math.min(MOST_ROADS, thisSide.size()))) {
            found.add(new Access(stop, WalkingPace.over(stop.onRoad(), patient, basis)));
        }
        return found;
    }

    private List<Snapping.Snapped> thisSide(List<Snapping.Snapped> stops, LatLon patient) {
        return stops.stream()
                .filter(stop -> !rivers.lieBetween(stop.onRoad(), patient))
                .toList();
    }

    /** By a footpath, where the map has one nearer to the patient than any road: the vehicle stops where the path begins. */
    private Optional<Access> alongPath(LatLon patient, TravelMode mode, Access nearest) {
        Roads roads = engine.roads();
        if (roads.weights(TravelMode.FOOT) == roads.weights(TravelMode.AMBULANCE)) {
            return Optional.empty(); // the map was opened without a model for walking
        }
        Optional<Snapping.Snapped> path = snapping.find(patient, TravelMode.FOOT)
                .filter(on -> on.distanceM() < nearest.stop().distanceM())
                .filter(on -> !rivers.lieBetween(on.onRoad(), patient));
        return path.flatMap(on -> engine.way(
                        engine.open(TravelMode.FOOT), nearest.stop().phantom(), on.phantom())
                .flatMap(way -> offTheRoad(way.pieces(), mode).map(pieces -> walkAlong(pieces, on, patient))));
    }

    /** The part of a walk after the last piece that the vehicle drives too. */
    private Optional<List<Piece>> offTheRoad(List<Piece> pieces, TravelMode mode) {
        int first = pieces.size();
        while (first > 0 && !engine.roads().isMain(mode, pieces.get(first - 1).edgeKey() >> 1)) {
            first--;
        }
        return first == 0 || first == pieces.size()
                ? Optional.empty()
                : Optional.of(pieces.subList(first - 1, pieces.size()));
    }

    private Access walkAlong(List<Piece> lastRoadAndPath, Snapping.Snapped end, LatLon patient) {
        Piece road = lastRoadAndPath.get(0);
        int edge = road.edgeKey() >> 1;
        Phantom at = new Phantom(edge, (road.edgeKey() & 1) == 0 ? road.to() : 1 - road.to());
        LatLon onRoad = shapes.at(at);
        List<LatLon> line = new ArrayList<>(List.of(onRoad));
        double metres = 0;
        double seconds = 0;
        for (Piece piece : lastRoadAndPath.subList(1, lastRoadAndPath.size())) {
            long label = engine.open(TravelMode.FOOT).label(piece);
            metres += Label.metres(label);
            seconds += Label.ms(label) / 1000.0;
            List<LatLon> part = shapes.line(piece);
            line.addAll(part.subList(1, part.size()));
        }
        Walk rest = WalkingPace.over(end.onRoad(), patient, Walk.Basis.STRAIGHT);
        line.add(patient);
        return new Access(
                new Snapping.Snapped(at, onRoad, onRoad.distanceM(patient)),
                WalkingPace.on(
                        line, metres + rest.distanceM(), seconds + rest.out().toSeconds()));
    }

    /** Drops what another stop always beats, and what is too many. */
    private List<Access> worthwhile(List<Access> shortestWalkFirst, TravelMode mode) {
        List<Access> left = shortestWalkFirst;
        List<Access> kept = new ArrayList<>();
        while (!left.isEmpty() && kept.size() < MOST) {
            Access best = left.get(0);
            kept.add(best);
            List<Access> others = left.subList(1, left.size());
            if (others.isEmpty()) {
                break;
            }
            long[] drives = engine.labels(
                    engine.open(mode),
                    best.stop().phantom(),
                    others.stream().map(other -> other.stop().phantom()).toList(),
                    Direction.FORWARD);
            List<Access> next = new ArrayList<>();
            for (int i = 0; i < drives.length; i++) {
                if (Label.ms(drives[i]) > others.get(i).walkMs() - best.walkMs()) {
                    next.add(others.get(i));
                }
            }
            left = next;
        }
        return List.copyOf(kept);
    }
}
