package rescue.dispatch.shell.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.alert.Patient;
import rescue.dispatch.alert.Sex;
import rescue.dispatch.alert.TriageCategory;
import rescue.dispatch.alert.TriageFindings;
import rescue.dispatch.alert.TriageMethod;

/** A patient as the contract writes and reads him: the same at the desk, on the tablet and in the hospital. */
public final class PatientJson {

    private PatientJson() {}

    public static JsonArray all(List<Patient> patients) {
        JsonArray json = new JsonArray();
        patients.forEach(patient -> json.add(of(patient)));
        return json;
    }

    public static JsonObject of(Patient patient) {
        return new JsonObject()
                .put("triage", patient.triage().name())
                .put("note", patient.note())
                .put("id", patient.id())
                .put("sex", name(patient.sex()))
                .put("ageYears", patient.ageYears())
                .put("method", name(patient.method()))
                .put("findings", findings(patient.findings()));
    }

    /** What was left out is not known. */
    public static Patient read(JsonObject json) {
        JsonObject findings = json.getJsonObject("findings");
        return new Patient(
                TriageCategory.valueOf(json.getString("triage")),
                json.getString("note"),
                json.getString("id"),
                word(json, "sex", Sex::valueOf),
                json.getInteger("ageYears"),
                word(json, "method", TriageMethod::valueOf),
                findings == null ? null : findings(findings));
    }

    private static TriageFindings findings(JsonObject json) {
        return new TriageFindings(
                json.getBoolean("walks"),
                json.getBoolean("breathes"),
                json.getBoolean("breathesAfterAirway"),
                json.getInteger("respirationsPerMin"),
                json.getBoolean("radialPulse"),
                json.getDouble("capillaryRefillS"),
                json.getBoolean("obeysCommands"),
                json.getBoolean("respiratoryDistress"),
                json.getBoolean("majorBleedingControlled"),
                json.getBoolean("minorInjuriesOnly"),
                json.getBoolean("likelyToSurvive"));
    }

    private static @Nullable JsonObject findings(@Nullable TriageFindings found) {
        return found == null
                ? null
                : new JsonObject()
                        .put("walks", found.walks())
                        .put("breathes", found.breathes())
                        .put("breathesAfterAirway", found.breathesAfterAirway())
                        .put("respirationsPerMin", found.respirationsPerMin())
                        .put("radialPulse", found.radialPulse())
                        .put("capillaryRefillS", found.capillaryRefillS())
                        .put("obeysCommands", found.obeysCommands())
                        .put("respiratoryDistress", found.respiratoryDistress())
                        .put("majorBleedingControlled", found.majorBleedingControlled())
                        .put("minorInjuriesOnly", found.minorInjuriesOnly())
                        .put("likelyToSurvive", found.likelyToSurvive());
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static <T> @Nullable T word(JsonObject json, String field, Function<String, T> read) {
        String name = json.getString(field);
        return name == null ? null : read.apply(name);
    }
}
