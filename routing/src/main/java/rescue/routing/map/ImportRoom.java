package rescue.routing.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rescue.dispatch.road.MapFault;

/** Whether a map can be imported beside what this process holds already: asked before, for running out of memory ends it. */
public final class ImportRoom {

    /** What an import takes of any map, however small: measured 40 MB with all that belongs to it. */
    private static final long ANY_MAP_BYTES = 40L << 20;

    /** Bytes of memory for each byte of a packed extract: half of it the import, half the searches over the new graph. */
    private static final long PER_PACKED_BYTE = 20;

    /** XML says the same in twelve times the bytes. */
    private static final long XML_BYTES_PER_PACKED_BYTE = 12;

    /** Bytes of disk for each byte of a packed extract: measured 5 on the full province. */
    private static final long DISK_PER_PACKED_BYTE = 8;

    /** Left for everybody else, first of all PostgreSQL: assumed. */
    private static final long DISK_MARGIN_BYTES = 64L << 20;

    private ImportRoom() {}

    /** Throws {@link MapRefused} when there is not enough. */
    public static void check(Path map, List<Path> files) {
        long needed = needed(files);
        if (needed > free()) {
            System.gc(); // what looks held may be garbage; better a pause of a quarter of a second than no map
        }
        if (needed > free()) {
            throw new MapRefused(
                    map,
                    MapFault.TOO_LARGE,
                    "it needs about " + (needed >> 20) + " MB of memory and " + (free() >> 20)
                            + " MB are free; raise -Xmx (deploy/jvm.options) by the difference");
        }
    }

    /** Throws {@link MapRefused} when the prepared map would fill the disk, which PostgreSQL may have to write to as well. */
    static void checkDisk(Path map, List<Path> files, Path graphFolder) throws IOException {
        long needed = DISK_MARGIN_BYTES
                + files.stream().mapToLong(ImportRoom::packedBytes).sum() * DISK_PER_PACKED_BYTE;
        long free = Files.getFileStore(graphFolder).getUsableSpace();
        if (needed > free) {
            throw new MapRefused(
                    map,
                    MapFault.CANNOT_WRITE,
                    "preparing it in " + graphFolder + " needs about " + (needed >> 20) + " MB of disk and "
                            + (free >> 20) + " MB are free");
        }
    }

    static long needed(List<Path> files) {
        return ANY_MAP_BYTES + files.stream().mapToLong(ImportRoom::packedBytes).sum() * PER_PACKED_BYTE;
    }

    private static long packedBytes(Path file) {
        long bytes = file.toFile().length();
        return file.toString().endsWith(".pbf") ? bytes : bytes / XML_BYTES_PER_PACKED_BYTE;
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
