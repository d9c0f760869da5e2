package rescue.hospital.protocol.fhir;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.CleanText;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.Counts;
import rescue.hospital.protocol.MachineReport;
import rescue.hospital.protocol.MachineReport.About;

/** From a {@code MeasureReport} with SANER's or HAvBED's codes to what it says of a hospital's beds. */
public final class MeasureReportReader {

    private static final String[] NOBODY = {};

    private final Map<BedKind, Integer> available = new EnumMap<>(BedKind.class);
    private final Map<Service, Boolean> services = new EnumMap<>(Service.class);
    private final List<String> passedOver = new ArrayList<>();

    /** SANER's figures of intensive care by code, for there the number that is free may have to be reckoned. */
    private final Map<String, Integer> intensive = new HashMap<>();

    private MeasureReportReader() {}

    /** Reads it, or says what to mend and where (by FHIRPath). */
    public static MachineReport read(JsonObject resource) {
        return new MeasureReportReader().report(resource);
    }

    private MachineReport report(JsonObject resource) {
        oneOf(resource, "resourceType", "MeasureReport");
        oneOf(resource, "status", "complete");
        oneOf(resource, "type", "summary", "individual");
        Json.list(resource, "group", "MeasureReport").forEach(this::group);
        reckonIntensive();
        return new MachineReport(about(resource), available, services, null, null, countedAt(resource), passedOver);
    }

    private void group(Json.Item group) {
        Json.list(group.value(), "population", group.path()).forEach(this::population);
    }

    private void population(Json.Item population) {
        JsonObject code = Json.object(population.value(), "code", population.path());
        String countPath = population.path() + ".count";
        Object told = population.value().getValue("count");
        if (told == null) {
            throw new ApiFailure(ProblemCode.COUNT_NOT_WHOLE, "").at(countPath);
        }
        int count = Counts.read(String.valueOf(told), countPath);
        boolean known = false;
        for (Json.Item coding : Json.list(code, "coding", population.path() + ".code")) {
            String system = Json.text(coding.value(), "system", coding.path());
            String word = Json.text(coding.value(), "code", coding.path());
            known |= note(system, word, count, countPath);
        }
        if (!known) {
            throw new ApiFailure(ProblemCode.CODE_UNKNOWN, Counts.shown(code.encode()), known())
                    .at(population.path() + ".code");
        }
    }

    /** False for a code that nobody here knows. */
    private boolean note(String system, String code, int count, String where) {
        var kind = FhirWords.findKind(system, code);
        if (kind.isPresent()) {
            Counts.put(available, kind.get(), count, where);
        }
        boolean saner = FhirWords.isSaner(system);
        if (saner && List.of(FhirWords.ICU_ALL, FhirWords.ICU_OCCUPIED).contains(code)) {
            intensive.put(code, count);
            return true;
        }
        if (saner && code.equals(FhirWords.VENTILATORS_AVAILABLE)) {
            services.put(Service.VENTILATOR, count > 0);
            return true;
        }
        if (FhirWords.isPassedOver(system, code)) {
            passedOver.add(code);
            return true;
        }
        return kind.isPresent();
    }

    /** "32,323 of 121" is refused; 121, of which 119 are occupied, leaves 2. */
    private void reckonIntensive() {
        Integer all = intensive.get(FhirWords.ICU_ALL);
        Integer occupied = intensive.get(FhirWords.ICU_OCCUPIED);
        Integer free = available.get(BedKind.ICU);
        String where = "MeasureReport.group";
        if (free != null) {
            Counts.checkWithin(free, all, where);
        } else if (all != null && occupied != null) {
            Counts.checkWithin(occupied, all, where);
            available.put(BedKind.ICU, all - occupied);
        }
    }

    /** By the reporter, or else by the subject; a message that names neither is the sender's. */
    private static About about(JsonObject resource) {
        for (String field : List.of("reporter", "subject")) {
            JsonObject named = resource.containsKey(field) ? Json.object(resource, field, "MeasureReport") : null;
            String[] way =
                    named != null && named.getValue("reference") instanceof String said ? said.split("/") : NOBODY;
            if (way.length >= 2 && List.of("Organization", "Location").contains(way[way.length - 2])) {
                return new About(CleanText.of(way[way.length - 1]), null, null);
            }
        }
        return About.SENDER;
    }

    private static @Nullable Instant countedAt(JsonObject resource) {
        Object date = resource.getValue("date");
        if (date == null) {
            JsonObject period = resource.containsKey("period")
                    ? Json.object(resource, "period", "MeasureReport")
                    : new JsonObject();
            return period.getValue("end") == null ? null : time(period.getValue("end"), "MeasureReport.period.end");
        }
        return time(date, "MeasureReport.date");
    }

    private static Instant time(Object told, String where) {
        try {
            return OffsetDateTime.parse(told.toString()).toInstant();
        } catch (DateTimeException e) {
            throw new ApiFailure(ProblemCode.REPORT_TIME_BROKEN, Counts.shown(told.toString())).at(where);
        }
    }

    private static void oneOf(JsonObject resource, String field, String... allowed) {
        Object told = resource.getValue(field);
        if (told == null || !List.of(allowed).contains(told.toString())) {
            throw new ApiFailure(
                            ProblemCode.CODE_UNKNOWN, Counts.shown(String.valueOf(told)), String.join(", ", allowed))
                    .at("MeasureReport." + field);
        }
    }

    private static String known() {
        return Arrays.stream(BedKind.values())
                        .map(kind -> FhirWords.BED_KIND + "|" + kind)
                        .collect(Collectors.joining(", "))
                + ", " + FhirWords.SANER + "|" + FhirWords.ICU_AVAILABLE + ", " + FhirWords.HAVBED + "|AdultICU …";
    }
}
