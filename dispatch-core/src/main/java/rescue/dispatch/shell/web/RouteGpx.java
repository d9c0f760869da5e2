package rescue.dispatch.shell.web;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.assignment.Leg;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.road.Route;
import rescue.dispatch.road.RouteStep;
import rescue.dispatch.road.Said;
import rescue.dispatch.road.Walk;
import rescue.dispatch.road.WayThere;
import rescue.dispatch.shell.phrases.Language;

/**
 * A way as GPX 1.1 (topografix.com/GPX/1/1), for any navigation device. The steps of the best route are a route, so that a
 * device speaks them; each line is a track of its own, the walk beside the drives, so that a device can show one of them.
 */
final class RouteGpx {

    private RouteGpx() {}

    static String of(WayThere way, Leg leg, Language language) {
        try {
            StringWriter out = new StringWriter();
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("gpx");
            xml.writeDefaultNamespace("http://www.topografix.com/GPX/1/1");
            xml.writeAttribute("version", "1.1");
            xml.writeAttribute("creator", "Hoàng Liên");
            List<Route> routes = way.fold(WayThere.Reached::routes, cutOff -> List.of(cutOff.best()));
            Walk walk = way.fold(reached -> reached.best().walk(), WayThere.CutOff::onFoot);
            steps(xml, routes.get(0), language);
            for (Route route : routes) {
                track(xml, name(route, leg, language), "DRIVE", route.line());
            }
            if (walk != null) {
                track(xml, leg.name(), "WALK", walk.line());
            }
            xml.writeEndDocument();
            return out.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }

    private static String name(Route route, Leg leg, Language language) {
        Said summary = route.summary();
        return summary == null ? leg.name() : RouteReply.text(summary, language);
    }

    private static void steps(XMLStreamWriter xml, Route route, Language language) throws XMLStreamException {
        xml.writeStartElement("rte");
        for (RouteStep step : route.steps()) {
            point(xml, "rtept", step.at(), RouteReply.text(step, language));
        }
        xml.writeEndElement();
    }

    private static void track(XMLStreamWriter xml, String name, String type, List<LatLon> line)
            throws XMLStreamException {
        xml.writeStartElement("trk");
        text(xml, "name", name);
        text(xml, "type", type);
        xml.writeStartElement("trkseg");
        for (LatLon at : line) {
            point(xml, "trkpt", at, null);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void point(XMLStreamWriter xml, String name, LatLon at, @Nullable String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("lat", String.format(Locale.ROOT, "%.6f", at.lat()));
        xml.writeAttribute("lon", String.format(Locale.ROOT, "%.6f", at.lon()));
        if (text != null) {
            text(xml, "name", text);
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
