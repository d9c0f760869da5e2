package rescue.hospital.protocol.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Service;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;
import rescue.hospital.protocol.MachineReport;
import rescue.hospital.protocol.MachineReport.About;

class MeasureReportTest {

    private static final Instant AT = Instant.parse("2026-07-02T02:30:00Z");

    /** Whatever can be said in our words comes back the same. */
    @Test
    void a_thousand_hospitals_by_chance_come_back() {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            Map<BedKind, Integer> beds = new EnumMap<>(BedKind.class);
            for (BedKind kind : BedKind.values()) {
                if (chance.nextBoolean()) {
                    beds.put(kind, chance.nextInt(2001));
                }
            }
            Map<Service, Boolean> services =
                    chance.nextBoolean() ? Map.of(Service.VENTILATOR, chance.nextBoolean()) : Map.of();
            var known = new MachineReport(new About("BV01", null, null), beds, services, null, null, AT, List.of());
            JsonObject written = FhirWords.tidy(MeasureReports.write("BV01", known, AT));
            assertEquals(known, MeasureReportReader.read(written), () -> "seed " + seed);
        }
    }

    @Test
    void sums_that_we_keep_nowhere_are_named_and_intensive_care_is_reckoned() {
        MachineReport said = MeasureReportReader.read(
                report(saner("numTotBeds", 400), saner("numICUBeds", 121), saner("numICUBedsOcc", 119)));
        assertEquals(Map.of(BedKind.ICU, 2), said.available());
        assertEquals(List.of("numTotBeds"), said.passedOver());
    }

    @Test
    void several_codes_of_one_number_say_one_thing() {
        JsonObject population = saner("numICUBedsAvail", 3);
        population
                .getJsonObject("code")
                .getJsonArray("coding")
                .add(FhirWords.coding(FhirWords.HAVBED, "AdultICU"))
                .add(FhirWords.coding("urn:their-own", "P4"));
        assertEquals(
                Map.of(BedKind.ICU, 3),
                MeasureReportReader.read(report(population)).available());
    }

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            less than none          | {"code":"numICUBedsAvail","count":-1}      | COUNT_NEGATIVE   | MeasureReport.group[0].population[0].count
            half a bed              | {"code":"numICUBedsAvail","count":1.5}     | COUNT_NOT_WHOLE  | MeasureReport.group[0].population[0].count
            a number beyond all     | {"code":"numICUBedsAvail","count":1e300}   | COUNT_NOT_WHOLE  | MeasureReport.group[0].population[0].count
            a number as words       | {"code":"numICUBedsAvail","count":"two"}   | COUNT_NOT_WHOLE  | MeasureReport.group[0].population[0].count
            no number               | {"code":"numICUBedsAvail"}                 | COUNT_NOT_WHOLE  | MeasureReport.group[0].population[0].count
            too many                | {"code":"numICUBedsAvail","count":2001}    | COUNT_TOO_MANY   | MeasureReport.group[0].population[0].count
            a code nobody has       | {"code":"numSofas","count":1}              | CODE_UNKNOWN     | MeasureReport.group[0].population[0].code
            """)
    // spotless:on
    void what_cannot_be_is_refused_with_the_place_to_mend(
            String story, String population, ProblemCode code, String where) {
        JsonObject told = new JsonObject(population);
        told.put("code", FhirWords.concept(FhirWords.SANER, told.getString("code")));
        assertRefused(code, where, report(told));
    }

    @Test
    void more_free_than_there_are_is_refused() {
        assertRefused(
                ProblemCode.COUNT_OVER_ALL,
                "MeasureReport.group",
                report(saner("numICUBedsAvail", 1900), saner("numICUBeds", 121)));
    }

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            another resource      | {"resourceType":"Patient"}            | CODE_UNKNOWN       | MeasureReport.resourceType
            not ready             | {"status":"pending"}                  | CODE_UNKNOWN       | MeasureReport.status
            a group that is none  | {"group":"Beds"}                      | FHIR_FORM          | MeasureReport.group
            a list of numbers     | {"group":[7]}                         | FHIR_FORM          | MeasureReport.group[0]
            no population         | {"group":[{"population":[{}]}]}       | FHIR_FORM          | MeasureReport.group[0].population[0].code
            a day, not a time     | {"date":"2026-07-02"}                 | REPORT_TIME_BROKEN | MeasureReport.date
            a reporter that is no | {"reporter":[1]}                      | FHIR_FORM          | MeasureReport.reporter
            """)
    // spotless:on
    void another_form_is_refused(String story, String change, ProblemCode code, String where) {
        assertRefused(code, where, report().mergeIn(new JsonObject(change)));
    }

    private static void assertRefused(ProblemCode code, String where, JsonObject report) {
        var refused = assertThrows(ApiFailure.class, () -> MeasureReportReader.read(report));
        assertEquals(code, refused.code());
        assertEquals(where, refused.pointer());
    }

    private static JsonObject saner(String code, int count) {
        return new JsonObject()
                .put("code", FhirWords.concept(FhirWords.SANER, code))
                .put("count", count);
    }

    private static JsonObject report(JsonObject... populations) {
        return new JsonObject()
                .put("resourceType", "MeasureReport")
                .put("status", "complete")
                .put("type", "summary")
                .put("date", AT.toString())
                .put(
                        "group",
                        new JsonArray().add(new JsonObject().put("population", new JsonArray(List.of(populations)))));
    }
}
