package rescue.routing;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.routing.book.RoadBook;

/**
 * Everything over one opened map, for whoever can wait for it: tests, measurements, tables. A server does not wait, see
 * {@link MapKeeper}.
 *
 * @param roads driving times, routes, road closures
 * @param baseMap the map behind the pages
 * @param register the road book: kilometre posts
 * @param version names the content of the map
 */
public record RoutingModule(RoadNetwork roads, BaseMap baseMap, RoadRegister register, String version) {

    /**
     * Opens a map and whatever the province's data folder knows; takes seconds when the map is new, so call it on a worker.
     *
     * @param mapFile an OSM extract, or null for the road book in {@code dataFolder}
     * @param dataFolder the province: road book, communes, places, {@code elevation/} with height tiles; each may be missing
     * @param graphFolder where imported maps are kept
     * @param models the folder of custom models, one for each mode of travel; or the ambulance's alone
     */
    public static RoutingModule open(
            Vertx vertx, @Nullable Path mapFile, Path dataFolder, Path graphFolder, Path models) {
        RoadBook register = RoadBook.find(dataFolder).orElseGet(RoadBook::empty);
        OpenedMap map = OpenedMap.open(
                vertx,
                new MapSettings(mapFile, dataFolder, graphFolder, models, List.of()),
                register,
                NamedPlaces.read(dataFolder),
                KmPosts.of(register),
                new SelfChecks());
        return new RoutingModule(map.roads(), map.tiles(), register, map.version());
    }
}
