package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.Travel;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WayThere;
import rescue.dispatch.shell.phrases.Language;

/** The formats of a route, each read back by somebody else's parser. */
class RouteReplyTest {

    private static final String GPX = "http://www.topografix.com/GPX/1/1";

    private static final LatLon START = new LatLon(22.3, 103.4);
    private static final LatLon BEND = new LatLon(22.350000049, 103.45);
    private static final LatLon END = new LatLon(22.4, 103.5);
    private static final LatLon PATIENT = new LatLon(22.402, 103.5);
    private static final UUID SLIDE = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private static final Walk UPHILL =
            new Walk(List.of(END, PATIENT), 450, Duration.ofMinutes(9), Duration.ofMinutes(18), Walk.Basis.STRAIGHT);

    private static final Route ROUTE = new Route(
            new Travel(Duration.ofSeconds(1234), 15_678.6, Travel.Basis.ROAD),
            List.of(START, BEND, END),
            List.of(
                    new RouteStep(START, 8_000.4, 600, "Đi thẳng <QL4D> & rẽ", "Straight on <QL4D> & turn"),
                    new RouteStep(END, 0, 0, "Đã tới", "Arrived")),
            null,
            new Said("Qua QL4D", "Via QL4D"),
            List.of(SLIDE),
            7);

    private static final Route OTHER = new Route(
            new Travel(Duration.ofSeconds(1500), 20_000, Travel.Basis.ROAD),
            List.of(START, END),
            List.of(),
            UPHILL,
            new Said("Qua ĐT130, dài hơn 4 km", "Via ĐT130, 4 km longer"),
            List.of(),
            7);

    private static final WayThere REACHED = new WayThere.Reached(List.of(ROUTE, OTHER));
    private static final WayThere CUT_OFF = new WayThere.CutOff(ROUTE, UPHILL, List.of(SLIDE));

    @Test
    void geojson_has_longitude_first() {
        JsonObject drive = RouteGeoJson.of(REACHED, Leg.SCENE, Language.EN)
                .getJsonArray("features")
                .getJsonObject(0);
        assertEquals("Feature", drive.getString("type"));
        assertEquals("LineString", drive.getJsonObject("geometry").getString("type"));
        assertEquals(
                new JsonArray("[[103.4,22.3],[103.45,22.350000049],[103.5,22.4]]"),
                drive.getJsonObject("geometry").getJsonArray("coordinates"));
        assertEquals(
                new JsonObject("""
                        {"kind": "DRIVE", "leg": "SCENE", "basis": "ROAD", "distanceM": 15679, "timeS": 1234, "timeP90S": 1867,
                         "roadsVersion": 7, "summary": "Via QL4D",
                         "avoids": [{"roadClosureId": "00000000-0000-0000-0000-000000000007"}]}"""),
                new JsonObject(drive.getJsonObject("properties").encode()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one route, beside the patient   | DRIVE
            two routes                      | DRIVE, ALTERNATIVE
            cut off, and on from there      | DRIVE, WALK
            a patient off the road          | DRIVE, WALK
            """)
    void every_leg_is_a_feature_of_its_own(String story, String kinds) {
        WayThere way = switch (story.substring(0, 3)) {
            case "one" -> new WayThere.Reached(List.of(ROUTE));
            case "two" -> REACHED;
            case "cut" -> CUT_OFF;
            default -> new WayThere.Reached(List.of(OTHER));
        };
        List<String> found = RouteGeoJson.of(way, Leg.SCENE, Language.VI).getJsonArray("features").stream()
                .map(feature ->
                        ((JsonObject) feature).getJsonObject("properties").getString("kind"))
                .toList();
        assertEquals(kinds, String.join(", ", found));
    }

    @Test
    void json_speaks_the_language_that_was_asked() {
        assertEquals("Đi thẳng <QL4D> & rẽ", firstStep(Language.VI).getString("text"));
        assertEquals("Straight on <QL4D> & turn", firstStep(Language.EN).getString("text"));
        assertEquals(8_000, firstStep(Language.EN).getLong("distanceM"));
        assertEquals(
                "Qua QL4D", RouteReply.json(REACHED, Leg.SCENE, Language.VI).getString("summary"));
    }

    @Test
    void json_tells_the_other_routes_with_their_walks() {
        JsonObject json = RouteReply.json(REACHED, Leg.SCENE, Language.EN);
        assertEquals("REACHED", json.getString("outcome"));
        assertNull(json.getJsonObject("walk"));
        JsonObject other = json.getJsonArray("alternatives").getJsonObject(0);
        assertEquals("Via ĐT130, 4 km longer", other.getString("summary"));
        assertEquals(540, other.getJsonObject("walk").getLong("timeS"));
        assertEquals(1080, other.getJsonObject("walk").getLong("carryS"));
    }

    @Test
    void json_tells_a_place_that_is_cut_off_by_what_and_how_far_one_gets() {
        JsonObject json = RouteReply.json(CUT_OFF, Leg.SCENE, Language.EN);
        assertEquals("CUT_OFF", json.getString("outcome"));
        assertEquals(new JsonArray("[{\"roadClosureId\": \"" + SLIDE + "\"}]"), json.getJsonArray("cutBy"));
        assertEquals(450, json.getJsonObject("walk").getLong("distanceM"));
        assertEquals(
                new JsonArray("[[103.5,22.4],[103.5,22.402]]"),
                json.getJsonObject("walk").getJsonObject("geometry").getJsonArray("coordinates"));
    }

    @Test
    void gpx_is_read_by_any_navigation_device() throws Exception {
        Document gpx = parse(RouteGpx.of(REACHED, Leg.SCENE, Language.VI));
        assertEquals("gpx", gpx.getDocumentElement().getLocalName());
        assertEquals("1.1", gpx.getDocumentElement().getAttribute("version"));
        assertEquals(List.of("22.300000 103.400000", "22.400000 103.500000"), points(gpx, "rtept"));
        assertEquals(
                List.of(
                        "22.300000 103.400000",
                        "22.350000 103.450000",
                        "22.400000 103.500000",
                        "22.300000 103.400000",
                        "22.400000 103.500000"),
                points(gpx, "trkpt"));
        assertEquals(
                List.of("Đi thẳng <QL4D> & rẽ", "Đã tới", "Qua QL4D", "Qua ĐT130, dài hơn 4 km"), texts(gpx, "name"));
    }

    @Test
    void gpx_has_the_walk_as_a_track_of_its_own() throws Exception {
        Document gpx = parse(RouteGpx.of(CUT_OFF, Leg.SCENE, Language.VI));
        assertEquals(List.of("DRIVE", "WALK"), texts(gpx, "type"));
        assertEquals(5, points(gpx, "trkpt").size());
    }

    @Test
    void gpx_keeps_to_its_schema() throws Exception {
        Path schema = Path.of("../../shared/standards/gpx/gpx.xsd");
        assumeTrue(Files.exists(schema), "no GPX schema at " + schema + ": not checked against it");
        var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toFile())
                .newValidator();
        for (WayThere way : List.of(REACHED, CUT_OFF)) {
            validator.validate(new StreamSource(new StringReader(RouteGpx.of(way, Leg.HOSPITAL, Language.EN))));
        }
    }

    @Test
    void an_estimate_without_steps_is_still_a_route() throws Exception {
        WayThere estimate = new WayThere.Reached(List.of(new Route(
                new Travel(Duration.ofMinutes(5), 5000, Travel.Basis.ESTIMATE),
                List.of(START, END),
                List.of(),
                null,
                null,
                List.of(),
                0)));
        Document gpx = parse(RouteGpx.of(estimate, Leg.HOSPITAL, Language.EN));
        assertEquals(List.of(), points(gpx, "rtept"));
        assertEquals(List.of("HOSPITAL"), texts(gpx, "name"));
        assertEquals(
                new JsonArray(),
                RouteReply.json(estimate, Leg.HOSPITAL, Language.EN).getJsonArray("steps"));
    }

    private static JsonObject firstStep(Language language) {
        return RouteReply.json(REACHED, Leg.HOSPITAL, language)
                .getJsonArray("steps")
                .getJsonObject(0);
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document gpx, String name) {
        NodeList nodes = gpx.getElementsByTagNameNS(GPX, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static List<String> points(Document gpx, String name) {
        NodeList nodes = gpx.getElementsByTagNameNS(GPX, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .map(point -> point.getAttribute("lat") + " " + point.getAttribute("lon"))
                .toList();
    }
}
