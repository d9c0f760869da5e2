package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another map and other registers, of a neighbouring district and of another continent: nothing in the code objects. */
class OtherMapIT {

    private static final String QUITO = "America/Guayaquil";

    @Test
    void a_district_with_its_own_extract_and_a_small_folder() throws Exception {
        Path extract = ServerProcess.home()
                .resolve("../shared/maps/test-muongte.osm.pbf")
                .normalize();
        assumeTrue(Files.exists(extract), "skipped: there is no ../shared beside the project");
        Path data = Province.folder("muongte");
        copy(ServerProcess.home().resolve("maps/examples/muongte"), data);
        try (ServerProcess server = new ServerProcess(data, "--map", extract.toString())) {
            server.start();
            goesThroughTheMainJob(server, 22.3857, 102.8205, List.of("MT-01", "MT-02", "MT-03"));
        }
    }

    @Test
    void a_town_in_the_andes_in_its_own_time_zone() throws Exception {
        Path data = Province.folder("andes");
        Path map = Files.writeString(data.resolve("town.osm"), town());
        Files.writeString(data.resolve("stations.csv"), """
                id,name,lat,lon,status,source
                E1,Estación Norte,-0.2000,-78.5000,assumed,invented for this test
                """);
        Files.writeString(data.resolve("units.csv"), """
                id,call_sign,station,capabilities,vehicle,status,source
                EC-1,Alfa 1,E1,BLS;ALS,AMBULANCE,assumed,invented for this test
                EC-2,Alfa 2,E1,BLS,FOUR_BY_FOUR,assumed,invented for this test
                """);
        Files.writeString(data.resolve("hospitals.csv"), """
                id,name,level,lat,lon,services,beds_EMERGENCY,beds_TRAUMA,phone,status,source
                H1,Hospital del Sur,district,-0.2400,-78.5000,TRAUMA_SURGERY;CT,2,2,,assumed,invented for this test
                H2,Hospital del Este,district,-0.2200,-78.4800,TRAUMA_SURGERY,2,1,,assumed,invented for this test
                """);
        try (ServerProcess server = new ServerProcess(data, "--map", map.toString(), "--time-zone", QUITO)) {
            server.start();
            JsonObject incident = goesThroughTheMainJob(server, -0.2210, -78.5001, List.of("EC-1", "EC-2"));
            assertTrue(
                    incident.getString("number").startsWith(Year.now(ZoneId.of(QUITO)) + "-"),
                    "numbered in the year of its own clock: " + incident.getString("number"));
        }
    }

    /** From the alert to the closure; hands back the incident as it was closed. */
    private static JsonObject goesThroughTheMainJob(ServerProcess server, double lat, double lon, List<String> units) {
        Desk desk = Desk.of(server);
        assertEquals(
                units,
                desk.units().stream().map(unit -> unit.getString("id")).sorted().toList());
        String id = desk.hearsFrom(lat, lon, 1).getString("incidentId");
        assertTrue(
                desk.incident(id).getJsonObject("place").getJsonArray("flags").isEmpty(),
                () -> desk.incident(id).getJsonObject("place").encode());
        desk.triages(id, "RED");
        assertEquals("ROAD", desk.recommendation(id).getString("basis"));
        JsonObject best = desk.best(id);
        JsonObject assignment = desk.sends(id, best);
        String order = assignment.getString("id");
        Crew crew = Crew.of(server, best.getString("unitId"));
        crew.presses(order, "EN_ROUTE");
        assertTrue(crew.wayTo(order, "SCENE").getInteger("distanceM") > 0);
        assertTrue(crew.wayTo(order, "HOSPITAL").getInteger("distanceM") >= 0);
        Ward.of(server, best.getString("hospitalId")).accepts(order);
        Stream.of("ON_SCENE", "LEFT_SCENE", "AT_DESTINATION", "HANDED_OVER", "IN_SERVICE")
                .forEach(status -> crew.presses(order, status));
        JsonObject closed = desk.closes(id);
        assertEquals("CLOSED", closed.getString("status"));
        return closed;
    }

    /** A grid of invented streets, 1.1 km apart, south of the equator and west of Greenwich. */
    private static String town() {
        int size = 5;
        var osm = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                osm.append("<node id='%d' lat='%.4f' lon='%.4f'/>%n"
                        .formatted(1 + row * size + column, -0.2 - row * 0.01, -78.5 + column * 0.01));
            }
        }
        for (int i = 0; i < size; i++) {
            int line = i;
            street(
                    osm,
                    100 + i,
                    "Calle " + (i + 1),
                    Stream.iterate(0, c -> c + 1)
                            .limit(size)
                            .map(c -> 1 + line * size + c)
                            .toList());
            street(
                    osm,
                    200 + i,
                    "Avenida " + (i + 1),
                    Stream.iterate(0, r -> r + 1)
                            .limit(size)
                            .map(r -> 1 + r * size + line)
                            .toList());
        }
        return osm.append("</osm>\n").toString();
    }

    private static void street(StringBuilder osm, int id, String name, List<Integer> nodes) {
        osm.append("<way id='").append(id).append("'>");
        nodes.forEach(node -> osm.append("<nd ref='").append(node).append("'/>"));
        osm.append("<tag k='highway' v='secondary'/><tag k='name' v='")
                .append(name)
                .append("'/></way>\n");
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
