package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.hospital.protocol.MachineReport;

/** Writes what a hospital has as a {@code MeasureReport}; {@link MeasureReportReader} reads it back the same. */
final class MeasureReports {

    private MeasureReports() {}

    /**
     * The newest report of a hospital.
     *
     * @param now the period of a hospital that has never reported; its report is "pending" and has no number in it
     */
    static JsonObject write(String hospitalId, MachineReport known, Instant now) {
        Instant counted = known.countedAt();
        String at = (counted == null ? now : counted).toString();
        JsonArray groups = new JsonArray();
        if (counted != null && !known.available().isEmpty()) {
            groups.add(group("Beds", beds(known.available())));
        }
        Boolean ventilator = known.services().get(Service.VENTILATOR);
        if (counted != null && ventilator != null) {
            groups.add(group("Ventilators", new JsonArray().add(ventilators(ventilator))));
        }
        return new JsonObject()
                .put("resourceType", "MeasureReport")
                .put("id", hospitalId)
                .put("status", counted == null ? "pending" : "complete")
                .put("type", "summary")
                .put("measure", FhirWords.CAPACITY_MEASURE)
                .put("subject", FhirWords.reference("Location", hospitalId))
                .put("date", at)
                .put("reporter", FhirWords.reference("Organization", hospitalId))
                .put("period", new JsonObject().put("start", at).put("end", at))
                .put("group", groups.isEmpty() ? null : groups);
    }

    private static JsonArray beds(Map<BedKind, Integer> available) {
        JsonArray populations = new JsonArray();
        for (BedKind kind : BedKind.values()) {
            Integer count = available.get(kind);
            if (count != null) {
                populations.add(
                        new JsonObject().put("code", FhirWords.concept(kind)).put("count", count));
            }
        }
        return populations;
    }

    /** How many we do not keep: one or none. */
    private static JsonObject ventilators(boolean available) {
        return new JsonObject()
                .put("code", FhirWords.concept(FhirWords.SANER, FhirWords.VENTILATORS_AVAILABLE))
                .put("count", available ? 1 : 0);
    }

    private static JsonObject group(String code, JsonArray populations) {
        return new JsonObject()
                .put("code", FhirWords.concept(FhirWords.SANER_GROUPS, code))
                .put("population", populations);
    }
}
