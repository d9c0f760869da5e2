package rescue.routing.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.routing.Maps;
import rescue.routing.map.RoadMap;

/** Who may use which way, told by its tags: along the way as drawn, against it, both (=), or not at all (-). */
class TravelModesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # tags                                          | van | 4x4 | bike | foot
            highway=tertiary                                | =   | =   | =    | =
            highway=motorway oneway=yes                     | >   | >   | -    | -
            highway=primary oneway=yes                      | >   | >   | >    | =
            highway=primary oneway=-1                       | <   | <   | <    | =
            highway=track                                   | =   | =   | =    | =
            highway=track tracktype=grade3                  | =   | =   | =    | =
            highway=track tracktype=grade4                  | -   | =   | =    | =
            highway=track tracktype=grade5                  | -   | =   | =    | =
            highway=track smoothness=very_horrible          | -   | =   | =    | =
            highway=track smoothness=impassable             | -   | -   | -    | =
            highway=path                                    | -   | -   | =    | =
            highway=path motorcycle=no                      | -   | -   | -    | =
            highway=path sac_scale=demanding_mountain_hiking| -   | -   | -    | =
            highway=path sac_scale=alpine_hiking            | -   | -   | -    | -
            highway=footway                                 | -   | -   | -    | =
            highway=footway emergency=yes                   | =   | =   | =    | =
            highway=steps                                   | -   | -   | -    | =
            highway=steps emergency=yes                     | -   | -   | -    | =
            highway=service access=private                  | =   | =   | =    | =
            highway=service access=permit                   | =   | =   | =    | =
            highway=service access=emergency                | =   | =   | =    | -
            highway=service access=no                       | -   | -   | -    | -
            highway=service access=no emergency=designated  | =   | =   | =    | -
            highway=service motor_vehicle=no emergency=yes  | =   | =   | =    | =
            highway=service service=emergency_access        | =   | =   | =    | =
            highway=residential emergency=no                | -   | -   | -    | =
            highway=unclassified maxweight=2                | -   | -   | =    | =
            highway=unclassified maxwidth=1.5               | -   | -   | =    | =
            route=ferry                                     | =   | =   | =    | =
            """)
    void goes(String tags, String van, String fourByFour, String motorbike, String foot) throws IOException {
        Path map = Files.writeString(folder.resolve("way.osm"), osm("", tags));

        assertEquals(List.of(van, fourByFour, motorbike, foot), everyMode(map, 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a gate on the road                            | van | 4x4 | bike | foot
            barrier=gate                                    | =   | =   | =    | =
            barrier=gate access=private                     | =   | =   | =    | =
            barrier=gate access=emergency                   | =   | =   | =    | -
            barrier=gate access=no                          | -   | -   | -    | -
            barrier=gate access=no emergency=yes            | =   | =   | =    | -
            barrier=bollard                                 | -   | -   | =    | =
            barrier=bollard emergency=yes                   | =   | =   | =    | =
            barrier=block                                   | -   | -   | =    | =
            barrier=stile                                   | -   | -   | -    | =
            """)
    void passes(String tags, String van, String fourByFour, String motorbike, String foot) throws IOException {
        Path map = Files.writeString(folder.resolve("gate.osm"), osm(tags, "highway=tertiary"));

        assertEquals(List.of(van, fourByFour, motorbike, foot), everyMode(map, 3));
    }

    /** A road of three kilometres with one point between that may carry a gate, and another road that keeps the map alive. */
    private static String osm(String gate, String way) {
        return """
                <osm version="0.6">
                <node id="1" lat="22.00" lon="103.0"/>
                <node id="2" lat="22.01" lon="103.0">%s</node>
                <node id="3" lat="22.03" lon="103.0"/>
                <node id="4" lat="22.04" lon="103.0"/>
                <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>%s<tag k="name" v="asked"/></way>
                <way id="2"><nd ref="3"/><nd ref="4"/><tag k="highway" v="primary"/></way>
                </osm>
                """.formatted(xml(gate), xml(way));
    }

    private static String xml(String tags) {
        return Stream.of(tags.split(" "))
                .filter(tag -> !tag.isBlank())
                .map(tag -> tag.split("="))
                .map(tag -> "<tag k=\"" + tag[0] + "\" v=\"" + tag[1] + "\"/>")
                .collect(Collectors.joining());
    }

    /** For each mode how it may pass all edges of the way asked: one, or three with a gate between. */
    private List<String> everyMode(Path file, int edges) {
        try (RoadMap map = RoadMap.open(file, folder.resolve("graphs"), Maps.MODELS)) {
            return Stream.of(ModelledMode.values())
                    .map(mode -> passage(map, mode, edges))
                    .toList();
        }
    }

    private static String passage(RoadMap map, ModelledMode mode, int edges) {
        Weighting weighting = map.hopper().createWeighting(map.hopper().getProfile(mode.profile()), new PMap());
        boolean there = true;
        boolean back = true;
        int seen = 0;
        AllEdgesIterator edge = map.hopper().getBaseGraph().getAllEdges();
        while (edge.next()) {
            if ("asked".equals(edge.getName())) {
                seen++;
                boolean isNorthward = startsSouth(map, edge);
                there &= Double.isFinite(weighting.calcEdgeWeight(edge, !isNorthward));
                back &= Double.isFinite(weighting.calcEdgeWeight(edge, isNorthward));
            }
        }
        assertEquals(edges, seen, "edges of the way asked");
        return there ? (back ? "=" : ">") : (back ? "<" : "-");
    }

    /** An edge's stored direction need not be that of the drawing. */
    private static boolean startsSouth(RoadMap map, EdgeIteratorState edge) {
        var nodes = map.hopper().getBaseGraph().getNodeAccess();
        return nodes.getLat(edge.getBaseNode()) <= nodes.getLat(edge.getAdjNode());
    }
}
