package rescue.hospital.protocol.have;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.hospital.protocol.MachineReport;

/** Writes what is known of hospitals as EDXL-HAVE 1.0, as its schema has it; {@link HaveReader} reads it back the same. */
public final class HaveWriter {

    /** The schema wants a time even of a hospital that has never said anything: one that nobody takes for fresh. */
    private static final Instant NEVER = Instant.EPOCH;

    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "have", HaveWords.HAVE_1,
            "xnl", HaveWords.XNL,
            "xpil", HaveWords.XPIL,
            "gml", HaveWords.GML));

    private final XmlWriter xml = new XmlWriter(PREFIXES);

    private HaveWriter() {}

    /** A message about these hospitals. */
    public static String write(List<MachineReport> hospitals) {
        var writer = new HaveWriter();
        return writer.xml.document("have:HospitalStatus", () -> hospitals.forEach(writer::hospital));
    }

    private void hospital(MachineReport hospital) {
        xml.element("have:Hospital", () -> {
            xml.element("have:Organization", () -> organization(hospital.hospital()));
            EmsTraffic traffic = hospital.emsTraffic();
            if (traffic != null) {
                xml.element("have:EmergencyDepartmentStatus", () -> traffic(traffic, hospital.note()));
            }
            if (!hospital.available().isEmpty()) {
                xml.element("have:HospitalBedCapacityStatus", () -> beds(hospital.available()));
            }
            services(hospital.services());
            Instant counted = hospital.countedAt();
            xml.text("have:LastUpdateTime", (counted == null ? NEVER : counted).toString());
        });
    }

    private void organization(MachineReport.About about) {
        String id = about.id();
        xml.element("have:OrganizationInformation", () -> {
            String name = about.name();
            xml.element(
                    "xnl:OrganisationName",
                    () -> xml.text("xnl:NameElement", name != null ? name : id != null ? id : ""));
            if (id != null) {
                xml.element(
                        "xpil:Identifiers",
                        () -> xml.element("xpil:Identifier", () -> xml.text("xpil:IdentifierElement", id)));
            }
        });
        LatLon at = about.at();
        if (at != null) {
            xml.element(
                    "have:OrganizationGeoLocation",
                    () -> xml.element("gml:Point", () -> xml.text("gml:pos", at.lat() + " " + at.lon())));
        }
    }

    private void traffic(EmsTraffic traffic, @Nullable String reason) {
        xml.element("have:EMSTraffic", () -> {
            xml.text("have:EMSTrafficStatus", HaveWords.traffic(traffic));
            if (reason != null) {
                xml.text("have:EMSTrafficReason", reason);
            }
        });
    }

    private void beds(Map<BedKind, Integer> available) {
        for (BedKind kind : BedKind.values()) {
            Integer count = available.get(kind);
            if (count != null) {
                xml.element("have:BedCapacity", () -> bed(HaveWords.bedType(kind), count));
            }
        }
    }

    private void bed(HaveWords.BedType type, int count) {
        xml.text("have:BedType", type.type());
        if (!type.sub().isEmpty()) {
            xml.text("have:SubCategoryBedType", type.sub());
        }
        xml.element("have:Capacity", () -> {
            xml.text("have:CapacityStatus", count > 0 ? HaveWords.STAFFED : HaveWords.NOT_AVAILABLE);
            xml.text("have:AvailableCount", Integer.toString(count));
        });
    }

    private void services(Map<Service, Boolean> services) {
        if (HaveWords.SERVICES.stream().anyMatch(entry -> services.containsKey(entry.getKey()))) {
            xml.element(
                    "have:ServiceCoverageStatus",
                    () -> HaveWords.SERVICES.forEach(entry -> {
                        Boolean there = services.get(entry.getKey());
                        if (there != null) {
                            nest(entry.getValue(), there);
                        }
                    }));
        }
        if (HaveWords.AS_TEXT.stream().anyMatch(services::containsKey)) {
            xml.element("have:HospitalResourcesStatus", () -> {
                for (Service service : Service.values()) {
                    if (HaveWords.AS_TEXT.contains(service) && services.containsKey(service)) {
                        xml.text("have:ResourcesInformationText", service + "=" + services.get(service));
                    }
                }
            });
        }
    }

    private void nest(List<String> way, boolean value) {
        String name = "have:" + way.get(0);
        if (way.size() == 1) {
            xml.text(name, Boolean.toString(value));
        } else {
            xml.element(name, () -> nest(way.subList(1, way.size()), value));
        }
    }
}
