package rescue.routing;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.port.BaseMap;
import rescue.dispatch.port.RoadNetwork;
import rescue.dispatch.port.RoadRegister;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.RoadTiles;

/**
 * Everything that this module gives to the assembly, over one opened map.
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
        RoadRegister register = RoadBook.find(dataFolder).orElseGet(RoadBook::empty);
        RoadMap map = RoadMap.open(
                mapFile == null ? dataFolder : mapFile, graphFolder, models, dataFolder.resolve("elevation"));
        RoadShapes shapes =
                new RoadShapes(map.hopper().getBaseGraph(), map.hopper().getEncodingManager());
        return new RoutingModule(
                new GraphRoadNetwork(vertx, map, shapes, register),
                new RoadTiles(vertx, shapes, places(dataFolder), RoadTiles.OPENSTREETMAP, map.version()),
                register,
                map.version());
    }

    private static List<MapPlace> places(Path dataFolder) {
        List<MapPlace> places = new ArrayList<>();
        Path communes = dataFolder.resolve("communes.csv");
        if (Files.isRegularFile(communes)) {
            for (CsvRow row : CsvRows.read(communes, "name", "seat_lat", "seat_lon")) {
                places.add(new MapPlace(row.text("name"), MapPlace.COMMUNE, row.point("seat_lat", "seat_lon")));
            }
        }
        Path villages = dataFolder.resolve("places.csv");
        if (Files.isRegularFile(villages)) {
            for (CsvRow row : CsvRows.read(villages, "name", "kind", "lat", "lon")) {
                places.add(new MapPlace(row.text("name"), row.text("kind"), row.point("lat", "lon")));
            }
        }
        return places;
    }
}
