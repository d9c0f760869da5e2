package rescue.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.RoadNetwork.Origin;
import rescue.dispatch.road.RoadsState;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.VehicleClass;

/** What a power cut does to a prepared map, file by file: it is made anew, and questions are answered meanwhile. */
class DamagedGraphIT {

    private static final LatLon HOSPITAL = new LatLon(22.396, 103.469);
    private static final LatLon SA_PA = new LatLon(22.336, 103.842);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void any_file_cut_short_emptied_turned_or_gone_is_made_anew() throws Exception {
        Travel whole = driven();
        List<Path> files = graphFiles();
        assertTrue(files.size() > 5, () -> "the files of a graph: " + files);
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            byte[] bytes = Files.readAllBytes(file);
            damage(file, bytes, i);

            assertEquals(whole, driven(), () -> "after damage to " + file.getFileName());
        }
    }

    /** Each file is damaged in one of four ways, so that all ways and all files have their turn. */
    private static void damage(Path file, byte[] bytes, int way) throws IOException {
        switch (way % 4) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case 1 -> {
                byte[] turned = bytes.clone();
                turned[turned.length / 2] ^= 0x10;
                Files.write(file, turned);
            }
            case 2 -> Files.delete(file);
            default -> Files.write(file, new byte[0]);
        }
    }

    /** A start with what lies there: estimates at once, the road when it is ready. */
    private Travel driven() throws Exception {
        var settings = new MapSettings(
                null, Maps.PROVINCE, folder.resolve("graphs"), Path.of("../maps/models"), List.of(HOSPITAL));
        try (MapKeeper keeper = new MapKeeper(vertx, settings, InstantSource.system())) {
            assertEquals(Travel.Basis.ESTIMATE, travel(keeper).basis());
            RoadsState after =
                    keeper.lookNow().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
            assertEquals(null, after.refused());
            Travel travel = travel(keeper);
            assertEquals(Travel.Basis.ROAD, travel.basis());
            return travel;
        }
    }

    private static Travel travel(MapKeeper keeper) throws Exception {
        return keeper.roads()
                .timesAround(SA_PA, List.of(new Origin(HOSPITAL, VehicleClass.AMBULANCE)), List.of())
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .toScene()
                .get(0)
                .orElseThrow();
    }

    private List<Path> graphFiles() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("graphs"))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
