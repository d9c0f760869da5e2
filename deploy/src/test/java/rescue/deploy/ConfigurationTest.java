package rescue.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.shell.cluster.ClusterPlan;

class ConfigurationTest {

    /** Nothing stands beside the home in it, whatever else a machine keeps among its temporary files. */
    @TempDir
    Path alone;

    private Path folder;

    @BeforeEach
    void a_home() throws IOException {
        folder = Files.createDirectory(alone.resolve("home"));
    }

    @Test
    void an_argument_wins_over_the_environment_and_the_environment_over_the_default() {
        Configuration configuration = read(Map.of("HTTP_PORT", "1", "ADMIN_PORT", "2"), "--port", "3");

        assertEquals(3, configuration.httpPort());
        assertEquals(2, configuration.adminPort());
        assertEquals(8081, configuration.gatewayPort());
    }

    @Test
    void no_message_is_taken_without_a_secret_that_cannot_be_guessed() {
        assertEquals(Optional.empty(), read(Map.of()).smsGateway());
        assertThrows(Configuration.InvalidSetting.class, () -> read(Map.of("SMS_TOKEN", "secret")));
        assertThrows(Configuration.InvalidSetting.class, () -> read(Map.of("COUNTRY_CODE", "+84")));
        var gateway =
                read(Map.of("SMS_TOKEN", "0123456789abcdef0123")).smsGateway().orElseThrow();
        assertEquals("84", gateway.countryCode());
    }

    @Test
    void without_a_word_it_is_the_province_on_its_own_map_kept_under_var() {
        Configuration configuration = read(Map.of());

        assertEquals(folder.resolve("var"), configuration.dataDir());
        assertEquals(Optional.of(folder.resolve("maps/laichau")), configuration.provinceDir());
        assertEquals(Optional.empty(), configuration.mapFile());
    }

    @Test
    void another_map_without_registers_gets_none_since_the_default_fleet_would_stand_outside_it() {
        Path map = file("elsewhere.osm.pbf");

        assertEquals(Optional.empty(), read(Map.of(), "--map", map.toString()).provinceDir());
    }

    @ParameterizedTest(name = "registers in DATA_DIR/{0} are the province")
    @CsvSource({"stations.csv", "province/stations.csv"})
    void registers_in_the_data_folder_are_the_province(String where) {
        Path map = file("elsewhere.osm.pbf");
        Path stations = file("data/" + where);

        Configuration configuration = read(
                Map.of(),
                "--map",
                map.toString(),
                "--data",
                folder.resolve("data").toString());

        assertEquals(Optional.of(stations.getParent()), configuration.provinceDir());
        assertEquals(folder.resolve("data"), configuration.dataDir());
    }

    @Test
    void a_drill_is_an_exercise_with_data_of_its_own() {
        Path shift = file("maps/laichau/drill/shift.json");

        Configuration drill = read(Map.of(), "--drill", "--port", "3");

        assertTrue(drill.exercise());
        assertEquals(folder.resolve("var/drill"), drill.dataDir());
        assertEquals(Optional.of(new Configuration.PlannedDrill(shift, 6)), drill.drill());
        assertEquals(3, drill.httpPort());
        assertEquals(Optional.empty(), read(Map.of(), "--drill", "false").drill());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "--mode, production, production mode refuses it",
        "--pg-uri, postgresql://u:p@h/d, a PostgreSQL of its own",
        "--drill-speed, 61, '1 to 60'",
        "--province, named, there is no",
    })
    void a_drill_keeps_away_from_what_is_real_and_needs_a_shift(String argument, String value, String said) {
        file("maps/laichau/drill/shift.json");
        file("named/stations.csv");
        String path = value.equals("named") ? folder.resolve(value).toString() : value;

        var refused = assertThrows(Configuration.InvalidSetting.class, () -> read(Map.of(), "--drill", argument, path));

        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused.getMessage());
    }

    @Test
    void a_province_that_is_named_wins_over_the_one_in_the_data_folder() {
        Path named = file("named/stations.csv").getParent();
        file("data/stations.csv");

        Configuration configuration =
                read(Map.of("DATA_DIR", folder.resolve("data").toString()), "--province", String.valueOf(named));

        assertEquals(Optional.of(named), configuration.provinceDir());
    }

    @ParameterizedTest(name = "{0} {1} is refused: {2}")
    @CsvSource({
        "--port,     eighty,    HTTP_PORT must be a whole number",
        "--port,     65536,     0 to 65535",
        "--pg-pool,  0,         1 to 80",
        "--mode,     test,      MODE must be demo or production",
        "--province, nowhere,   stations.csv",
        "--colour,   red,       unknown argument --colour",
        "--time-zone, Sapa,     TIME_ZONE must be a zone",
        "--host,     0.0.0.0,   demo mode listens on loopback only",
        "--nodes,    0,         1 to 9",
        "--node-urls, A=http://a/console, as a browser says it",
    })
    void what_cannot_be_meant_is_refused_with_a_sentence(String argument, String value, String sentence) {
        var refused = assertThrows(Configuration.InvalidSetting.class, () -> read(Map.of(), argument, value));

        assertTrue(String.valueOf(refused.getMessage()).contains(sentence), refused.getMessage());
    }

    @Test
    void a_map_that_is_not_there_is_no_reason_not_to_start_for_dispatch_goes_on_without() {
        Path absent = folder.resolve("none.osm.pbf");

        assertEquals(
                Optional.of(absent), read(Map.of(), "--map", absent.toString()).mapFile());
    }

    @Test
    void production_may_listen_on_every_address() {
        assertEquals(
                "0.0.0.0",
                read(Map.of("MODE", "production", "HTTP_HOST", "0.0.0.0")).httpHost());
    }

    @Test
    void a_node_of_a_cluster_knows_itself_by_its_name_in_the_list() {
        Configuration configuration = read(
                Map.of("PG_URI", "postgresql://u:p@h/d", "NODE_NAME", "B"),
                "--cluster-members",
                "A=10.0.0.1:5701, B=10.0.0.2:5702",
                "--node-urls",
                "A=https://a.example,B=https://b.example:8443");

        ClusterPlan plan = configuration.cluster().orElseThrow();
        assertEquals(Map.of("A", "10.0.0.1:5701", "B", "10.0.0.2:5702"), plan.members());
        assertEquals(Optional.of("10.0.0.2"), plan.host());
        assertEquals(5702, plan.port());
        assertEquals(2, plan.size());
        assertEquals(Map.of("A", "https://a.example", "B", "https://b.example:8443"), configuration.nodeUrls());
        assertEquals(Optional.empty(), read(Map.of()).cluster());
    }

    @ParameterizedTest(name = "{0} {1} is refused: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "B=10.0.0.2:5701;   postgresql://u:p@h/d; has no A",
                "A=10.0.0.1:5701;   ''; share one PostgreSQL",
                "A=10.0.0.1;        postgresql://u:p@h/d; must be host:port",
                "A=10.0.0.1:0;      postgresql://u:p@h/d; must be host:port",
                "A=h:1,A=i:1;       postgresql://u:p@h/d; names A twice",
                "10.0.0.1:5701;     postgresql://u:p@h/d; must be a list as A=",
            })
    void a_list_of_nodes_that_cannot_be_meant_is_refused(String members, String database, String sentence) {
        var refused = assertThrows(
                Configuration.InvalidSetting.class,
                () -> read(Map.of("PG_URI", database), "--cluster-members", members));

        assertTrue(String.valueOf(refused.getMessage()).contains(sentence), refused.getMessage());
    }

    private Configuration read(Map<String, String> environment, String... arguments) {
        var withHome = new java.util.HashMap<>(environment);
        withHome.put("RESCUE_HOME", folder.toString());
        return Configuration.read(List.of(arguments), withHome);
    }

    private Path file(String name) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, "");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
