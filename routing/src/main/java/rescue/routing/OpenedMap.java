package rescue.routing;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import rescue.dispatch.port.RoadRegister;
import rescue.routing.edge.RoadShapes;
import rescue.routing.estimate.Box;
import rescue.routing.map.RoadMap;
import rescue.routing.tiles.KmPost;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.RoadTiles;
import rescue.routing.tiles.Scenery;

/**
 * Everything that answers from one map: the road network, and the tiles behind the pages.
 *
 * @param posts those that are drawn on the tiles
 * @param drawing draws the same map with other posts
 */
record OpenedMap(
        GraphRoadNetwork roads,
        RoadTiles tiles,
        List<KmPost> posts,
        Function<List<KmPost>, RoadTiles> drawing,
        Box bounds,
        String version)
        implements AutoCloseable {

    /** Opens a map, importing it first when its content is new: seconds, on the caller's thread. */
    static OpenedMap open(
            Vertx vertx,
            MapSettings settings,
            RoadRegister register,
            List<MapPlace> places,
            List<KmPost> posts,
            SelfChecks checks) {
        RoadMap map = RoadMap.open(settings.map(), settings.graphFolder(), settings.models(), settings.elevation());
        RoadShapes shapes =
                new RoadShapes(map.hopper().getBaseGraph(), map.hopper().getEncodingManager());
        Function<List<KmPost>, RoadTiles> drawing = shown -> {
            Scenery scenery = map.scenery();
            return new RoadTiles(
                    vertx,
                    shapes,
                    scenery.withPlaces(NamedPlaces.with(places, scenery.places())),
                    shown,
                    RoadTiles.OPENSTREETMAP,
                    map.version());
        };
        return new OpenedMap(
                new GraphRoadNetwork(vertx, map, shapes, register, checks),
                drawing.apply(posts),
                posts,
                drawing,
                Box.around(List.of(shapes.southWest(), shapes.northEast())),
                map.version());
    }

    /** The same map with the posts of another road book on it. */
    OpenedMap drawnWith(List<KmPost> others) {
        return new OpenedMap(roads, drawing.apply(others), others, drawing, bounds, version);
    }

    /** Its memory goes when the last question that began with it has been answered. */
    @Override
    public void close() {
        roads.close();
        tiles.close();
    }
}
