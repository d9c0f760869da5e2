package rescue.story;

import java.util.Locale;

/** Invented streets in a grid, as an OSM file: as large as a province where a story needs time to watch an import. */
record GridMap(double south, double west, double north, double east, double step, String highway) {

    /** Wide enough for every station of the default province. */
    static GridMap overTheProvince(double step, String highway) {
        return new GridMap(21.5, 102.3, 22.9, 104.1, step, highway);
    }

    String osm() {
        int rows = (int) Math.round((north - south) / step) + 1;
        int columns = (int) Math.round((east - west) / step) + 1;
        var osm = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                osm.append(String.format(
                        Locale.ROOT,
                        "<node id='%d' lat='%.4f' lon='%.4f'/>%n",
                        1 + row * columns + column,
                        south + row * step,
                        west + column * step));
            }
        }
        for (int row = 0; row < rows; row++) {
            street(osm, 1_000_000 + row, 1 + row * columns, 1, columns);
        }
        for (int column = 0; column < columns; column++) {
            street(osm, 2_000_000 + column, 1 + column, columns, rows);
        }
        return osm.append("</osm>\n").toString();
    }

    private void street(StringBuilder osm, int id, int first, int stride, int count) {
        if (highway.isEmpty()) {
            return; // places without a road
        }
        osm.append("<way id='").append(id).append("'>");
        for (int i = 0; i < count; i++) {
            osm.append("<nd ref='").append(first + i * stride).append("'/>");
        }
        osm.append("<tag k='highway' v='").append(highway).append("'/></way>\n");
    }
}
