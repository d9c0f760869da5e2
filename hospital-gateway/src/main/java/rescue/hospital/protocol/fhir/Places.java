package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;

/** A hospital as FHIR sees it: an organization, a place with its wards, and what can be done there now. */
final class Places {

    private Places() {}

    static JsonObject organization(Hospital hospital) {
        JsonObject organization = new JsonObject()
                .put("resourceType", "Organization")
                .put("id", hospital.id())
                .put("identifier", identifier(hospital.id()))
                .put("active", true)
                .put(
                        "type",
                        new JsonArray()
                                .add(FhirWords.concept(
                                        "http://terminology.hl7.org/CodeSystem/organization-type", "prov")))
                .put("name", hospital.name());
        return hospital.phone() == null ? organization : organization.put("telecom", telecom(hospital.phone()));
    }

    /** The house, then its wards, a kind of bed each. */
    static List<JsonObject> locations(Hospital hospital) {
        List<JsonObject> all = new ArrayList<>();
        all.add(new JsonObject()
                .put("resourceType", "Location")
                .put("id", hospital.id())
                .put("identifier", identifier(hospital.id()))
                .put("status", hospital.capacity().emsTraffic() == EmsTraffic.CLOSED ? "suspended" : "active")
                .put("name", hospital.name())
                .put("mode", "instance")
                .put("physicalType", physicalType("bu"))
                .put(
                        "position",
                        new JsonObject()
                                .put("longitude", hospital.at().lon())
                                .put("latitude", hospital.at().lat()))
                .put("managingOrganization", FhirWords.reference("Organization", hospital.id())));
        for (BedKind kind : BedKind.values()) {
            hospital.capacity().findBeds(kind).ifPresent(beds -> all.add(ward(hospital, kind, beds)));
        }
        return all;
    }

    private static JsonObject ward(Hospital hospital, BedKind kind, BedCount beds) {
        JsonObject ward = new JsonObject()
                .put("resourceType", "Location")
                .put("id", hospital.id() + "-" + kind.name())
                .put("status", "active")
                .put(
                        "operationalStatus",
                        FhirWords.coding("http://terminology.hl7.org/CodeSystem/v2-0116", beds.free() > 0 ? "U" : "O"))
                .put("name", hospital.name() + " · " + words(kind))
                .put("mode", "instance")
                .put("physicalType", physicalType("wa"))
                .put("managingOrganization", FhirWords.reference("Organization", hospital.id()))
                .put("partOf", FhirWords.reference("Location", hospital.id()));
        FhirWords.place(kind).ifPresent(type -> ward.put("type", new JsonArray().add(type)));
        return ward;
    }

    /** Every service there is a word for: one that cannot be given now is not active. */
    static List<JsonObject> services(Hospital hospital) {
        List<JsonObject> all = new ArrayList<>();
        for (Service service : Service.values()) {
            all.add(new JsonObject()
                    .put("resourceType", "HealthcareService")
                    .put("id", hospital.id() + "-" + service.name().replace('_', '-'))
                    .put("active", hospital.services().contains(service))
                    .put("providedBy", FhirWords.reference("Organization", hospital.id()))
                    .put("type", new JsonArray().add(FhirWords.concept(FhirWords.SERVICE, service.name())))
                    .put("location", new JsonArray().add(FhirWords.reference("Location", hospital.id())))
                    .put("name", words(service)));
        }
        return all;
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static JsonArray identifier(String hospitalId) {
        return new JsonArray()
                .add(new JsonObject().put("system", FhirWords.HOSPITAL_ID).put("value", hospitalId));
    }

    private static JsonArray telecom(String phone) {
        return new JsonArray().add(new JsonObject().put("system", "phone").put("value", phone));
    }

    private static JsonObject physicalType(String code) {
        return FhirWords.concept("http://terminology.hl7.org/CodeSystem/location-physical-type", code);
    }
}
