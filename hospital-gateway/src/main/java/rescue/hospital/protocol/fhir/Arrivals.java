package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Priority;
import rescue.dispatch.assignment.AssignmentStatus;

/**
 * Who is on the way to a hospital, from a line of its list ({@code GET …/incoming}): a request to receive them, and the
 * encounter that it leads to. Nobody has a name yet, so both are about a group of as many as were told.
 */
final class Arrivals {

    private static final String GROUP = "who";

    private static final String PRIORITY_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActPriority";

    private static final Map<Priority, String> REQUEST_PRIORITY =
            Map.of(Priority.P1, "stat", Priority.P2, "urgent", Priority.P3, "routine", Priority.P4, "routine");

    private static final Map<Priority, String> ENCOUNTER_PRIORITY =
            Map.of(Priority.P1, "EM", Priority.P2, "UR", Priority.P3, "R", Priority.P4, "R");

    private Arrivals() {}

    /** The dispatch centre asks the hospital to receive them. */
    static JsonObject serviceRequest(String hospitalId, JsonObject incoming) {
        Priority priority = Priority.valueOf(incoming.getString("priority"));
        return new JsonObject()
                .put("resourceType", "ServiceRequest")
                .put("id", incoming.getString("assignmentId"))
                .put("contained", group(incoming))
                .put("identifier", number(incoming))
                .put("status", "active")
                .put("intent", "order")
                .put("priority", REQUEST_PRIORITY.getOrDefault(priority, "urgent"))
                .put("code", new JsonObject().put("text", "emergency admission"))
                .put("subject", new JsonObject().put("reference", "#" + GROUP))
                .put("occurrenceDateTime", incoming.getString("etaAt"))
                .put("authoredOn", incoming.getString("notifiedAt"))
                .put("performer", new JsonArray().add(FhirWords.reference("Organization", hospitalId)))
                .put("reasonCode", reason(incoming))
                .put("note", notes(incoming));
    }

    /** Planned until the unit is at the door; then arrived. */
    static JsonObject encounter(String hospitalId, JsonObject incoming) {
        String id = incoming.getString("assignmentId");
        Priority priority = Priority.valueOf(incoming.getString("priority"));
        boolean here = AssignmentStatus.valueOf(incoming.getString("status")) == AssignmentStatus.AT_DESTINATION;
        JsonObject encounter = new JsonObject()
                .put("resourceType", "Encounter")
                .put("id", id)
                .put("contained", group(incoming))
                .put("identifier", number(incoming))
                .put("status", here ? "arrived" : "planned")
                .put("class", FhirWords.coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "EMER"))
                .put("priority", FhirWords.concept(PRIORITY_CODES, ENCOUNTER_PRIORITY.getOrDefault(priority, "UR")))
                .put("subject", new JsonObject().put("reference", "#" + GROUP))
                .put("basedOn", new JsonArray().add(FhirWords.reference("ServiceRequest", id)))
                .put("reasonCode", reason(incoming))
                .put("serviceProvider", FhirWords.reference("Organization", hospitalId));
        JsonObject hold = incoming.getJsonObject("hold");
        return hold == null ? encounter : encounter.put("location", wards(hospitalId, hold, here));
    }

    /** The wards where beds are held, that of the gravest first. */
    private static JsonArray wards(String hospitalId, JsonObject hold, boolean here) {
        Set<String> kinds = new LinkedHashSet<>(List.of(hold.getString("kind")));
        kinds.addAll(hold.getJsonObject("besides").fieldNames());
        JsonArray wards = new JsonArray();
        kinds.forEach(kind -> wards.add(new JsonObject()
                .put("location", FhirWords.reference("Location", hospitalId + "-" + kind))
                .put("status", here ? "active" : "planned")));
        return wards;
    }

    private static JsonArray group(JsonObject incoming) {
        JsonObject group = new JsonObject()
                .put("resourceType", "Group")
                .put("id", GROUP)
                .put("type", "person")
                .put("actual", true);
        Integer patients = patients(incoming);
        return new JsonArray().add(patients == null ? group : group.put("quantity", patients));
    }

    /** As the crew has counted, or else as whoever called told; null when nobody said. */
    private static @Nullable Integer patients(JsonObject incoming) {
        int known = incoming.getJsonArray("patients").size();
        return known > 0 ? Integer.valueOf(known) : incoming.getInteger("injured");
    }

    private static JsonArray number(JsonObject incoming) {
        return new JsonArray()
                .add(new JsonObject()
                        .put("system", FhirWords.INCIDENT_NUMBER)
                        .put("value", incoming.getString("incidentNumber")));
    }

    private static JsonArray reason(JsonObject incoming) {
        String kind = incoming.getString("kind").toLowerCase(Locale.ROOT).replace('_', ' ');
        return new JsonArray().add(new JsonObject().put("text", kind));
    }

    /** The unit, then a line for each patient: what a nurse reads who has only this. */
    private static JsonArray notes(JsonObject incoming) {
        JsonArray notes = new JsonArray().add(note(incoming.getString("callSign")));
        List<?> patients = incoming.getJsonArray("patients").getList();
        for (int i = 0; i < patients.size(); i++) {
            JsonObject patient = incoming.getJsonArray("patients").getJsonObject(i);
            String said = patient.getString("note");
            notes.add(note(patient.getString("triage") + (said == null || said.isBlank() ? "" : ": " + said)));
        }
        return notes;
    }

    private static JsonObject note(String text) {
        return new JsonObject().put("text", text);
    }
}
