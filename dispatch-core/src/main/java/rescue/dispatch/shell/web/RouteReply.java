package rescue.dispatch.shell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.shell.phrases.Language;

/** A route in the format asked: JSON with steps, GeoJSON for a map, GPX 1.1 for any navigation device. */
final class RouteReply {

    private RouteReply() {}

    static void send(RoutingContext ctx, Route route, Leg leg) {
        String format = Ask.queryText(ctx, "format");
        if ("gpx".equals(format)) {
            send(ctx, "application/gpx+xml", Buffer.buffer(gpx(route, Ask.language(ctx))));
        } else if ("geojson".equals(format)) {
            send(ctx, "application/geo+json", geoJson(route, leg).toBuffer());
        } else {
            Reply.json(ctx, 200, json(route, leg, Ask.language(ctx)));
        }
    }

    private static void send(RoutingContext ctx, String type, Buffer body) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    static JsonObject json(Route route, Leg leg, Language language) {
        JsonArray steps = new JsonArray();
        for (RouteStep step : route.steps()) {
            steps.add(new JsonObject()
                    .put("lat", step.at().lat())
                    .put("lon", step.at().lon())
                    .put("distanceM", Math.round(step.distanceM()))
                    .put("timeS", step.timeS())
                    .put("text", text(step, language)));
        }
        return facts(route, leg).put("geometry", line(route)).put("steps", steps);
    }

    static JsonObject geoJson(Route route, Leg leg) {
        return new JsonObject()
                .put("type", "Feature")
                .put("geometry", line(route))
                .put("properties", facts(route, leg));
    }

    private static JsonObject facts(Route route, Leg leg) {
        JsonArray avoids = new JsonArray();
        route.avoids().forEach(id -> avoids.add(new JsonObject().put("roadClosureId", id.toString())));
        return new JsonObject()
                .put("leg", leg.name())
                .put("basis", route.travel().basis().name())
                .put("distanceM", Math.round(route.travel().distanceM()))
                .put("timeS", route.travel().time().toSeconds())
                .put("roadsVersion", route.roadsVersion())
                .put("avoids", avoids);
    }

    private static JsonObject line(Route route) {
        JsonArray coordinates = new JsonArray();
        for (LatLon point : route.line()) {
            coordinates.add(new JsonArray().add(point.lon()).add(point.lat()));
        }
        return new JsonObject().put("type", "LineString").put("coordinates", coordinates);
    }

    private static String text(RouteStep step, Language language) {
        return language == Language.VI ? step.vi() : step.en();
    }

    /** GPX 1.1 (topografix): the steps as a route, the geometry as a track. */
    static String gpx(Route route, Language language) {
        try {
            StringWriter out = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("gpx");
            xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
            xml.writeAttribute("version", "1.1");
            xml.writeAttribute("creator", "Hoàng Liên");
            xml.writeStartElement("rte");
            for (RouteStep step : route.steps()) {
                point(xml, "rtept", step.at(), text(step, language));
            }
            xml.writeEndElement();
            xml.writeStartElement("trk");
            xml.writeStartElement("trkseg");
            for (LatLon at : route.line()) {
                point(xml, "trkpt", at, "");
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            return out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }

    private static void point(XMLStreamWriter xml, String name, LatLon at, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("lat", String.format(Locale.ROOT, "%.6f", at.lat()));
        xml.writeAttribute("lon", String.format(Locale.ROOT, "%.6f", at.lon()));
        if (!text.isEmpty()) {
            xml.writeStartElement("name");
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
