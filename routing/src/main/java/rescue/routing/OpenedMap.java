package rescue.routing;

import io.vertx.core.Vertx;
import java.util.List;
import rescue.dispatch.port.RoadRegister;
import rescue.routing.edge.RoadShapes;
import rescue.routing.estimate.Box;
import rescue.routing.map.RoadMap;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.RoadTiles;

/** Everything that answers from one map: the road network, and the tiles behind the pages. */
record OpenedMap(GraphRoadNetwork roads, RoadTiles tiles, Box bounds, String version) implements AutoCloseable {

    /** Opens a map, importing it first when its content is new: seconds, on the caller's thread. */
    static OpenedMap open(
            Vertx vertx, MapSettings settings, RoadRegister register, List<MapPlace> places, SelfChecks checks) {
        RoadMap map = RoadMap.open(settings.map(), settings.graphFolder(), settings.models(), settings.elevation());
        RoadShapes shapes =
                new RoadShapes(map.hopper().getBaseGraph(), map.hopper().getEncodingManager());
        return new OpenedMap(
                new GraphRoadNetwork(vertx, map, shapes, register, checks),
                new RoadTiles(vertx, shapes, places, RoadTiles.OPENSTREETMAP, map.version()),
                Box.around(List.of(shapes.southWest(), shapes.northEast())),
                map.version());
    }

    /** Its memory goes when the last question that began with it has been answered. */
    @Override
    public void close() {
        roads.close();
        tiles.close();
    }
}
