package rescue.routing.places;

import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.shapes.BBox;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.VehicleClass;
import rescue.routing.edge.RoadLine;
import rescue.routing.edge.RoadShapes;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.Roads;
import rescue.routing.engine.TravelMode;

/** From a point on the ground to the nearest point of the connected road network. */
public final class Snapping {

    /**
     * How far from any road a point may lie and still belong to the map. A day's walk in these mountains: farther, and
     * the road it would be put on says nothing about reaching it.
     */
    static final double MAX_SNAP_M = 15_000;

    /** Points remembered: every unit, hospital and scene of a busy day. They are forgotten together when it is too many. */
    private static final int MAX_REMEMBERED = 16_384;

    /**
     * The map's bounds are those of its junctions, and the index knows a road only within them: one that bulges out is
     * looked for where it comes back, so far away in metres.
     */
    private static final double BULGE_M = 2_000;

    /** Metres in a degree of latitude. */
    private static final double METRES_PER_DEGREE = 111_195;

    private final LocationIndex index;
    private final RoadShapes shapes;
    private final Roads roads;
    private final BBox bounds;
    private final Map<TravelMode, Map<LatLon, Optional<Snapped>>> remembered = new EnumMap<>(TravelMode.class);

    /**
     * A point put on the network.
     *
     * @param distanceM metres from the point asked to the road
     */
    public record Snapped(Phantom phantom, LatLon onRoad, double distanceM) {}

    public Snapping(LocationIndex index, RoadShapes shapes, Roads roads, BBox bounds) {
        this.index = index;
        this.shapes = shapes;
        this.roads = roads;
        this.bounds = bounds;
        for (TravelMode mode : TravelMode.values()) {
            remembered.put(mode, new ConcurrentHashMap<>());
        }
    }

    /** Whether {@link #find} need not search for this point. */
    public boolean remembers(LatLon point, TravelMode mode) {
        return Roads.get(remembered, mode).containsKey(point);
    }

    /** The nearest point of an ambulance's network, or empty when the map has no road for it. */
    public Optional<Snapped> find(LatLon point) {
        return find(point, TravelMode.AMBULANCE);
    }

    /** The nearest point that can be reached in that mode, or empty when the map has no road for it. */
    public Optional<Snapped> find(LatLon point, TravelMode mode) {
        Map<LatLon, Optional<Snapped>> ofMode = Roads.get(remembered, mode);
        Optional<Snapped> known = ofMode.get(point);
        if (known != null) {
            return known;
        }
        Optional<Snapped> found = search(point, mode);
        if (ofMode.size() >= MAX_REMEMBERED) {
            ofMode.clear();
        }
        ofMode.put(point, found);
        return found;
    }

    /** Where the roads around a point come nearest to it, one place for each edge, the nearest first. */
    List<Snapped> nearest(LatLon point, TravelMode mode, double withinM, int most) {
        return edgesWithin(point, withinM, mode).stream()
                .map(edge -> on(edge, point))
                .filter(snapped -> snapped.distanceM <= withinM)
                .sorted(Comparator.comparingDouble(Snapped::distanceM)
                        .thenComparingInt(snapped -> snapped.phantom.edge()))
                .limit(most)
                .toList();
    }

    private Optional<Snapped> search(LatLon point, TravelMode mode) {
        if (isFarOutside(point)) {
            return Optional.empty();
        }
        var near = index.findClosest(point.lat(), point.lon(), edge -> roads.isMain(mode, edge.getEdge()));
        if (near.isValid()) {
            return Optional.of(on(near.getClosestEdge().getEdge(), point));
        }
        // The index looks around only a little; what is farther from any road is looked for in growing squares.
        for (double withinM = 2_000; withinM < 2 * MAX_SNAP_M; withinM *= 2) {
            Snapped nearest = null;
            for (int edge : edgesWithin(point, Math.min(withinM, MAX_SNAP_M), mode)) {
                Snapped candidate = on(edge, point);
                if (isNearer(candidate, nearest)) {
                    nearest = candidate;
                }
            }
            if (nearest != null && nearest.distanceM <= Math.min(withinM, MAX_SNAP_M)) {
                return Optional.of(nearest);
            }
        }
        return Optional.empty();
    }

    private static boolean isNearer(Snapped candidate, @Nullable Snapped than) {
        return than == null
                || candidate.distanceM < than.distanceM
                || (candidate.distanceM == than.distanceM && candidate.phantom.edge() < than.phantom.edge());
    }

    /** Where a point meets one edge. */
    public Snapped on(int edge, LatLon point) {
        RoadLine.Projection projection = shapes.roadLine(edge).project(point);
        return new Snapped(new Phantom(edge, projection.fraction()), projection.at(), projection.distanceM());
    }

    /**
     * The edges that some vehicle can drive and that pass through a square around a point; some of them may lie a little
     * outside.
     */
    public Set<Integer> edgesWithin(LatLon point, double metres) {
        return edgesWithin(
                point,
                metres,
                edge -> Stream.of(VehicleClass.values())
                        .anyMatch(vehicle -> roads.isMain(TravelMode.of(vehicle), edge)));
    }

    private Set<Integer> edgesWithin(LatLon point, double metres, TravelMode mode) {
        return edgesWithin(point, metres, edge -> roads.isMain(mode, edge));
    }

    private Set<Integer> edgesWithin(LatLon point, double metres, IntPredicate isMeant) {
        BBox around = around(point, metres);
        if (!bounds.contains(around)) {
            around = around(point, metres + BULGE_M);
        }
        Set<Integer> edges = new HashSet<>();
        index.query(around, edge -> {
            if (isMeant.test(edge)) {
                edges.add(edge);
            }
        });
        return edges;
    }

    private static BBox around(LatLon point, double metres) {
        double lat = metres / METRES_PER_DEGREE;
        double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        return new BBox(point.lon() - lon, point.lon() + lon, point.lat() - lat, point.lat() + lat);
    }

    /** Whether no road of the map can be near: decided without a search. */
    public boolean isFarOutside(LatLon point) {
        LatLon clamped = new LatLon(
                Math.max(bounds.minLat, Math.min(bounds.maxLat, point.lat())),
                Math.max(bounds.minLon, Math.min(bounds.maxLon, point.lon())));
        return clamped.distanceM(point) > MAX_SNAP_M;
    }
}
