package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import rescue.routing.tiles.DrawnRoads.Flow;
import rescue.routing.tiles.DrawnRoads.Structure;

/** Roads: from afar as few long lines, near as the map has them, with everything that is known of each. */
final class RoadLayer implements TileLayer {

    /** From here on streets have names, arrows and bridges. */
    private static final int DETAILED_FROM = 12;

    private final DrawnRoads roads;
    private final RoadIndex index;
    private final SimplifiedLines fromAfar;

    RoadLayer(DrawnRoads roads, RoadIndex index) {
        this.roads = roads;
        this.index = index;
        fromAfar = new SimplifiedLines(RoadMerging.below(DETAILED_FROM, roads), DETAILED_FROM - 1);
    }

    @Override
    public void draw(TileDrawing tile) {
        tile.layer("road", tile.zoom() < DETAILED_FROM ? fromAfar.draw(tile) : detailed(tile));
    }

    private List<Geometry> detailed(TileDrawing tile) {
        List<Geometry> features = new ArrayList<>();
        for (RoadTier tier : RoadTier.values()) {
            if (tier.isDrawnAt(tile.zoom())) {
                index.in(tier, tile.box())
                        .forEach(road -> features.addAll(tile.line(Mercator.project(roads.line(road)), tags(road))));
            }
        }
        return features;
    }

    private Map<String, Object> tags(int road) {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("class", roads.roadClass(road));
        Optional<String> ref = RoadNumber.of(roads, road);
        ref.ifPresent(number -> tags.put("ref", number));
        roads.name(road)
                .filter(name -> ref.isEmpty() || !RoadNumber.says(name, ref.get()))
                .ifPresent(name -> tags.put("name", name));
        Flow flow = roads.flow(road);
        if (flow != Flow.BOTH) {
            tags.put("oneway", flow == Flow.FORWARD ? 1 : -1);
        }
        Structure structure = roads.structure(road);
        if (structure != Structure.NONE) {
            tags.put("structure", structure.name().toLowerCase(Locale.ROOT));
        }
        return tags;
    }
}
