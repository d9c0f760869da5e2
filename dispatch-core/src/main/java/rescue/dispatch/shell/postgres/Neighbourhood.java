package rescue.dispatch.shell.postgres;

import java.util.TreeSet;
import rescue.dispatch.geo.LatLon;

/**
 * A box around a point, in degrees.
 *
 * @param south smallest latitude
 * @param north largest latitude
 * @param west smallest longitude
 * @param east largest longitude
 */
record Neighbourhood(double south, double north, double west, double east) {

    private static final double METRES_PER_DEGREE = 111_195;

    /** About a kilometre: larger than the neighbourhoods asked for, so that these touch four cells at the most. */
    private static final double CELL_DEGREES = 0.01;

    /** More cells than fit around the Earth once, so that a pair of indices makes one number. */
    private static final long CELLS_PER_ROW = 100_000;

    static Neighbourhood around(LatLon at, double radiusM) {
        double lat = radiusM / METRES_PER_DEGREE;
        double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(at.lat())));
        return new Neighbourhood(at.lat() - lat, at.lat() + lat, at.lon() - lon, at.lon() + lon);
    }

    /** The cells of a fixed grid that the neighbourhood touches, in one order for everybody, so that no two wait for each other. */
    static Long[] cells(LatLon at, double radiusM) {
        Neighbourhood box = around(at, radiusM);
        TreeSet<Long> cells = new TreeSet<>();
        for (long row = cell(box.south); row <= cell(box.north); row++) {
            for (long column = cell(box.west); column <= cell(box.east); column++) {
                cells.add(row * CELLS_PER_ROW + column);
            }
        }
        return cells.toArray(Long[]::new);
    }

    private static long cell(double degrees) {
        return (long) Math.floor(degrees / CELL_DEGREES);
    }
}
