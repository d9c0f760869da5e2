package rescue.routing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.RoadBookReader;
import rescue.routing.edge.Heights;
import rescue.routing.edge.ModelledMode;
import rescue.routing.map.FileStamps;

/**
 * Where everything about the roads lies. None of it need be there when the program starts.
 *
 * @param mapFile an OSM extract, or a folder with a road book; null for the road book in {@code dataFolder}
 * @param dataFolder the province: road book, communes, places, {@code elevation/} with height tiles
 * @param graphFolder where imported maps are kept
 * @param models the folder of custom models, one for each mode of travel
 * @param stations whom the map must serve: one on which none of them stands is another province's; none asks nothing
 */
public record MapSettings(
        @Nullable Path mapFile, Path dataFolder, Path graphFolder, Path models, List<LatLon> stations) {

    public MapSettings {
        stations = List.copyOf(stations);
    }

    Path map() {
        return Optional.ofNullable(mapFile).orElse(dataFolder);
    }

    Path elevation() {
        return dataFolder.resolve("elevation");
    }

    /** Everything that another map could be made of. */
    FileStamps stamps() {
        Stream<Path> map =
                Stream.of(map(), map().resolve(RoadBookReader.ROADS), map().resolve(RoadBookReader.WAYPOINTS));
        Stream<Path> book =
                Stream.of(dataFolder.resolve(RoadBookReader.ROADS), dataFolder.resolve(RoadBookReader.WAYPOINTS));
        Stream<Path> more = Stream.concat(ModelledMode.models(models).stream(), Heights.files(elevation()).stream());
        return FileStamps.of(Stream.concat(Stream.concat(map, book), more).toList());
    }
}
