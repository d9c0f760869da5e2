package rescue.routing.tiles;

/** One layer of a tile, which knows what of it is seen at which zoom. */
interface TileLayer {

    void draw(TileDrawing tile);
}
