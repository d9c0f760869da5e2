package rescue.routing;

import com.graphhopper.GHRequest;
import com.graphhopper.ResponsePath;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.RoadBook;
import rescue.routing.map.RoadMap;

/** The maps that tests drive on: the project's own, and extracts that may lie beside the project. */
public final class Maps {

    public static final Path PROVINCE = home("maps/laichau");
    public static final Path MODELS = home("maps/models");
    public static final Path AMBULANCE = MODELS.resolve("ambulance.json");

    private Maps() {}

    /** Of the project's folder, whether that or the module's is where we stand. */
    static Path home(String name) {
        return Files.isDirectory(Path.of("maps"))
                ? Path.of(name)
                : Path.of("..").resolve(name);
    }

    public static RoadBook roadBook() {
        return RoadBook.find(PROVINCE).orElseThrow();
    }

    /** An extract beside the project; without it the test is skipped, with a clear word. */
    public static Path shared(String name) {
        Path file = Path.of("../../shared/maps", name);
        Assumptions.assumeTrue(Files.isRegularFile(file), "skipped: ../shared/maps/" + name + " is not there");
        return file;
    }

    /** An extract beside the project, or nothing: then whatever is tested does with the road book. */
    public static @Nullable Path sharedIfThere(String name) {
        Path file = Path.of("../../shared/maps", name);
        return Files.isRegularFile(file) ? file : null;
    }

    static ResponsePath drive(RoadMap map, LatLon from, LatLon to) {
        return map.hopper()
                .route(new GHRequest(from.lat(), from.lon(), to.lat(), to.lon()).setProfile(map.profile()))
                .getBest();
    }
}
