package rescue.routing.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Everything with a name and no extent: settlements, communes, former districts, and what one may need on the way. */
final class PlaceLayers implements TileLayer {

    private final Map<String, STRtree> layers = new TreeMap<>();

    private record Entry(int rank, MapPlace place, Coordinate at) {}

    PlaceLayers(List<MapPlace> places) {
        int rank = 0;
        for (MapPlace place : places) {
            Entry entry = new Entry(rank++, place, Mercator.project(place.at()));
            layers.computeIfAbsent(place.layer(), name -> new STRtree()).insert(new Envelope(entry.at), entry);
        }
        layers.values().forEach(STRtree::build);
    }

    @Override
    public void draw(TileDrawing tile) {
        layers.forEach((name, tree) -> tile.layer(name, features(tree, tile)));
    }

    private static List<Geometry> features(STRtree tree, TileDrawing tile) {
        List<?> found = tree.query(tile.square());
        return found.stream()
                .map(Entry.class::cast)
                .filter(entry -> tile.zoom() >= entry.place.fromZoom())
                .sorted(java.util.Comparator.comparingInt(Entry::rank))
                .map(entry -> tile.point(entry.at, tags(entry.place)))
                .collect(Collectors.toList());
    }

    private static Map<String, Object> tags(MapPlace place) {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("name", place.name());
        if (!place.layer().equals(place.kind())) {
            tags.put("kind", place.kind());
        }
        return tags;
    }
}
