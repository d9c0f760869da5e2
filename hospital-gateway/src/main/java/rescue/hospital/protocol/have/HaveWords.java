package rescue.hospital.protocol.have;

import static rescue.dispatch.hospital.BedKind.EMERGENCY;
import static rescue.dispatch.hospital.BedKind.ICU;
import static rescue.dispatch.hospital.BedKind.MATERNITY;
import static rescue.dispatch.hospital.BedKind.PAEDIATRIC;
import static rescue.dispatch.hospital.BedKind.SURGERY;
import static rescue.dispatch.hospital.BedKind.TRAUMA;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Service;

/** Our words and those of EDXL-HAVE 1.0, side by side: the only table of it, for both directions. */
final class HaveWords {

    static final String HAVE_1 = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0";
    static final String HAVE_2 = "urn:oasis:names:tc:emergency:edxl:have:2.0";
    static final String DE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";
    static final String XNL = "urn:oasis:names:tc:ciq:xnl:3";
    static final String XPIL = "urn:oasis:names:tc:ciq:xpil:3";
    static final String GML = "http://www.opengis.net/gml";

    static final String STAFFED = "Vacant/Available";

    static final String NOT_AVAILABLE = "NotAvailable";

    /**
     * A bed of HAVE.
     *
     * @param sub name of the sub-category; empty for the type itself
     */
    record BedType(String type, String sub) {}

    // spotless:off
    /** TRAUMA and MATERNITY are kinds of ours; HAVE leaves the names of sub-categories to whoever reports. */
    private static final Map<BedKind, BedType> BEDS = Map.of(
        EMERGENCY,  new BedType("EmergencyDepartment", ""),
        TRAUMA,     new BedType("EmergencyDepartment", "Trauma"),
        ICU,        new BedType("AdultICU",            ""),
        SURGERY,    new BedType("MedicalSurgical",     ""),
        PAEDIATRIC, new BedType("Pediatrics",          ""),
        MATERNITY,  new BedType("MedicalSurgical",     "Maternity"));

    /** Types of the standard that decide no destination here; a burn bed does, as a service. */
    private static final Set<String> KEPT_NOWHERE = Set.of(
        "PediatricICU", "NeonatalICU", "NurseryBeds", "RehabLongTermCare", "AdultPsychiatric", "PediatricPsychiatric",
        "NegativeFlowIsolation", "OtherIsolation", "OperatingRooms");

    static final String BURN = "Burn";

    private static final Map<EmsTraffic, String> TRAFFIC = Map.of(
        EmsTraffic.NORMAL,   "Normal",
        EmsTraffic.ADVISORY, "Advisory",
        EmsTraffic.CLOSED,   "Closed");

    /** No emergency department at all: for an ambulance that is as closed as can be. */
    private static final String NO_DEPARTMENT = "NotApplicable";

    /** The way to each service that HAVE has an element for, below {@code ServiceCoverageStatus} and in its order. */
    static final List<Map.Entry<Service, List<String>>> SERVICES = List.of(
        Map.entry(Service.BURNS,          List.of("Burn")),
        Map.entry(Service.DIALYSIS,       List.of("Dialysis")),
        Map.entry(Service.OBSTETRICS,     List.of("OBGYNIndicator", "OBGYN")),
        Map.entry(Service.PAEDIATRICS,    List.of("Pediatrics")),
        Map.entry(Service.NEUROSURGERY,   List.of("SurgeryIndicator", "SurgerySubType", "Neurosurgery")),
        Map.entry(Service.TRAUMA_SURGERY, List.of("TraumaCenterServicesIndicator", "TraumaCenterServices")));
    // spotless:on

    /** The others stand in {@code ResourcesInformationText}, as {@code CT=true}. */
    static final Set<Service> AS_TEXT =
            Set.of(Service.CT, Service.BLOOD, Service.ICU, Service.VENTILATOR, Service.ANTIVENOM);

    private HaveWords() {}

    static BedType bedType(BedKind kind) {
        BedType type = BEDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no HAVE bed type for " + kind);
        }
        return type;
    }

    /** Empty for what we keep nowhere. */
    static Optional<BedKind> findKind(String type, String sub) {
        return BEDS.entrySet().stream()
                .filter(entry -> entry.getValue().type().equals(type)
                        && entry.getValue().sub().equalsIgnoreCase(sub))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isBedType(String type) {
        return type.equals(BURN)
                || KEPT_NOWHERE.contains(type)
                || BEDS.values().stream().anyMatch(known -> known.type().equals(type));
    }

    /** Every type of the standard, for whoever wrote another. */
    static String bedTypes() {
        return Stream.of(
                        Stream.of(BURN),
                        KEPT_NOWHERE.stream(),
                        BEDS.values().stream().map(BedType::type))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static String traffic(EmsTraffic traffic) {
        return TRAFFIC.getOrDefault(traffic, "Normal");
    }

    static Optional<EmsTraffic> findTraffic(String word) {
        if (word.equals(NO_DEPARTMENT)) {
            return Optional.of(EmsTraffic.CLOSED);
        }
        return TRAFFIC.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** {@code CT=true}; empty for any other text, which is for people. */
    static Optional<Map.Entry<Service, Boolean>> findTold(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String name = text.substring(0, equals).strip().toUpperCase(Locale.ROOT);
        String value = text.substring(equals + 1).strip();
        return AS_TEXT.stream()
                .filter(service -> service.name().equals(name))
                .filter(service -> isBoolean(value))
                .map(service -> Map.entry(service, readBoolean(value)))
                .findFirst();
    }

    /** As XML Schema writes truth. */
    static boolean isBoolean(String text) {
        return Set.of("true", "false", "1", "0").contains(text);
    }

    static boolean readBoolean(String text) {
        return text.equals("true") || text.equals("1");
    }
}
