package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.stream.Stream;
import rescue.dispatch.alert.TriageCategory;

/**
 * A transfer that a hospital is asked to take, as a proposed {@code ServiceRequest} until a unit is on it: from then on it is an
 * order like every other. The answer is given on the page or by the API, since it binds a bed.
 */
final class TransferRequests {

    private static final String PATIENT = "patient";

    private TransferRequests() {}

    /** Those that are open and wait for a unit, of a list as the page shows it. */
    static Stream<JsonObject> of(String hospitalId, JsonObject transfers) {
        return transfers.getJsonArray("incoming").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("status").equals("OPEN"))
                .filter(each -> each.getJsonObject("ride") == null)
                .map(each -> request(hospitalId, each));
    }

    private static JsonObject request(String hospitalId, JsonObject transfer) {
        boolean red = TriageCategory.RED
                .name()
                .equals(transfer.getJsonObject("patient").getString("triage"));
        return new JsonObject()
                .put("resourceType", "ServiceRequest")
                .put("id", transfer.getString("id"))
                .put("contained", new JsonArray().add(patient()))
                .put(
                        "identifier",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("system", FhirWords.INCIDENT_NUMBER)
                                        .put("value", transfer.getString("incidentNumber"))))
                .put("status", "active")
                .put("intent", "proposal")
                .put("priority", red ? "stat" : "urgent")
                .put("code", new JsonObject().put("text", "transfer from another hospital"))
                .put("subject", new JsonObject().put("reference", "#" + PATIENT))
                .put("authoredOn", transfer.getString("askedAt"))
                .put("performer", new JsonArray().add(FhirWords.reference("Organization", hospitalId)))
                .put("note", notes(transfer));
    }

    /** Who it is stands on the transfer paper, which does not go this way. */
    private static JsonObject patient() {
        return new JsonObject()
                .put("resourceType", "Group")
                .put("id", PATIENT)
                .put("type", "person")
                .put("actual", true)
                .put("quantity", 1);
    }

    private static JsonArray notes(JsonObject transfer) {
        JsonObject patient = transfer.getJsonObject("patient");
        String said = patient.getString("note");
        JsonArray notes = new JsonArray()
                .add(note(patient.getString("triage") + (said == null || said.isBlank() ? "" : ": " + said)))
                .add(note("bed: " + transfer.getString("bed").toLowerCase(Locale.ROOT)))
                .add(note("state: " + transfer.getString("state").toLowerCase(Locale.ROOT)));
        String condition = transfer.getString("condition");
        return condition == null ? notes : notes.add(note("condition: " + condition));
    }

    private static JsonObject note(String text) {
        return new JsonObject().put("text", text);
    }
}
