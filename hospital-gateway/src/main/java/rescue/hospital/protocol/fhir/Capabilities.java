package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What may be asked at {@code /fhir}, as a {@code CapabilityStatement}. */
final class Capabilities {

    static final List<String> TYPES =
            List.of("Encounter", "HealthcareService", "Location", "MeasureReport", "Organization", "ServiceRequest");

    private Capabilities() {}

    static JsonObject of(Instant now) {
        JsonArray resources = new JsonArray();
        TYPES.forEach(type -> resources.add(resource(type)));
        return new JsonObject()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("date", now.toString())
                .put("kind", "instance")
                .put("implementation", new JsonObject().put("description", "A hospital's own door to dispatch"))
                .put("fhirVersion", "4.0.1")
                .put("format", new JsonArray().add("json"))
                .put(
                        "rest",
                        new JsonArray()
                                .add(new JsonObject().put("mode", "server").put("resource", resources)));
    }

    private static JsonObject resource(String type) {
        JsonArray interactions = new JsonArray().add(interaction("read")).add(interaction("search-type"));
        if (type.equals("MeasureReport")) {
            interactions.add(interaction("create"));
        }
        return new JsonObject().put("type", type).put("interaction", interactions);
    }

    private static JsonObject interaction(String code) {
        return new JsonObject().put("code", code);
    }
}
