package rescue.routing.tiles;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** Which roads lie where, each as the map has it. Lines stay in the map and are read when asked for. */
final class RoadIndex {

    private final DrawnRoads roads;
    private final Map<RoadTier, STRtree> tiers = new EnumMap<>(RoadTier.class);

    RoadIndex(DrawnRoads roads) {
        this.roads = roads;
        for (RoadTier tier : RoadTier.values()) {
            tiers.put(tier, new STRtree());
        }
        for (int road = 0; road < roads.count(); road++) {
            Envelope box = new Envelope();
            for (Coordinate point : Mercator.project(roads.line(road))) {
                box.expandToInclude(point);
            }
            tree(RoadTier.of(roads.roadClass(road))).insert(box, road);
        }
        tiers.values().forEach(STRtree::build);
    }

    private STRtree tree(RoadTier tier) {
        return tiers.getOrDefault(tier, new STRtree());
    }

    /** The roads of a tier that may meet a box, in their own order. */
    Stream<Integer> in(RoadTier tier, Envelope box) {
        List<?> found = tree(tier).query(box);
        return found.stream().map(Integer.class::cast).sorted();
    }

    /** The nearest point of a road of that number, or of any main or district road when none is so near. */
    Optional<Coordinate> nearest(Coordinate at, double within, String ref) {
        Envelope box = new Envelope(at);
        box.expandBy(within);
        List<Integer> near = Stream.of(RoadTier.MAIN, RoadTier.SECONDARY, RoadTier.TERTIARY, RoadTier.LOCAL)
                .flatMap(tier -> in(tier, box))
                .toList();
        return nearest(at, within, near.stream().filter(road -> bears(road, ref)))
                .or(() -> nearest(at, within, near.stream()));
    }

    private boolean bears(int road, String ref) {
        return roads.ref(road)
                .filter(refs -> List.of(refs.split(";", -1)).contains(ref))
                .isPresent();
    }

    private Optional<Coordinate> nearest(Coordinate at, double within, Stream<Integer> among) {
        Coordinate best = null;
        double bestDistance = within;
        for (int road : among.toList()) {
            Coordinate[] line = Mercator.project(roads.line(road));
            for (int i = 1; i < line.length; i++) {
                Coordinate point = new LineSegment(line[i - 1], line[i]).closestPoint(at);
                if (point.distance(at) < bestDistance) {
                    bestDistance = point.distance(at);
                    best = point;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
