package rescue.hospital.protocol.fhir;

import static rescue.dispatch.hospital.BedKind.EMERGENCY;
import static rescue.dispatch.hospital.BedKind.ICU;
import static rescue.dispatch.hospital.BedKind.PAEDIATRIC;
import static rescue.dispatch.hospital.BedKind.SURGERY;
import static rescue.dispatch.hospital.BedKind.TRAUMA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;

/** Our words and those of FHIR, SANER and HAvBED, side by side: the only table of it, for both directions. */
final class FhirWords {

    /** SANER, the guide for situational awareness: what is measured. */
    static final String SANER = "http://hl7.org/fhir/uv/saner/CodeSystem/MeasuredValues";

    /** The same before it became international; still sent. */
    static final String SANER_US = "http://hl7.org/fhir/us/saner/CodeSystem/MeasuredValues";

    static final String SANER_GROUPS = "http://hl7.org/fhir/uv/saner/CodeSystem/MeasureGroupSystem";

    /** HAvBED's types of bed, under the names that EDXL-HAVE gave them. */
    static final String HAVBED = "urn:oasis:names:tc:emergency:EDXL:HAVE:1.0";

    /** Our own, for every kind. */
    static final String BED_KIND = "urn:hoang-lien:bed-kind";

    static final String SERVICE = "urn:hoang-lien:service";
    static final String HOSPITAL_ID = "urn:hoang-lien:hospital";
    static final String INCIDENT_NUMBER = "urn:hoang-lien:incident-number";
    static final String CAPACITY_MEASURE = "urn:hoang-lien:measure:capacity";

    // spotless:off
    private static final Map<BedKind, String> HAVBED_TYPE = Map.of(
        EMERGENCY,  "EmergencyDepartment",
        ICU,        "AdultICU",
        SURGERY,    "MedicalSurgical",
        PAEDIATRIC, "Pediatrics");

    /** v3 RoleCode: what kind of place a ward is; not every ward has one. */
    private static final Map<BedKind, String> PLACE = Map.of(
        EMERGENCY,  "ER",
        TRAUMA,     "ETU",
        ICU,        "ICU",
        PAEDIATRIC, "PEDU");
    // spotless:on

    static final String ICU_AVAILABLE = "numICUBedsAvail";
    static final String ICU_ALL = "numICUBeds";
    static final String ICU_OCCUPIED = "numICUBedsOcc";
    static final String VENTILATORS_AVAILABLE = "numVentAvail";

    /** What SANER measures besides; sums over kinds that tell no ambulance where to go. */
    private static final Set<String> MEASURED_ONLY = Set.of(
            "numTotBeds",
            "numTotBedsOcc",
            "numTotBedsAvail",
            "numbeds",
            "numBeds",
            "numBedsOcc",
            "numBedsAvail",
            "numImpBeds",
            "numImpBedsOcc",
            "numImpBedsAvail",
            "numAmbBeds",
            "numAmbBedsOcc",
            "numAmbBedsAvail",
            "numVent",
            "numVentUse");

    /** HAvBED's other types, that decide no destination here. */
    private static final Set<String> HAVBED_ONLY = Set.of(
            "PediatricICU",
            "NeonatalICU",
            "NurseryBeds",
            "RehabLongTermCare",
            "Burn",
            "AdultPsychiatric",
            "PediatricPsychiatric",
            "NegativeFlowIsolation",
            "OtherIsolation",
            "OperatingRooms");

    private FhirWords() {}

    static boolean isSaner(String system) {
        return system.equals(SANER) || system.equals(SANER_US);
    }

    /** Whether it is a code of the guides that we know and keep nowhere. */
    static boolean isPassedOver(String system, String code) {
        return isSaner(system) ? MEASURED_ONLY.contains(code) : system.equals(HAVBED) && HAVBED_ONLY.contains(code);
    }

    static Optional<BedKind> findKind(String system, String code) {
        if (isSaner(system)) {
            return code.equals(ICU_AVAILABLE) ? Optional.of(ICU) : Optional.empty();
        }
        return Stream.of(BedKind.values())
                .filter(kind -> system.equals(HAVBED)
                        ? code.equals(HAVBED_TYPE.get(kind))
                        : system.equals(BED_KIND) && code.equals(kind.name()))
                .findFirst();
    }

    /** The codes of a kind, in every system that has one. */
    static JsonObject concept(BedKind kind) {
        JsonArray codings = new JsonArray().add(coding(BED_KIND, kind.name()));
        String havbed = HAVBED_TYPE.get(kind);
        if (havbed != null) {
            codings.add(coding(HAVBED, havbed));
        }
        if (kind == ICU) {
            codings.add(coding(SANER, ICU_AVAILABLE));
        }
        return new JsonObject().put("coding", codings);
    }

    static Optional<JsonObject> place(BedKind kind) {
        return Optional.ofNullable(PLACE.get(kind))
                .map(code -> concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", code));
    }

    static JsonObject concept(String system, String code) {
        return new JsonObject().put("coding", new JsonArray().add(coding(system, code)));
    }

    static JsonObject coding(String system, String code) {
        return new JsonObject().put("system", system).put("code", code);
    }

    /** Without what is not known: FHIR has no null. */
    static JsonObject tidy(JsonObject resource) {
        JsonObject tidy = new JsonObject();
        resource.forEach(entry -> {
            Object value = tidy(entry.getValue());
            if (value != null) {
                tidy.put(entry.getKey(), value);
            }
        });
        return tidy;
    }

    private static @Nullable Object tidy(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return tidy(object);
        }
        if (value instanceof JsonArray array) {
            JsonArray tidy = new JsonArray();
            array.forEach(each -> tidy.add(tidy(each)));
            return tidy;
        }
        return value;
    }

    static JsonObject reference(String type, String id) {
        return new JsonObject().put("reference", type + "/" + id);
    }
}
