package rescue.routing.tiles;

import com.wdtinc.mapbox_vector_tile.VectorTile;
import com.wdtinc.mapbox_vector_tile.adapt.jts.JtsAdapter;
import com.wdtinc.mapbox_vector_tile.adapt.jts.UserDataKeyValueMapConverter;
import com.wdtinc.mapbox_vector_tile.build.MvtLayerBuild;
import com.wdtinc.mapbox_vector_tile.build.MvtLayerParams;
import com.wdtinc.mapbox_vector_tile.build.MvtLayerProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** One tile on its way to bytes: geometry of the world goes in, layers in tile units come out. */
final class TileDrawing {

    /** Tile units along a side, the usual number. */
    private static final int EXTENT = 4096;

    /** Drawn beyond the edge, in tile units, so that a thick line has no seam: 8 pixels of a 256-pixel tile. */
    private static final int MARGIN = 128;

    /** Off the true line by at most this, in tile units: a quarter of a pixel of a 512-pixel tile. */
    private static final double TOLERANCE = 2;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final double scale;
    private final double left;
    private final double top;
    private final VectorTile.Tile.Builder tile = VectorTile.Tile.newBuilder();

    TileDrawing(int zoom, int x, int y) {
        scale = Math.scalb((double) EXTENT, zoom);
        left = (double) x * EXTENT;
        top = (double) y * EXTENT;
    }

    /** How much of the world around a tile is drawn, as a share of its width. */
    static double margin() {
        return (double) MARGIN / EXTENT;
    }

    /** A line of the world with what is to be said of it; parts of it, or none, may fall on this tile. */
    List<Geometry> line(Coordinate[] world, Map<String, Object> tags) {
        Coordinate[] units = new Coordinate[world.length];
        for (int i = 0; i < world.length; i++) {
            units[i] = new Coordinate(world[i].x * scale - left, world[i].y * scale - top);
        }
        Geometry simple = DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(units), TOLERANCE);
        List<Geometry> parts = new ArrayList<>();
        for (List<Coordinate> part : new LineClip(-MARGIN, (double) EXTENT + MARGIN).clip(simple.getCoordinates())) {
            Geometry line = GEOMETRY.createLineString(part.toArray(new Coordinate[0]));
            line.setUserData(tags);
            parts.add(line);
        }
        return parts;
    }

    Geometry point(Coordinate world, Map<String, Object> tags) {
        Geometry point = GEOMETRY.createPoint(
                new Coordinate(Math.rint(world.x * scale - left), Math.rint(world.y * scale - top)));
        point.setUserData(tags);
        return point;
    }

    /** Adds a layer; one without features is left out. */
    void layer(String name, List<Geometry> features) {
        if (features.isEmpty()) {
            return;
        }
        MvtLayerProps tags = new MvtLayerProps();
        VectorTile.Tile.Layer.Builder layer = MvtLayerBuild.newLayerBuilder(name, new MvtLayerParams(EXTENT, EXTENT));
        layer.addAllFeatures(JtsAdapter.toFeatures(features, tags, new UserDataKeyValueMapConverter()));
        MvtLayerBuild.writeProps(layer, tags);
        tile.addLayers(layer.build());
    }

    boolean isEmpty() {
        return tile.getLayersCount() == 0;
    }

    byte[] bytes() {
        return tile.build().toByteArray();
    }
}
