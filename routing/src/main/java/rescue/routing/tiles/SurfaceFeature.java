package rescue.routing.tiles;

import com.wdtinc.mapbox_vector_tile.VectorTile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A surface in the drawing commands of Mapbox Vector Tile 2.1, section 4.3. Written here because the library's own was
 * compiled against an older JTS, whose polygons had rings of another type.
 */
final class SurfaceFeature {

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE_PATH = 7;

    private final VectorTile.Tile.Feature.Builder feature =
            VectorTile.Tile.Feature.newBuilder().setType(VectorTile.Tile.GeomType.POLYGON);
    private int x;
    private int y;

    private SurfaceFeature() {}

    /** The surface without its tags. */
    static VectorTile.Tile.Feature.Builder of(Polygon surface) {
        SurfaceFeature drawn = new SurfaceFeature();
        drawn.ring(surface.getExteriorRing(), true);
        for (int i = 0; i < surface.getNumInteriorRing(); i++) {
            drawn.ring(surface.getInteriorRingN(i), false);
        }
        return drawn.feature;
    }

    /** A shore turns clockwise as seen on the screen, an island the other way. */
    private void ring(LinearRing ring, boolean isShore) {
        Coordinate[] points =
                (turnsClockwise(ring.getCoordinates()) == isShore ? ring : ring.reverse()).getCoordinates();
        command(MOVE_TO, 1);
        go(points[0]);
        command(LINE_TO, points.length - 2); // the last is the first, and that line is drawn by closing
        for (int i = 1; i < points.length - 1; i++) {
            go(points[i]);
        }
        command(CLOSE_PATH, 1);
    }

    /** Tile units count downward, so a positive area is clockwise. */
    private static boolean turnsClockwise(Coordinate[] ring) {
        double twiceTheArea = 0;
        for (int i = 1; i < ring.length; i++) {
            twiceTheArea += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        }
        return twiceTheArea > 0;
    }

    private void command(int command, int count) {
        feature.addGeometry(count << 3 | command);
    }

    private void go(Coordinate point) {
        feature.addGeometry(zigzag((int) point.x - x));
        feature.addGeometry(zigzag((int) point.y - y));
        x = (int) point.x;
        y = (int) point.y;
    }

    private static int zigzag(int value) {
        return value << 1 ^ value >> 31;
    }
}
