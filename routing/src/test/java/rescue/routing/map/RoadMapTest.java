package rescue.routing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.routing.Maps;
import rescue.routing.book.BrokenRow;

class RoadMapTest {

    /** Two ways that meet: enough of a map to import. */
    private static final String TINY = """
            <osm version="0.6">
            <node id="1" lat="22.0" lon="103.0"/><node id="2" lat="22.01" lon="103.0"/><node id="3" lat="22.02" lon="103.01"/>
            <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>
            <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/></way>
            </osm>
            """;

    @TempDir
    private Path folder;

    @Test
    void a_second_opening_takes_the_graph_that_is_there() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        String first = openAndClose(map);
        Path graph = folder.resolve("graphs").resolve(first);
        var importedAt = Files.getLastModifiedTime(graph.resolve("properties"));

        assertEquals(first, openAndClose(map));

        assertEquals(importedAt, Files.getLastModifiedTime(graph.resolve("properties")));
        assertEquals(List.of(first), graphs(), "nothing half imported stays behind");
    }

    @Test
    void a_changed_map_is_imported_anew() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        String first = openAndClose(map);

        Files.writeString(map, TINY.replace("22.02", "22.03"));

        assertNotEquals(first, openAndClose(map));
    }

    @Test
    void a_changed_custom_model_is_imported_anew() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        String first = openAndClose(map);
        Path slower = folder.resolve("ambulance.json");
        Files.writeString(slower, Files.readString(Maps.AMBULANCE).replace("\"52\"", "\"51\""));

        try (RoadMap other = RoadMap.open(map, folder.resolve("graphs"), slower)) {
            assertNotEquals(first, other.version());
        }
    }

    @ParameterizedTest(name = "the file {0} is {1}")
    @CsvSource({
        "edges, cut off",
        "nodes, cut off",
        "geometry, cut off",
        "properties, empty",
        "location_index, missing",
        "seal, missing"
    })
    void a_graph_that_a_power_cut_has_broken_is_made_anew(String file, String damage) throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        Path graph = folder.resolve("graphs").resolve(openAndClose(map));
        Path damaged = graph.resolve(file);
        long whole = Files.size(damaged);
        switch (damage) {
            case "cut off" -> Files.write(damaged, Arrays.copyOf(Files.readAllBytes(damaged), (int) whole / 2));
            case "empty" -> Files.write(damaged, new byte[0]);
            default -> Files.delete(damaged);
        }

        openAndClose(map);

        assertEquals(whole, Files.size(damaged));
    }

    @Test
    void what_crashed_imports_and_old_maps_left_is_tidied_away() throws IOException {
        Path graphs = folder.resolve("graphs");
        Files.createDirectories(graphs.resolve(".importing-999999999-1-1").resolve("inside"));
        long ourNumber = ProcessHandle.current().pid(); // in a container the one before bore the same
        Files.createDirectories(graphs.resolve(".importing-" + ourNumber + "-1-1"));
        for (int i = 0; i < 5; i++) {
            Files.setLastModifiedTime(
                    Files.createDirectories(graphs.resolve("000000000000000" + i)), FileTime.fromMillis(i * 1_000));
        }
        Files.createDirectories(graphs.resolve("a folder of the operator"));

        String version = openAndClose(Files.writeString(folder.resolve("tiny.osm"), TINY));

        assertEquals(
                Set.of(version, "a folder of the operator", "0000000000000004", "0000000000000003", "0000000000000002"),
                Set.copyOf(graphs()));
    }

    @Test
    void the_same_map_under_another_name_is_the_same_map() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        Path copy = Files.copy(map, folder.resolve("copy.osm"));

        assertEquals(openAndClose(map), openAndClose(copy));
    }

    @Test
    void every_custom_model_is_a_profile() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        Path fourByFour = Files.copy(Maps.AMBULANCE, folder.resolve("four_by_four.json"));

        try (RoadMap roads = RoadMap.open(map, folder.resolve("graphs"), List.of(Maps.AMBULANCE, fourByFour))) {
            assertEquals(List.of("ambulance", "four_by_four"), roads.profiles());
            assertEquals("ambulance", roads.profile());
        }
    }

    @Test
    void a_folder_of_custom_models_gives_a_profile_for_each_mode_of_travel_the_ambulance_s_first() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);

        try (RoadMap roads = RoadMap.open(map, folder.resolve("graphs"), Maps.MODELS)) {
            assertEquals(List.of("ambulance", "four_by_four", "motorbike", "foot"), roads.profiles());
        }
    }

    @Test
    void a_cut_off_extract_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(Maps.shared("test-muongte.osm.pbf"));
        Path cut = Files.write(folder.resolve("cut.osm.pbf"), Arrays.copyOf(whole, whole.length * 2 / 3));

        assertRefused(cut, "it is cut off after");
    }

    @Test
    void an_extract_with_a_broken_byte_is_refused_and_leaves_nothing_behind() throws IOException {
        byte[] bytes = Files.readAllBytes(Maps.shared("test-muongte.osm.pbf"));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 64, (byte) 0x55);
        Path broken = Files.write(folder.resolve("broken.osm.pbf"), bytes);

        assertRefused(broken, "the importer stopped");
        assertEquals(List.of(), graphs());
    }

    @Test
    void what_is_no_map_is_refused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertRefused(folder.resolve("nothing.osm.pbf"), "there is no such file");
        assertRefused(Files.writeString(folder.resolve("photo.jpg"), "…"), "its name must end in .osm.pbf or .osm");
        assertRefused(Files.writeString(folder.resolve("text.osm.pbf"), "hello, this is a text"), "no OSM PBF file");
        assertRefused(Files.write(folder.resolve("zero.osm.pbf"), new byte[0]), "it holds no data");
        assertRefused(Files.writeString(folder.resolve("page.osm"), "<html></html>"), "no OSM XML file");
        assertRefused(Files.writeString(folder.resolve("bare.osm"), "<osm version=\"0.6\"></osm>"), "it holds no road");
        assertRefused(
                Files.writeString(folder.resolve("open.osm"), TINY.substring(0, 200)), "it does not end with </osm>");
        assertRefused(empty, "a folder without roads.csv");
    }

    @Test
    void a_road_book_with_a_broken_row_is_refused_by_that_row() throws IOException {
        Path book = Files.createDirectory(folder.resolve("province"));
        Files.writeString(book.resolve("roads.csv"), "road,signed,name_vi,name_en,post_factor\nR1,yes,Một,One,1");
        Files.writeString(book.resolve("road-waypoints.csv"), "road,km,lat,lon,class\nR1,zero,22,103,trunk");

        String message = assertThrows(BrokenRow.class, () -> openAndClose(book)).getMessage();

        assertTrue(message.contains("road-waypoints.csv, line 2, column km: \"zero\" is no number"), message);
        assertEquals(List.of(), graphs());
    }

    @Test
    void a_broken_custom_model_is_refused_with_its_name() throws IOException {
        Path map = Files.writeString(folder.resolve("tiny.osm"), TINY);
        Path model = Files.writeString(folder.resolve("ambulance.json"), "{ \"speed\": [", StandardCharsets.UTF_8);

        String message = assertThrows(MapRefused.class, () -> RoadMap.open(map, folder.resolve("graphs"), model))
                .getMessage();

        assertTrue(message.contains(model + " cannot be used: as the custom model"), message);
    }

    private String openAndClose(Path map) {
        try (RoadMap roads = RoadMap.open(map, folder.resolve("graphs"), Maps.AMBULANCE)) {
            return roads.version();
        }
    }

    private void assertRefused(Path map, String sentence) {
        String message = assertThrows(MapRefused.class, () -> openAndClose(map)).getMessage();

        assertTrue(message.contains(map.toString()) && message.contains(sentence), message);
    }

    private List<String> graphs() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("graphs"))) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
