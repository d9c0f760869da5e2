package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Kilometre posts: what people on a mountain road know of where they are. */
final class PostLayer implements TileLayer {

    /** The road book cuts bends: a post that is no farther off belongs onto the road that is drawn. */
    private static final double BESIDE_M = 150;

    private final STRtree posts = new STRtree();

    private record Entry(int rank, KmPost post, Coordinate at) {}

    PostLayer(List<KmPost> all, RoadIndex roads) {
        int rank = 0;
        for (KmPost post : all) {
            Coordinate told = Mercator.project(post.at());
            Coordinate at = roads.nearest(told, Mercator.metres(BESIDE_M, post.at()), post.road())
                    .orElse(told);
            posts.insert(new Envelope(at), new Entry(rank++, post, at));
        }
        posts.build();
    }

    @Override
    public void draw(TileDrawing tile) {
        List<Geometry> features = new ArrayList<>();
        List<?> found = posts.query(tile.square());
        found.stream()
                .map(Entry.class::cast)
                .filter(entry -> tile.zoom() >= entry.post.fromZoom())
                .sorted(java.util.Comparator.comparingInt(Entry::rank))
                .forEach(entry -> features.add(tile.point(entry.at, tags(entry.post))));
        tile.layer("post", features);
    }

    private static Map<String, Object> tags(KmPost post) {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("label", post.label());
        tags.put("ref", post.road());
        tags.put("km", post.km());
        tags.put("anchor", post.anchor());
        return tags;
    }
}
