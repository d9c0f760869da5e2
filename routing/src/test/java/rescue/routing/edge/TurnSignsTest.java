package rescue.routing.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.graphhopper.routing.util.AllEdgesIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.road.RoadEffect;
import rescue.routing.Maps;
import rescue.routing.engine.InForce;
import rescue.routing.engine.Phantom;
import rescue.routing.engine.RoadConditions;
import rescue.routing.engine.RoadEngine;
import rescue.routing.engine.Roads;
import rescue.routing.engine.Stretch;
import rescue.routing.engine.TravelMode;
import rescue.routing.engine.Way;
import rescue.routing.map.RoadMap;

/**
 * Turn restrictions of a map, from the file to the way that is driven.
 *
 * <pre>
 *      n ────────far────────┐
 *      │                    │
 *    north                  │
 *      │                    │
 *  w─west─c──middle──d──east── e
 *         │          │
 *       south      spur
 *         s          t
 * </pre>
 */
class TurnSignsTest {

    private static final Map<Character, String> PLACES = Map.of(
            'w', "22.00 103.00",
            'c', "22.00 103.01",
            'd', "22.00 103.02",
            'e', "22.00 103.03",
            'n', "22.01 103.01",
            's', "21.99 103.01",
            't', "21.98 103.02");

    private static final List<String> WAYS =
            List.of("west wc", "middle cd", "east de", "north cn", "south cs", "spur dt", "far ne");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: from {1} to {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # restriction                        | from  | to    | by car                           | on foot
            -                                    | west  | north | west north                       | west north
            no_left_turn west c north            | west  | north | west middle middle north         | west north
            no_left_turn west c north            | south | north | south north                      | south north
            no_left_turn west c north            | north | west  | north west                       | north west
            no_left_turn west c north +nomiddle  | west  | north | west south south north           | west north
            only_right_turn west c south         | west  | east  | west south south middle east     | west middle east
            no_left_turn west c north except=emergency | west | north | west north                  | west north
            no_u_turn west middle east           | west  | east  | west south south middle east     | west middle east
            no_u_turn west middle east           | south | east  | south middle east                | south middle east
            no_u_turn west middle east           | west  | spur  | west middle spur                 | west middle spur
            """)
    void are_obeyed(String restriction, String from, String to, String byCar, String onFoot) throws IOException {
        try (RoadMap map = map(restriction.replace(" +nomiddle", ""))) {
            Roads roads = RoadGraphReader.read(map.hopper(), map.profile());
            RoadEngine engine = new RoadEngine(roads, Runnable::run);
            RoadConditions now = RoadConditions.open(engine);
            Map<String, Integer> edges = edges(map, roads);
            if (restriction.endsWith("+nomiddle")) {
                now = now.with(2, List.of(closed(edges.get("middle"))), engine);
            }
            assertEquals(byCar, drive(engine, now, map, TravelMode.AMBULANCE, edges.get(from), edges.get(to)));
            assertEquals(
                    onFoot,
                    drive(engine, RoadConditions.open(engine), map, TravelMode.FOOT, edges.get(from), edges.get(to)));
        }
    }

    @ParameterizedTest
    @CsvSource("no_u_turn west middle east")
    void a_closed_road_is_closed_to_those_whose_next_turn_is_forbidden_too(String restriction) throws IOException {
        try (RoadMap map = map(restriction)) {
            Roads roads = RoadGraphReader.read(map.hopper(), map.profile());
            RoadEngine engine = new RoadEngine(roads, Runnable::run);
            Map<String, Integer> edges = edges(map, roads);
            RoadConditions now = RoadConditions.open(engine).with(2, List.of(closed(edges.get("middle"))), engine);
            String round = drive(engine, now, map, TravelMode.AMBULANCE, edges.get("west"), edges.get("spur"));
            assertFalse(round.contains("middle"), round);
        }
    }

    private static InForce closed(int edge) {
        return new InForce(
                new UUID(0, 1), new RoadEffect.Closed(java.util.Set.of()), 10, List.of(new Stretch(edge, 0.4, 0.6)));
    }

    /** The real edge of each way: never a copy. */
    private static Map<String, Integer> edges(RoadMap map, Roads roads) {
        Map<String, Integer> edges = new HashMap<>();
        AllEdgesIterator edge = map.hopper().getBaseGraph().getAllEdges();
        while (edge.next()) {
            if (roads.isMain(TravelMode.FOOT, edge.getEdge())) {
                edges.merge(edge.getName(), edge.getEdge(), (a, b) -> {
                    throw new AssertionError("two edges " + edge.getName() + " to put a point on");
                });
            }
        }
        return edges;
    }

    private static String drive(RoadEngine engine, RoadConditions now, RoadMap map, TravelMode mode, int from, int to) {
        return engine.way(now.state(mode), new Phantom(from, 0.5), new Phantom(to, 0.5)).map(Way::pieces).stream()
                .flatMap(List::stream)
                .map(piece -> map.hopper()
                        .getBaseGraph()
                        .getEdgeIteratorStateForKey(piece.edgeKey())
                        .getName())
                .collect(Collectors.joining(" "));
    }

    private RoadMap map(String restriction) throws IOException {
        Path file = Files.writeString(folder.resolve("signs.osm"), osm(restriction));
        return RoadMap.open(file, folder.resolve("graphs"), Maps.MODELS);
    }

    private static String osm(String restriction) {
        String nodes = PLACES.entrySet().stream()
                .map(place -> "<node id=\"%d\" version=\"1\" lat=\"%s\" lon=\"%s\"/>"
                        .formatted(
                                (int) place.getKey(),
                                place.getValue().split(" ")[0],
                                place.getValue().split(" ")[1]))
                .collect(Collectors.joining("\n"));
        String ways = WAYS.stream().map(TurnSignsTest::way).collect(Collectors.joining("\n"));
        return "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n" + nodes + "\n" + ways + "\n" + relation(restriction)
                + "\n</osm>\n";
    }

    private static String way(String way) {
        String name = way.split(" ")[0];
        String ends = way.split(" ")[1];
        return "<way id=\"%d\" version=\"1\"><nd ref=\"%d\"/><nd ref=\"%d\"/>"
                        .formatted(id(name), (int) ends.charAt(0), (int) ends.charAt(1))
                + "<tag k=\"highway\" v=\"tertiary\"/><tag k=\"name\" v=\"%s\"/></way>".formatted(name);
    }

    private static int id(String name) {
        return 1 + WAYS.stream().map(way -> way.split(" ")[0]).toList().indexOf(name);
    }

    private static String relation(String restriction) {
        if (restriction.equals("-")) {
            return "";
        }
        String[] words = restriction.split(" ");
        String via = words[2].length() == 1
                ? "<member type=\"node\" ref=\"%d\" role=\"via\"/>".formatted((int) words[2].charAt(0))
                : "<member type=\"way\" ref=\"%d\" role=\"via\"/>".formatted(id(words[2]));
        String more = Stream.of(words)
                .skip(4)
                .map(tag -> "<tag k=\"%s\" v=\"%s\"/>".formatted(tag.split("=")[0], tag.split("=")[1]))
                .collect(Collectors.joining());
        return "<relation id=\"1\" version=\"1\"><member type=\"way\" ref=\"%d\" role=\"from\"/>%s"
                        .formatted(id(words[1]), via)
                + "<member type=\"way\" ref=\"%d\" role=\"to\"/>".formatted(id(words[3]))
                + "<tag k=\"type\" v=\"restriction\"/><tag k=\"restriction\" v=\"%s\"/>%s</relation>"
                        .formatted(words[0], more);
    }
}
