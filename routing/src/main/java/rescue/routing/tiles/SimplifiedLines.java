package rescue.routing.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Long lines, simplified once for every second zoom: a tile that shows a quarter of the province then has hundreds of
 * points to look at and not hundreds of thousands.
 */
final class SimplifiedLines {

    /** For which zooms lines are simplified; a zoom between takes the finer one. */
    private static final List<Integer> ZOOMS = List.of(5, 7, 9, 11);

    /** A line shorter than this is no more than a dot: one pixel of a 512-pixel tile, in tile units. */
    private static final double DOT = 8;

    private final NavigableMap<Integer, STRtree> levels = new TreeMap<>();

    private record Entry(int rank, WorldLine line) {}

    /**
     * Prepares lines.
     *
     * @param mostDetailed the last zoom that is ever asked for; beyond {@link #ZOOMS} lines are kept as they are
     */
    SimplifiedLines(List<WorldLine> lines, int mostDetailed) {
        for (int zoom : ZOOMS) {
            levels.put(zoom, index(lines.stream().map(line -> simplified(line, zoom)), zoom));
        }
        if (mostDetailed > levels.lastKey()) {
            levels.put(mostDetailed, index(lines.stream(), mostDetailed));
        }
    }

    private static STRtree index(java.util.stream.Stream<WorldLine> lines, int zoom) {
        STRtree tree = new STRtree();
        int rank = 0;
        for (WorldLine line : lines.filter(line -> line.fromZoom() <= zoom).toList()) {
            Envelope box = line.box();
            if (line.fromZoom() == 0 || Math.hypot(box.getWidth(), box.getHeight()) * TileDrawing.units(zoom) >= DOT) {
                tree.insert(box, new Entry(rank++, line));
            }
        }
        tree.build();
        return tree;
    }

    private static WorldLine simplified(WorldLine line, int zoom) {
        var simple = (LineString)
                DouglasPeuckerSimplifier.simplify(line.line(), TileDrawing.TOLERANCE / TileDrawing.units(zoom));
        return new WorldLine(simple, line.tags(), line.fromZoom());
    }

    List<Geometry> draw(TileDrawing tile) {
        var level = levels.ceilingEntry(tile.zoom());
        List<Geometry> features = new ArrayList<>();
        if (level != null) {
            List<?> found = level.getValue().query(tile.box());
            found.stream()
                    .map(Entry.class::cast)
                    .filter(entry -> entry.line.fromZoom() <= tile.zoom())
                    .sorted(Comparator.comparingInt(Entry::rank)) // the same tile twice is the same bytes
                    .forEach(entry -> features.addAll(tile.line(entry.line.points(), entry.line.tags())));
        }
        return features;
    }
}
