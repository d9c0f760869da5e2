package rescue.routing.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Heights above sea level, from the tiles of one degree that an operator put into a folder: {@code N22E103.hgt} and so
 * on, as the Shuttle Radar Topography Mission and its successors publish them. Nothing is ever fetched.
 */
public final class Heights {

    private static final Logger LOG = LoggerFactory.getLogger(Heights.class);

    /** What stands in a tile where the radar saw nothing. */
    private static final short VOID = -32_768;

    /** Tiles with more rows than this are of no product that we know (30 m: 3601, 90 m: 1201). */
    private static final int MOST_ROWS = 10_801;

    private final Map<String, Tile> tiles;

    private Heights(Map<String, Tile> tiles) {
        this.tiles = tiles;
    }

    public static Heights none() {
        return new Heights(Map.of());
    }

    /** The tiles that a folder holds, in order of their names; none without the folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> name(file).matches("[NS]\\d\\d[EW]\\d\\d\\d\\.HGT"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("heights in {} cannot be read, driving times go without: {}", folder, unreadable.toString());
            return List.of();
        }
    }

    /** Reads tiles; one that is broken is left out with a warning, for roads without slope are better than no roads. */
    public static Heights read(List<Path> files) {
        Map<String, Tile> tiles = new HashMap<>();
        for (Path file : files) {
            try {
                tiles.put(name(file).substring(0, 7), Tile.read(file));
            } catch (IOException broken) {
                LOG.warn("the height tile {} is left out: {}", file, broken.getMessage());
            }
        }
        return new Heights(tiles);
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** Metres above sea level between the four samples around a point; empty where nothing is known. */
    OptionalDouble at(double lat, double lon) {
        int south = (int) Math.floor(lat);
        int west = (int) Math.floor(lon);
        Tile tile = tiles.get(String.format(
                Locale.ROOT,
                "%c%02d%c%03d",
                south < 0 ? 'S' : 'N',
                Math.abs(south),
                west < 0 ? 'W' : 'E',
                Math.abs(west)));
        return tile == null ? OptionalDouble.empty() : tile.at(lat - south, lon - west);
    }

    private static String name(Path file) {
        return file.getFileName().toString().toUpperCase(Locale.ROOT);
    }

    /**
     * One degree by one degree: rows from north to south, two bytes a sample, the last row and column shared with the
     * neighbours.
     */
    private record Tile(ByteBuffer samples, int rows) {

        static Tile read(Path file) throws IOException {
            long size = Files.size(file);
            int rows = (int) Math.round(Math.sqrt(size / 2.0));
            if (size < 8 || rows > MOST_ROWS || 2L * rows * rows != size) {
                throw new IOException(size + " bytes are no square of two-byte samples");
            }
            return new Tile(ByteBuffer.wrap(Files.readAllBytes(file)), rows);
        }

        OptionalDouble at(double north, double east) {
            double row = (1 - north) * (rows - 1);
            double column = east * (rows - 1);
            int top = Math.min((int) row, rows - 2);
            int left = Math.min((int) column, rows - 2);
            double down = row - top;
            double right = column - left;
            short a = sample(top, left);
            short b = sample(top, left + 1);
            short c = sample(top + 1, left);
            short d = sample(top + 1, left + 1);
            return a == VOID || b == VOID || c == VOID || d == VOID
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            (1 - down) * ((1 - right) * a + right * b) + down * ((1 - right) * c + right * d));
        }

        private short sample(int row, int column) {
            return samples.getShort(2 * (row * rows + column));
        }
    }
}
