package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** One leg of a crew's way in its three forms, which all draw the same line. */
final class DrawnWay {

    private static final String GPX = "http://www.topografix.com/GPX/1/1";

    private DrawnWay() {}

    static void check(Crew crew, String order, String leg) throws Exception {
        JsonObject way = crew.wayTo(order, leg);
        assertEquals("ROAD", way.getString("basis"));
        assertTrue(way.getInteger("distanceM") > 1_000, way::encode);
        List<JsonObject> steps = Heard.all(way, "steps");
        assertTrue(
                steps.get(0).getString("text").startsWith("Đi"),
                () -> steps.get(0).encode());
        int points = way.getJsonObject("geometry").getJsonArray("coordinates").size();

        String path = "/assignments/" + order + "/route?leg=" + leg + "&format=";
        JsonObject drawn = crew.get(path + "geojson").expect(200);
        assertEquals("FeatureCollection", drawn.getString("type"));
        JsonObject feature = drawn.getJsonArray("features").getJsonObject(0);
        assertEquals("Feature", feature.getString("type"));
        assertEquals(
                points,
                feature.getJsonObject("geometry").getJsonArray("coordinates").size());

        Document gpx = gpx(crew.get(path + "gpx").text());
        assertEquals(steps.size(), gpx.getElementsByTagNameNS(GPX, "rtept").getLength());
        assertEquals(points, gpx.getElementsByTagNameNS(GPX, "trkpt").getLength());
    }

    private static Document gpx(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
