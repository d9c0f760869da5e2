package rescue.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import rescue.dispatch.geo.LatLon;

/** A small invented map: ways through points of a plane, those at the same place joined; written as OSM XML. */
public final class OsmSketch {

    private final BiFunction<Double, Double, LatLon> plane;
    private final Map<LatLon, Integer> nodes = new LinkedHashMap<>();
    private final List<String> ways = new ArrayList<>();

    public OsmSketch(BiFunction<Double, Double, LatLon> plane) {
        this.plane = plane;
    }

    /**
     * Adds a way.
     *
     * @param tags {@code key=value} separated by spaces; an underscore in a value is a space
     * @param metres x and y of each point in turn
     */
    public OsmSketch way(String tags, double... metres) {
        StringBuilder way = new StringBuilder("<way id=\"" + (ways.size() + 1) + "\" version=\"1\">");
        for (int i = 0; i < metres.length; i += 2) {
            int node = nodes.computeIfAbsent(plane.apply(metres[i], metres[i + 1]), at -> nodes.size() + 1);
            way.append("<nd ref=\"").append(node).append("\"/>");
        }
        for (String tag : tags.split(" ")) {
            String[] parts = tag.split("=", 2);
            way.append("<tag k=\"" + parts[0] + "\" v=\"" + parts[1].replace('_', ' ') + "\"/>");
        }
        ways.add(way.append("</way>").toString());
        return this;
    }

    public void write(Path file) throws IOException {
        StringBuilder osm = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
        nodes.forEach((at, id) -> osm.append(
                "<node id=\"" + id + "\" version=\"1\" lat=\"" + at.lat() + "\" lon=\"" + at.lon() + "\"/>\n"));
        ways.forEach(way -> osm.append(way).append('\n'));
        Files.writeString(file, osm.append("</osm>\n"));
    }
}
