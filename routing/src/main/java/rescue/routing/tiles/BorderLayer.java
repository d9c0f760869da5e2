package rescue.routing.tiles;

import java.util.List;

/** Borders of countries and provinces, as far as the map draws any. */
final class BorderLayer implements TileLayer {

    private final SimplifiedLines lines;

    BorderLayer(List<Scenery.Border> borders, int maxZoom) {
        lines = new SimplifiedLines(borders.stream().map(Scenery.Border::drawn).toList(), maxZoom);
    }

    @Override
    public void draw(TileDrawing tile) {
        tile.layer("border", lines.draw(tile));
    }
}
