package rescue.routing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.dispatch.road.MapFault;
import rescue.routing.Maps;

/** A map for which there is no room on the disk. */
class FullDiskIT {

    @TempDir
    Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", folder.resolve("small").toString());
        }
    }

    @Test
    void a_disk_that_is_too_small_is_said_before_it_is_full() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small.toString()) == 0;
        assumeTrue(mounted, "skipped: a small disk can only be mounted as root");

        MapRefused refused = assertThrows(
                MapRefused.class, () -> RoadMap.open(Maps.PROVINCE, small.resolve("graphs"), Maps.AMBULANCE));

        assertEquals(MapFault.CANNOT_WRITE, refused.fault(), refused.getMessage());
        try (var left = Files.list(small.resolve("graphs"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void a_folder_for_graphs_that_is_a_file_cannot_be_written() throws Exception {
        Path file = Files.writeString(folder.resolve("graphs"), "in the way");

        MapRefused refused = assertThrows(MapRefused.class, () -> RoadMap.open(Maps.PROVINCE, file, Maps.AMBULANCE));

        assertEquals(MapFault.CANNOT_WRITE, refused.fault(), refused.getMessage());
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }
}
