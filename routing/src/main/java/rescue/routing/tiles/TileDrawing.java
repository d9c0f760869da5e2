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
import java.util.Optional;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** One tile on its way to bytes: geometry of the world goes in, layers in tile units come out. */
final class TileDrawing {

    /** Tile units along a side, the usual number. */
    private static final int EXTENT = 4096;

    /** Drawn beyond the edge, in tile units, so that a thick line has no seam: 8 pixels of a 256-pixel tile. */
    private static final int MARGIN = 128;

    /** Off the true line by at most this, in tile units: a quarter of a pixel of a 512-pixel tile. */
    static final double TOLERANCE = 2;

    /** A surface smaller than this is no more than a dot: two pixels by two of a 512-pixel tile, in square tile units. */
    private static final double SPECK = 256;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final int zoom;
    private final int x;
    private final int y;
    private final double scale;
    private final double left;
    private final double top;
    private final VectorTile.Tile.Builder tile = VectorTile.Tile.newBuilder();

    TileDrawing(int zoom, int x, int y) {
        this.zoom = zoom;
        this.x = x;
        this.y = y;
        scale = units(zoom);
        left = (double) x * EXTENT;
        top = (double) y * EXTENT;
    }

    /** Tile units along a side of the whole world. */
    static double units(int zoom) {
        return Math.scalb((double) EXTENT, zoom);
    }

    int zoom() {
        return zoom;
    }

    /** The tile's part of the world, with what is drawn beyond its edges. */
    Envelope box() {
        return Mercator.tile(zoom, x, y, (double) MARGIN / EXTENT);
    }

    /** The tile's part of the world and no more: a label belongs to one tile. */
    Envelope square() {
        return Mercator.tile(zoom, x, y, 0);
    }

    /** A line of the world with what is to be said of it; parts of it, or none, may fall on this tile. */
    List<Geometry> line(Coordinate[] world, Map<String, Object> tags) {
        List<Geometry> parts = new ArrayList<>();
        for (List<Coordinate> part : new LineClip(-MARGIN, (double) EXTENT + MARGIN).clip(units(world))) {
            Geometry line = DouglasPeuckerSimplifier.simplify(
                    GEOMETRY.createLineString(part.toArray(new Coordinate[0])), TOLERANCE);
            line.setUserData(tags);
            parts.add(line);
        }
        return parts;
    }

    /** A surface of the world: its shore, then its islands. Empty where too little of it falls on this tile to be seen. */
    Optional<Geometry> surface(List<Coordinate[]> world, Map<String, Object> tags) {
        RingClip clip = new RingClip(-MARGIN, (double) EXTENT + MARGIN);
        List<LinearRing> rings = new ArrayList<>();
        for (Coordinate[] ring : world) {
            Coordinate[] inside = clip.clip(units(ring));
            Coordinate[] simple = inside.length == 0
                    ? inside
                    : DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(inside), TOLERANCE)
                            .getCoordinates();
            boolean seen = simple.length > 3 && Math.abs(Area.ofRingSigned(simple)) >= SPECK;
            if (seen) {
                rings.add(GEOMETRY.createLinearRing(simple));
            } else if (rings.isEmpty()) {
                return Optional.empty();
            }
        }
        Geometry surface = GEOMETRY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
        surface.setUserData(tags);
        return Optional.of(surface);
    }

    private Coordinate[] units(Coordinate[] world) {
        Coordinate[] units = new Coordinate[world.length];
        for (int i = 0; i < world.length; i++) {
            units[i] = new Coordinate(world[i].x * scale - left, world[i].y * scale - top);
        }
        return units;
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
        UserDataKeyValueMapConverter said = new UserDataKeyValueMapConverter();
        for (Geometry feature : features) {
            if (feature instanceof Polygon surface) {
                VectorTile.Tile.Feature.Builder drawn = SurfaceFeature.of(surface);
                said.addTags(surface.getUserData(), tags, drawn);
                layer.addFeatures(drawn);
            } else {
                layer.addAllFeatures(JtsAdapter.toFeatures(feature, tags, said));
            }
        }
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
