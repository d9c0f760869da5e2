package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Puts the edges of a road together again, which the graph has cut at every junction: only a long line can be simplified. */
final class RoadMerging {

    /** What is still told apart from afar. */
    private record Kind(String roadClass, String ref) {}

    private final DrawnRoads roads;
    private final Map<Kind, LineMerger> mergers = new LinkedHashMap<>();

    private RoadMerging(DrawnRoads roads) {
        this.roads = roads;
    }

    /** The roads that are seen below a zoom, each as few lines as it can be. */
    static List<WorldLine> below(int zoom, DrawnRoads roads) {
        RoadMerging merging = new RoadMerging(roads);
        for (int road = 0; road < roads.count(); road++) {
            if (RoadTier.of(roads.roadClass(road)).fromZoom() < zoom) {
                merging.add(road);
            }
        }
        return merging.lines();
    }

    private void add(int road) {
        LineString line = Mercator.line(roads.line(road));
        if (!line.isEmpty()) {
            mergers.computeIfAbsent(
                            new Kind(
                                    roads.roadClass(road),
                                    RoadNumber.of(roads, road).orElse("")),
                            kind -> new LineMerger())
                    .add(line);
        }
    }

    private List<WorldLine> lines() {
        List<WorldLine> lines = new ArrayList<>();
        mergers.forEach((kind, merger) -> {
            for (Object merged : merger.getMergedLineStrings()) {
                lines.add(new WorldLine(
                        (LineString) merged,
                        tags(kind),
                        RoadTier.of(kind.roadClass).fromZoom()));
            }
        });
        return lines;
    }

    private static Map<String, Object> tags(Kind kind) {
        return kind.ref.isEmpty()
                ? Map.of("class", kind.roadClass)
                : new java.util.TreeMap<>(Map.of("class", kind.roadClass, "ref", kind.ref));
    }
}
