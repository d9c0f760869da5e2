package rescue.hospital.protocol.have;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.MachineReport;

/** From an EDXL-HAVE 1.0 message, bare or in an EDXL-DE envelope, to what it says of each hospital. */
public final class HaveReader {

    /** A note is for people who have a patient to place. */
    private static final int NOTE_MAX_CHARS = 500;

    private HaveReader() {}

    /**
     * What one message says.
     *
     * @param distributionId of the envelope: the same again is the same message; null without an envelope
     * @param distributionStatus of the envelope: Actual, Exercise, System or Test; Actual without an envelope
     */
    public record Message(@Nullable String distributionId, String distributionStatus, List<MachineReport> hospitals) {}

    /** Reads it, or says what to mend and where. */
    public static Message read(byte[] message) {
        XmlTree root = SafeXml.read(message);
        List<XmlTree> statuses = root.deep()
                .filter(each -> each.is(HaveWords.HAVE_1, "HospitalStatus"))
                .toList();
        if (statuses.isEmpty()) {
            throw new ApiFailure(ProblemCode.HAVE_MISSING, Counts.shown(root.name()));
        }
        Optional<XmlTree> envelope = root.deep()
                .filter(each -> each.is(HaveWords.DE, "EDXLDistribution"))
                .findFirst();
        List<MachineReport> hospitals = statuses.stream()
                .flatMap(status -> status.all("Hospital"))
                .map(HaveReader::hospital)
                .toList();
        return new Message(
                envelope.flatMap(each -> text(each, "distributionID")).orElse(null),
                envelope.flatMap(each -> text(each, "distributionStatus")).orElse("Actual"),
                hospitals);
    }

    private static MachineReport hospital(XmlTree hospital) {
        Map<BedKind, Integer> beds = new EnumMap<>(BedKind.class);
        Map<Service, Boolean> services = new EnumMap<>(Service.class);
        List<String> passedOver = new ArrayList<>();
        hospital.find("HospitalBedCapacityStatus")
                .ifPresent(status -> status.all("BedCapacity")
                        .forEach(capacity -> new BedCapacityReader(beds, services, passedOver).read(capacity)));
        readServices(hospital, services);
        Optional<XmlTree> traffic = hospital.find("EmergencyDepartmentStatus", "EMSTraffic");
        return new MachineReport(
                about(hospital),
                beds,
                services,
                traffic.flatMap(each -> each.find("EMSTrafficStatus"))
                        .map(HaveReader::traffic)
                        .orElse(null),
                traffic.flatMap(each -> text(each, "EMSTrafficReason"))
                        .map(HaveReader::note)
                        .orElse(null),
                hospital.find("LastUpdateTime")
                        .map(HaveReader::time)
                        .orElseThrow(() -> new ApiFailure(ProblemCode.REPORT_TIME_BROKEN, "")
                                .at(hospital.path() + "/LastUpdateTime")),
                passedOver);
    }

    private static MachineReport.About about(XmlTree hospital) {
        Optional<XmlTree> information = hospital.find("Organization", "OrganizationInformation");
        return new MachineReport.About(
                information
                        .flatMap(each -> each.findAnywhere("Identifiers", "Identifier", "IdentifierElement"))
                        .map(XmlTree::text)
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                information
                        .flatMap(each -> each.findAnywhere("OrganisationName", "NameElement"))
                        .map(XmlTree::text)
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                hospital.find("Organization", "OrganizationGeoLocation")
                        .flatMap(each -> each.findAnywhere("Point", "pos"))
                        .flatMap(HaveReader::place)
                        .orElse(null));
    }

    private static void readServices(XmlTree hospital, Map<Service, Boolean> services) {
        for (var entry : HaveWords.SERVICES) {
            hospital.find("ServiceCoverageStatus")
                    .flatMap(coverage -> coverage.find(entry.getValue().toArray(String[]::new)))
                    .ifPresent(told -> services.put(entry.getKey(), truth(told)));
        }
        hospital.find("HospitalResourcesStatus")
                .ifPresent(resources -> resources
                        .all("ResourcesInformationText")
                        .flatMap(told -> HaveWords.findTold(told.text()).stream())
                        .forEach(told -> services.put(told.getKey(), told.getValue())));
    }

    private static boolean truth(XmlTree told) {
        if (!HaveWords.isBoolean(told.text())) {
            throw new ApiFailure(ProblemCode.CODE_UNKNOWN, Counts.shown(told.text()), "true, false").at(told.path());
        }
        return HaveWords.readBoolean(told.text());
    }

    private static EmsTraffic traffic(XmlTree told) {
        return HaveWords.findTraffic(told.text())
                .orElseThrow(() -> new ApiFailure(
                                ProblemCode.CODE_UNKNOWN,
                                Counts.shown(told.text()),
                                "Normal, Advisory, Closed, NotApplicable")
                        .at(told.path()));
    }

    private static String note(String reason) {
        return reason.length() <= NOTE_MAX_CHARS ? reason : reason.substring(0, NOTE_MAX_CHARS);
    }

    private static Instant time(XmlTree told) {
        try {
            return OffsetDateTime.parse(told.text()).toInstant();
        } catch (DateTimeException e) {
            throw new ApiFailure(ProblemCode.REPORT_TIME_BROKEN, Counts.shown(told.text())).at(told.path());
        }
    }

    /** Empty for what is no place: where a hospital lies is in our register, so it is not worth a refusal. */
    private static Optional<LatLon> place(XmlTree pos) {
        String[] numbers = pos.text().split("\\s+");
        try {
            return numbers.length == 2
                    ? Optional.of(new LatLon(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(XmlTree in, String name) {
        return in.find(name).map(XmlTree::text).filter(text -> !text.isEmpty());
    }
}
