package rescue.routing.tiles;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finished tiles in memory, the least recently used leave first. */
final class TileCache {

    private final long maxBytes;
    private final Map<Long, byte[]> tiles = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    TileCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized Optional<byte[]> find(long key) {
        return Optional.ofNullable(tiles.get(key));
    }

    synchronized void put(long key, byte[] tile) {
        byte[] old = tiles.put(key, tile);
        bytes += cost(tile) - (old == null ? 0 : cost(old));
        Iterator<byte[]> eldest = tiles.values().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            bytes -= cost(eldest.next());
            eldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /** An empty tile is kept too, and its entry takes room as well. */
    private static long cost(byte[] tile) {
        return tile.length + 100L;
    }
}
