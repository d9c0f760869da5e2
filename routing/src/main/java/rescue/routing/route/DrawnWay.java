package rescue.routing.route;

import java.util.List;
import rescue.dispatch.geo.LatLon;
import rescue.routing.engine.Piece;

/**
 * A way with its line, drawn once: what is told at both ends reads it too.
 *
 * @param line in driving order; the point that two pieces share stands there once
 * @param firstPoints how many points are those of the first piece
 * @param lastPoints how many are those of the last piece, the shared one among them
 */
record DrawnWay(List<Piece> pieces, List<LatLon> line, int firstPoints, int lastPoints) {

    List<LatLon> firstLine() {
        return line.subList(0, firstPoints);
    }

    List<LatLon> lastLine() {
        return line.subList(line.size() - lastPoints, line.size());
    }
}
