package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.road.Travel;
import rescue.dispatch.shell.phrases.Language;

/** The formats of a route, each read back by somebody else's parser. */
class RouteReplyTest {

    private static final String GPX = "http://www.topografix.com/GPX/1/1";

    private static final LatLon START = new LatLon(22.3, 103.4);
    private static final LatLon BEND = new LatLon(22.350000049, 103.45);
    private static final LatLon END = new LatLon(22.4, 103.5);
    private static final UUID SLIDE = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private static final Route ROUTE = new Route(
            new Travel(Duration.ofSeconds(1234), 15_678.6, Travel.Basis.ROAD),
            List.of(START, BEND, END),
            List.of(
                    new RouteStep(START, 8_000.4, 600, "Đi thẳng <QL4D> & rẽ", "Straight on <QL4D> & turn"),
                    new RouteStep(END, 0, 0, "Đã tới", "Arrived")),
            List.of(SLIDE),
            7);

    @Test
    void geojson_has_longitude_first() {
        JsonObject feature = RouteReply.geoJson(ROUTE, Leg.SCENE);
        assertEquals("Feature", feature.getString("type"));
        assertEquals("LineString", feature.getJsonObject("geometry").getString("type"));
        assertEquals(
                new JsonArray("[[103.4,22.3],[103.45,22.350000049],[103.5,22.4]]"),
                feature.getJsonObject("geometry").getJsonArray("coordinates"));
        assertEquals(
                new JsonObject("""
                        {"leg": "SCENE", "basis": "ROAD", "distanceM": 15679, "timeS": 1234, "roadsVersion": 7,
                         "avoids": [{"roadClosureId": "00000000-0000-0000-0000-000000000007"}]}"""),
                new JsonObject(feature.getJsonObject("properties").encode()));
    }

    @Test
    void json_speaks_the_language_that_was_asked() {
        assertEquals("Đi thẳng <QL4D> & rẽ", firstStep(Language.VI).getString("text"));
        assertEquals("Straight on <QL4D> & turn", firstStep(Language.EN).getString("text"));
        assertEquals(8_000, firstStep(Language.EN).getLong("distanceM"));
    }

    @Test
    void gpx_is_read_by_any_navigation_device() throws Exception {
        Document gpx = parse(RouteReply.gpx(ROUTE, Language.VI));
        assertEquals("gpx", gpx.getDocumentElement().getLocalName());
        assertEquals("1.1", gpx.getDocumentElement().getAttribute("version"));
        assertEquals(List.of("22.300000 103.400000", "22.400000 103.500000"), points(gpx, "rtept"));
        assertEquals(
                List.of("22.300000 103.400000", "22.350000 103.450000", "22.400000 103.500000"), points(gpx, "trkpt"));
        NodeList names = gpx.getElementsByTagNameNS(GPX, "name");
        assertEquals("Đi thẳng <QL4D> & rẽ", names.item(0).getTextContent());
        assertEquals("Đã tới", names.item(1).getTextContent());
    }

    @Test
    void an_estimate_without_steps_is_still_a_route() throws Exception {
        var estimate = new Route(
                new Travel(Duration.ofMinutes(5), 5000, Travel.Basis.ESTIMATE),
                List.of(START, END),
                List.of(),
                List.of(),
                0);
        assertEquals(List.of(), points(parse(RouteReply.gpx(estimate, Language.EN)), "rtept"));
        assertEquals(
                new JsonArray(),
                RouteReply.json(estimate, Leg.HOSPITAL, Language.EN).getJsonArray("steps"));
    }

    private static JsonObject firstStep(Language language) {
        return RouteReply.json(ROUTE, Leg.HOSPITAL, language)
                .getJsonArray("steps")
                .getJsonObject(0);
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> points(Document gpx, String name) {
        NodeList nodes = gpx.getElementsByTagNameNS(GPX, name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .map(point -> point.getAttribute("lat") + " " + point.getAttribute("lon"))
                .toList();
    }
}
