package rescue.routing.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.graphhopper.routing.ev.AverageSlope;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.routing.Maps;
import rescue.routing.map.RoadMap;

/** Heights that an operator put beside the map: read without any network, and no difference without them. */
class SlopeTest {

    /** As coarse as a tile may be: a sample every 90 m in latitude. */
    private static final int ROWS = 1_201;

    /** A road north, 1,112 m long, and one east: the first climbs where the ground rises to the north. */
    private static final String ROADS = """
            <osm version="0.6">
            <node id="1" lat="22.10" lon="103.10"/><node id="2" lat="22.11" lon="103.10"/><node id="3" lat="22.11" lon="103.11"/>
            <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/><tag k="name" v="north"/>%s</way>
            <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/></way>
            </osm>
            """;

    @TempDir
    private Path folder;

    @Test
    void a_tile_is_read_between_its_samples() throws IOException {
        Path file = tile("N22E103", (row, column) -> 10 * (ROWS - 1 - row) + column);
        Heights heights = Heights.read(Heights.files(file.getParent()));

        assertEquals(0, heights.at(22, 103).orElseThrow(), 0.01);
        assertEquals(6_000, heights.at(22.5, 103).orElseThrow(), 0.01);
        assertEquals(6_600, heights.at(22.5, 103.5).orElseThrow(), 0.01);
        assertEquals(6_605, heights.at(22.5, 103.5 + 5.0 / 1_200).orElseThrow(), 0.01);
        assertEquals(13_199, heights.at(22.9999, 103.9999).orElseThrow(), 1.5);
        assertEquals(OptionalDouble.empty(), heights.at(23.5, 103.5));
        assertEquals(OptionalDouble.empty(), heights.at(-22.5, -103.5));
    }

    @Test
    void a_hole_in_the_radar_picture_and_a_broken_tile_are_no_heights() throws IOException {
        tile("N22E103", (row, column) -> row == 600 && column == 600 ? -32_768 : 700);
        Files.write(folder.resolve("elevation/N22E102.hgt"), new byte[4_711]);
        Files.write(folder.resolve("elevation/readme.txt"), new byte[8]);
        Heights heights = Heights.read(Heights.files(folder.resolve("elevation")));

        assertEquals(OptionalDouble.empty(), heights.at(22.5, 103.5));
        assertEquals(700, heights.at(22.4, 103.5).orElseThrow(), 0.01);
        assertEquals(OptionalDouble.empty(), heights.at(22.5, 102.5));
        assertTrue(Heights.read(Heights.files(folder.resolve("nowhere"))).isEmpty());
    }

    @ParameterizedTest(name = "{0} m a sample northward, {1}: {2} %")
    @CsvSource({
        "9, '', 10", // a sample is 92.7 m of latitude
        "-9, '', -10",
        "0, '', 0",
        "60, '', 31",
        "9, bridge, 0",
        "9, tunnel, 0"
    })
    void a_road_has_the_slope_of_the_ground_unless_it_leaves_it(int riseM, String structure, double percent)
            throws IOException {
        tile("N22E103", (row, column) -> riseM * (ROWS - 1 - row));
        Path roads = roads(structure.isEmpty() ? "" : "<tag k=\"" + structure + "\" v=\"yes\"/>");

        try (RoadMap map = RoadMap.open(roads, graphs(), Maps.MODELS, folder.resolve("elevation"))) {
            assertEquals(percent, slope(map), 0.01);
        }
    }

    @Test
    void without_heights_every_time_is_as_it_was_and_with_flat_ground_too() throws IOException {
        Path roads = roads("");
        List<Long> without = times(roads, folder.resolve("nowhere"));
        tile("N22E103", (row, column) -> 900);
        List<Long> flat = times(roads, folder.resolve("elevation"));
        tile("N22E103", (row, column) -> 9 * (ROWS - 1 - row));
        List<Long> steep = times(roads, folder.resolve("elevation"));

        assertEquals(without, flat);
        assertNotEquals(without, steep);
        for (int i = 0; i < steep.size(); i++) {
            assertTrue(steep.get(i) >= without.get(i), "a slope never makes a road faster");
        }
    }

    @Test
    void other_heights_are_another_map() throws IOException {
        Path roads = roads("");
        tile("N22E103", (row, column) -> 900);
        String flat = version(roads);
        tile("N22E103", (row, column) -> 901);

        assertNotEquals(flat, version(roads));
    }

    private String version(Path roads) {
        try (RoadMap map = RoadMap.open(roads, graphs(), Maps.MODELS, folder.resolve("elevation"))) {
            return map.version();
        }
    }

    /** Milliseconds of every edge, both ways, in every mode. */
    private List<Long> times(Path roads, Path heights) {
        List<Long> times = new ArrayList<>();
        try (RoadMap map = RoadMap.open(roads, graphs(), Maps.MODELS, heights)) {
            for (String profile : map.profiles()) {
                Weighting weighting = map.hopper().createWeighting(map.hopper().getProfile(profile), new PMap());
                AllEdgesIterator edge = map.hopper().getBaseGraph().getAllEdges();
                while (edge.next()) {
                    times.add(weighting.calcEdgeMillis(edge, false));
                    times.add(weighting.calcEdgeMillis(edge, true));
                }
            }
        }
        return times;
    }

    /** Of the road north, going north. */
    private static double slope(RoadMap map) {
        var average = map.hopper().getEncodingManager().getDecimalEncodedValue(AverageSlope.KEY);
        var nodes = map.hopper().getBaseGraph().getNodeAccess();
        AllEdgesIterator edge = map.hopper().getBaseGraph().getAllEdges();
        while (edge.next()) {
            if ("north".equals(edge.getName())) {
                boolean isNorthward = nodes.getLat(edge.getBaseNode()) < nodes.getLat(edge.getAdjNode());
                return isNorthward ? edge.get(average) : edge.getReverse(average);
            }
        }
        throw new AssertionError("no road north");
    }

    private Path graphs() {
        return folder.resolve("graphs");
    }

    private Path roads(String tags) throws IOException {
        return Files.writeString(folder.resolve("roads.osm"), ROADS.formatted(tags));
    }

    private Path tile(String name, ToIntBiFunction<Integer, Integer> height) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(2 * ROWS * ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < ROWS; column++) {
                samples.putShort((short) Math.min(Short.MAX_VALUE, height.applyAsInt(row, column)));
            }
        }
        Path file = Files.createDirectories(folder.resolve("elevation")).resolve(name + ".hgt");
        return Files.write(file, samples.array());
    }
}
