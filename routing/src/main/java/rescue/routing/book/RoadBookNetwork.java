package rescue.routing.book;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rescue.dispatch.geo.LatLon;
import rescue.routing.book.BookedRoad.Waypoint;

/**
 * The compiler: makes the road book a map that the importer reads (OSM XML).
 *
 * <p>One node for each place of a waypoint: roads that share a place share a junction. One way for each run between two
 * junctions, changes of class, or {@link #LONGEST_WAY_KM}, so that each way becomes exactly one edge; it carries its
 * measured length ({@link #CHAINAGE}). Where two roads share a carriageway it is written once, with both numbers.
 */
public final class RoadBookNetwork {

    /** The tag on its ways: metres along the road, as measured. */
    public static final String CHAINAGE = "hoanglien:chainage";

    /** As long as a stretch of road keeps its character: a pass is told from the valley before it. */
    private static final double LONGEST_WAY_KM = 1.0;

    private final List<BookedRoad> roads;
    private final Map<LatLon, Integer> nodes = new LinkedHashMap<>();
    private final List<Set<Integer>> neighbours = new ArrayList<>();
    private final Map<Long, List<BookedRoad>> roadsOfLink = new LinkedHashMap<>();
    private int ways;

    public RoadBookNetwork(RoadBook book) {
        roads = book.roads();
        for (BookedRoad road : roads) {
            for (int i = 1; i < road.waypoints().size(); i++) {
                link(road, road.waypoints().get(i - 1), road.waypoints().get(i));
            }
        }
    }

    /** Writes the network as OSM XML. */
    public void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"road book\">\n");
            for (Map.Entry<LatLon, Integer> node : nodes.entrySet()) {
                out.write(String.format(
                        Locale.ROOT,
                        "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\"/>%n",
                        node.getValue(),
                        node.getKey().lat(),
                        node.getKey().lon()));
            }
            for (BookedRoad road : roads) {
                writeRoad(out, road);
            }
            out.write("</osm>\n");
        }
    }

    private void link(BookedRoad road, Waypoint from, Waypoint to) {
        int a = node(from.at());
        int b = node(to.at());
        if (a == b) {
            return; // two waypoints that rounding put on one spot
        }
        neighbours.get(a - 1).add(b);
        neighbours.get(b - 1).add(a);
        roadsOfLink.computeIfAbsent(linkKey(a, b), key -> new ArrayList<>()).add(road);
    }

    private int node(LatLon at) {
        return nodes.computeIfAbsent(at, place -> {
            neighbours.add(new HashSet<>());
            return neighbours.size();
        });
    }

    private void writeRoad(BufferedWriter out, BookedRoad road) throws IOException {
        List<Waypoint> chain = road.waypoints();
        List<Integer> run = new ArrayList<>();
        double runKm = 0;
        List<BookedRoad> runRoads = List.of();
        for (int i = 1; i < chain.size(); i++) {
            Waypoint from = chain.get(i - 1);
            Waypoint to = chain.get(i);
            int a = node(from.at());
            int b = node(to.at());
            double km = to.km() - from.km();
            List<BookedRoad> here = a == b ? List.of() : roadsOfLink.getOrDefault(linkKey(a, b), List.of());
            boolean ours = !here.isEmpty()
                    && here.get(0).equals(road); // a shared carriageway belongs to the first in the book
            boolean cut = !ours
                    || neighbours.get(a - 1).size() != 2
                    || runKm + km > LONGEST_WAY_KM
                    || !here.equals(runRoads)
                    || run.contains(b)
                    || i == 1
                    || !from.roadClass().equals(chain.get(i - 2).roadClass());
            if (cut) {
                writeWay(out, run, runKm, i == 1 ? from : chain.get(i - 2), runRoads);
                run = new ArrayList<>();
                runKm = 0;
                runRoads = here;
            }
            if (ours) {
                if (run.isEmpty()) {
                    run.add(a);
                }
                run.add(b);
                runKm += km;
            }
        }
        writeWay(out, run, runKm, chain.get(Math.max(0, chain.size() - 2)), runRoads);
    }

    private void writeWay(BufferedWriter out, List<Integer> run, double km, Waypoint last, List<BookedRoad> of)
            throws IOException {
        if (run.size() < 2) {
            return;
        }
        ways++;
        out.write("<way id=\"" + ways + "\">");
        for (int node : run) {
            out.write("<nd ref=\"" + node + "\"/>");
        }
        out.write(tag("highway", last.roadClass()));
        String numbers = String.join(
                ";",
                of.stream().filter(BookedRoad::signed).map(BookedRoad::number).toList());
        out.write(numbers.isEmpty() ? tag("name", of.get(0).nameVi()) : tag("ref", numbers));
        out.write(tag(CHAINAGE, String.format(Locale.ROOT, "%.1f", km * 1000)));
        out.write("</way>\n");
    }

    private static String tag(String key, String value) {
        String safe = value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<tag k=\"" + key + "\" v=\"" + safe + "\"/>";
    }

    private static long linkKey(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}
