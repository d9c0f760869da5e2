package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Lakes as surfaces and rivers as lines, as far as the map draws any. */
final class WaterLayer implements TileLayer {

    private final STRtree lakes = new STRtree();
    private final SimplifiedLines rivers;

    private record Entry(int rank, List<Coordinate[]> rings, Map<String, Object> tags) {}

    WaterLayer(Scenery scenery, int maxZoom) {
        int rank = 0;
        for (Scenery.Lake lake : scenery.lakes()) {
            List<Coordinate[]> rings =
                    lake.rings().stream().map(Mercator::project).toList();
            Envelope box = new Envelope();
            for (Coordinate point : rings.get(0)) {
                box.expandToInclude(point);
            }
            lakes.insert(box, new Entry(rank++, rings, lake.name().isEmpty() ? Map.of() : Map.of("name", lake.name())));
        }
        lakes.build();
        rivers = new SimplifiedLines(
                scenery.rivers().stream().map(Scenery.River::drawn).toList(), maxZoom);
    }

    @Override
    public void draw(TileDrawing tile) {
        List<Geometry> surfaces = new ArrayList<>();
        List<?> found = lakes.query(tile.box());
        found.stream()
                .map(Entry.class::cast)
                .sorted(Comparator.comparingInt(Entry::rank))
                .forEach(lake -> tile.surface(lake.rings, lake.tags).ifPresent(surfaces::add));
        tile.layer("water", surfaces);
        tile.layer("waterway", rivers.draw(tile));
    }
}
