package rescue.hospital.protocol.have;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Confidence;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.hospital.protocol.MachineReport;

/**
 * Writes what is known of hospitals as EDXL-HAVE 2.0, with those of its elements that published messages show: the facility,
 * its colour, and its services each with a colour. A kind of bed is a service there, its number in its name.
 */
final class Have2Writer {

    private static final String COLOURS = HaveWords.HAVE_2 + ":colourCodeDefault";

    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "have", HaveWords.HAVE_2,
            "edxl-ct", "urn:oasis:names:tc:emergency:edxl:ct:1.0",
            "gml", "http://www.opengis.net/gml/3.2"));

    private static final Map<EmsTraffic, String> COLOUR =
            Map.of(EmsTraffic.NORMAL, "green", EmsTraffic.ADVISORY, "yellow", EmsTraffic.CLOSED, "red");

    private final XmlWriter xml = new XmlWriter(PREFIXES);
    private final Instant now;

    private Have2Writer(Instant now) {
        this.now = now;
    }

    /** A message about these hospitals. */
    static String write(List<MachineReport> hospitals, Instant now) {
        var writer = new Have2Writer(now);
        return writer.xml.document(
                "have:HAVE",
                () -> hospitals.forEach(each -> writer.xml.element("have:facility", () -> writer.facility(each))));
    }

    private void facility(MachineReport hospital) {
        xml.element("have:facilityInformation", () -> information(hospital.hospital()));
        xml.element("have:facilityColourStatus", () -> colour("have:colourCode", facilityColour(hospital)));
        xml.element("have:serviceList", () -> {
            for (BedKind kind : BedKind.values()) {
                Integer count = hospital.available().get(kind);
                if (count != null) {
                    service(kind.name().toLowerCase(Locale.ROOT) + " beds: " + count, count > 0);
                }
            }
            for (Service service : Service.values()) {
                Boolean there = hospital.services().get(service);
                if (there != null) {
                    service(service.name().toLowerCase(Locale.ROOT).replace('_', ' '), there);
                }
            }
        });
    }

    /** Grey when it has been silent for so long that nobody should rely on it. */
    private String facilityColour(MachineReport hospital) {
        boolean known = switch (Confidence.of(hospital.countedAt(), now)) {
            case HIGH, MEDIUM -> true;
            case LOW, UNKNOWN -> false;
        };
        EmsTraffic traffic = hospital.emsTraffic();
        return traffic == null || (!known && traffic != EmsTraffic.CLOSED)
                ? "gray"
                : COLOUR.getOrDefault(traffic, "gray");
    }

    private void information(MachineReport.About about) {
        String id = about.id();
        if (id != null) {
            xml.text("have:facilityID", id);
        }
        String name = about.name();
        xml.text("have:facilityName", name != null ? name : id != null ? id : "");
        LatLon at = about.at();
        if (at != null) {
            xml.element(
                    "have:facilityGeoLocation",
                    () -> xml.element(
                            "edxl-ct:EDXLGeoLocation",
                            () -> xml.element("gml:Point", () -> xml.text("gml:pos", at.lat() + " " + at.lon()))));
        }
    }

    private void service(String name, boolean there) {
        xml.element("have:serviceListItem", () -> {
            xml.text("have:serviceName", name);
            xml.element(
                    "have:serviceStatus",
                    () -> xml.element(
                            "have:colourStatus", () -> colour("have:colourCodeDefault", there ? "green" : "red")));
        });
    }

    private void colour(String element, String value) {
        xml.element(element, () -> {
            xml.text("edxl-ct:ValueListURI", COLOURS);
            xml.text("edxl-ct:Value", value);
        });
    }
}
