package rescue.routing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rescue.routing.tiles.MapPlace;
import rescue.routing.tiles.Scenery;

/** A small invented valley as OSM XML: what of it is drawn, and that the file beside the graph gives it back. */
class SceneryTest {

    @TempDir
    private Path folder;

    private Scenery valley;

    @BeforeEach
    void read() throws Exception {
        Path file = folder.resolve("valley.osm");
        Files.writeString(file, VALLEY);
        valley = SceneryReader.read(file);
    }

    @Test
    void names_what_has_a_name_in_the_language_of_the_province() {
        Map<String, String> kinds = new TreeMap<>();
        valley.places().forEach(place -> kinds.put(place.name(), place.kind()));
        assertEquals(
                Map.of(
                        "Bản Hon", "village",
                        "Đèo Ô Quy Hồ", "pass",
                        "Pu Ta Leng", "peak",
                        "Trạm xá", "clinic",
                        "Bệnh viện huyện", "hospital"),
                kinds);
    }

    @Test
    void a_house_drawn_as_a_surface_stands_in_its_middle() {
        MapPlace house = valley.places().stream()
                .filter(place -> place.kind().equals("hospital"))
                .findFirst()
                .orElseThrow();
        assertEquals(22.0005, house.at().lat(), 0.0003);
        assertEquals(103.0005, house.at().lon(), 0.0003);
    }

    @Test
    void rivers_and_named_streams_run_and_what_flows_in_a_pipe_does_not() {
        assertEquals(
                List.of("river Nậm Na", "stream Suối Hồ"),
                valley.rivers().stream()
                        .map(river -> river.kind() + " " + river.name())
                        .toList());
    }

    @Test
    void a_lake_of_several_ways_has_its_island() {
        assertEquals(
                List.of("Hồ nhỏ 1", "Hồ Bản Chát 2"),
                valley.lakes().stream()
                        .map(lake -> lake.name() + " " + lake.rings().size())
                        .toList());
    }

    @Test
    void the_border_of_the_province_is_drawn_and_that_of_the_commune_is_not() {
        assertEquals(
                List.of(4), valley.borders().stream().map(Scenery.Border::level).toList());
    }

    @Test
    void the_file_beside_the_graph_gives_everything_back() throws Exception {
        SceneryFile.write(valley, folder);
        assertEquals(valley, SceneryFile.read(folder));
    }

    @Test
    void a_graph_without_the_file_has_none() {
        assertEquals(Scenery.NONE, SceneryFile.read(folder));
    }

    private static final String VALLEY = """
            <?xml version='1.0' encoding='UTF-8'?>
            <osm version="0.6">
              <node id="1" version="1" lat="22.0" lon="103.0"/>
              <node id="2" version="1" lat="22.0" lon="103.001"/>
              <node id="3" version="1" lat="22.001" lon="103.001"/>
              <node id="4" version="1" lat="22.001" lon="103.0"/>
              <node id="5" version="1" lat="22.0002" lon="103.0002"/>
              <node id="6" version="1" lat="22.0002" lon="103.0004"/>
              <node id="7" version="1" lat="22.0004" lon="103.0004"/>
              <node id="8" version="1" lat="22.1" lon="103.1"><tag k="place" v="village"/><tag k="name" v="Hon"/><tag k="name:vi" v="Bản Hon"/></node>
              <node id="9" version="1" lat="22.1" lon="103.1"><tag k="place" v="hamlet"/></node>
              <node id="10" version="1" lat="22.1" lon="103.1"><tag k="mountain_pass" v="yes"/><tag k="name" v="Đèo Ô Quy Hồ"/></node>
              <node id="11" version="1" lat="22.1" lon="103.1"><tag k="natural" v="peak"/><tag k="name" v="Pu Ta Leng"/></node>
              <node id="12" version="1" lat="22.1" lon="103.1"><tag k="amenity" v="clinic"/><tag k="name" v="Trạm xá"/></node>
              <node id="13" version="1" lat="22.1" lon="103.1"><tag k="amenity" v="cafe"/><tag k="name" v="Cà phê"/></node>
              <way id="1" version="1"><nd ref="1"/><nd ref="3"/><tag k="waterway" v="river"/><tag k="name" v="Nậm Na"/></way>
              <way id="2" version="1"><nd ref="1"/><nd ref="2"/><tag k="waterway" v="stream"/><tag k="name" v="Suối Hồ"/></way>
              <way id="3" version="1"><nd ref="1"/><nd ref="2"/><tag k="waterway" v="stream"/></way>
              <way id="4" version="1"><nd ref="1"/><nd ref="2"/><tag k="waterway" v="river"/><tag k="tunnel" v="culvert"/></way>
              <way id="5" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/><tag k="natural" v="water"/><tag k="name" v="Hồ nhỏ"/></way>
              <way id="6" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
              <way id="7" version="1"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
              <way id="8" version="1"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="5"/></way>
              <way id="9" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="amenity" v="hospital"/><tag k="name" v="Bệnh viện huyện"/></way>
              <way id="10" version="1"><nd ref="2"/><nd ref="3"/></way>
              <way id="11" version="1"><nd ref="3"/><nd ref="4"/></way>
              <relation id="1" version="1"><member type="way" ref="6" role="outer"/><member type="way" ref="7" role="outer"/><member type="way" ref="8" role="inner"/><tag k="type" v="multipolygon"/><tag k="natural" v="water"/><tag k="name" v="Hồ Bản Chát"/></relation>
              <relation id="2" version="1"><member type="way" ref="10" role="outer"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="4"/></relation>
              <relation id="3" version="1"><member type="way" ref="11" role="outer"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="8"/></relation>
            </osm>
            """;
}
