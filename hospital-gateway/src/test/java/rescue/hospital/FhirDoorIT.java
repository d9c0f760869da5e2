package rescue.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;
import rescue.hospital.protocol.fhir.FhirStandard;

/** A hospital's own system at the hospitals' door by FHIR; whatever it gets is valid R4, says HAPI's validator. */
class FhirDoorIT {

    private static HospitalHouse house;
    private static String bv01;
    private static String ttyt01;
    private static FhirStandard standard;
    private static UUID assignmentId;

    @BeforeAll
    static void open() {
        house = new HospitalHouse();
        bv01 = house.logIn("hospital-bv01");
        ttyt01 = house.logIn("hospital-ttyt01");
        standard = new FhirStandard();
        house.atTheDoor(
                "PUT",
                "/api/v1/hospitals/BV01/capacity",
                bv01,
                "{\"beds\":{\"ICU\":{\"available\":0},\"TRAUMA\":{\"available\":3}}}");
        assignmentId = house.send("LC-01", "BV01");
        house.tell(assignmentId);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Organization", "Location", "HealthcareService", "MeasureReport", "ServiceRequest", "Encounter"})
    void every_resource_is_valid_and_found_again_by_its_id(String type) {
        JsonObject bundle = get("/fhir/" + type, bv01, 200);
        standard.assertValid(bundle);
        int total = bundle.getInteger("total");
        assertTrue(total > 0, bundle.encode());
        assertEquals(total, bundle.getJsonArray("entry").size());
        for (int i = 0; i < total; i++) {
            JsonObject resource = bundle.getJsonArray("entry").getJsonObject(i).getJsonObject("resource");
            standard.assertValid(resource);
            assertEquals(resource, get("/fhir/" + type + "/" + resource.getString("id"), bv01, 200));
        }
        assertFalse(bundle.encode().contains("TTYT"), "another hospital is named");
        for (String secret : List.of("0912345678", "own words")) {
            assertFalse(bundle.encode().contains(secret), secret);
        }
    }

    @Test
    void what_the_door_can_is_valid_too_and_so_is_its_no() {
        standard.assertValid(get("/fhir/metadata", bv01, 200));
        standard.assertValid(get("/fhir/Patient", bv01, 404));
    }

    /** The check itself can fail. */
    @Test
    void the_validator_refuses_what_is_no_fhir() {
        JsonObject location = get("/fhir/Location/BV01", bv01, 200);
        assertFalse(standard.errors(location.copy().put("status", "open")).isEmpty());
        assertFalse(standard.errors(location.copy().put("bed", 1)).isEmpty());
    }

    @Test
    void who_is_on_the_way_has_an_eta_a_reason_and_a_held_bed() {
        JsonObject request = get("/fhir/ServiceRequest/" + assignmentId, bv01, 200);
        assertTrue(Instant.parse(request.getString("occurrenceDateTime")).isAfter(Instant.now()));
        assertEquals("stat", request.getString("priority"));
        assertEquals(3, request.getJsonArray("contained").getJsonObject(0).getInteger("quantity"));
        JsonObject encounter = get("/fhir/Encounter/" + assignmentId, bv01, 200);
        assertEquals("planned", encounter.getString("status"));
        assertEquals(
                "Location/BV01-EMERGENCY",
                encounter
                        .getJsonArray("location")
                        .getJsonObject(0)
                        .getJsonObject("location")
                        .getString("reference"));
    }

    @Test
    void another_hospitals_patient_is_not_there() {
        get("/fhir/ServiceRequest/" + assignmentId, ttyt01, 404);
        get("/fhir/Encounter/" + assignmentId, ttyt01, 404);
        get("/fhir/Organization/BV01", ttyt01, 404);
        assertEquals(0, get("/fhir/Encounter", ttyt01, 200).getInteger("total"));
        get("/fhir/Organization", "", 401);
    }

    @Test
    void a_transfer_that_it_is_asked_to_take_is_a_proposal_without_the_patients_name() {
        var asked = house.atTheDoor("POST", "/api/v1/hospitals/TTYT01/transfers", ttyt01, """
                {"toHospitalId": "BV01", "patient": {"triage": "RED", "note": "suy hô hấp"}, "bed": "ICU", "services": [],
                 "paper": {"patientName": "Lò Thị Mai", "birthYear": 1965}}""");
        assertEquals(201, asked.statusCode(), asked.body());
        String id = new JsonObject(asked.body()).getString("id");
        JsonObject request = get("/fhir/ServiceRequest/" + id, bv01, 200);
        standard.assertValid(request);
        assertEquals("proposal", request.getString("intent"));
        assertEquals("stat", request.getString("priority"));
        assertTrue(request.encode().contains("suy hô hấp"), request::encode);
        assertFalse(request.encode().contains("Mai"), request::encode);
        get("/fhir/ServiceRequest/" + id, ttyt01, 404);
    }

    @Test
    void a_measure_report_is_on_the_board_and_an_impossible_one_is_not() {
        JsonObject report = get("/fhir/MeasureReport/TTYT01", ttyt01, 200)
                .put("status", "complete")
                .put("date", Instant.now().toString());
        JsonObject posted = post(withIcu(report, 4), ttyt01, 201);
        standard.assertValid(posted);
        assertEquals(4, icu("TTYT01"));
        assertEquals(
                new Said(
                        "hospital-ttyt01",
                        ReportSource.FHIR,
                        house.hospital("TTYT01").capacity().newest().at()),
                house.hospital("TTYT01").capacity().newest());

        Hospital before = house.hospital("TTYT01");
        JsonObject refused = post(withIcu(report, -4), ttyt01, 422);
        standard.assertValid(refused);
        JsonObject issue = refused.getJsonArray("issue").getJsonObject(0);
        assertEquals("count-negative", issue.getString("diagnostics"));
        assertEquals(
                "MeasureReport.group[0].population[0].count",
                issue.getJsonArray("expression").getString(0));
        post(withIcu(report, 2).put("reporter", new JsonObject().put("reference", "Organization/BV01")), ttyt01, 403);
        post(withIcu(report, 2).put("date", Instant.now().minusSeconds(600).toString()), ttyt01, 409);
        assertEquals(
                400,
                house.atTheDoor("POST", "/fhir/MeasureReport", ttyt01, "[1").statusCode());
        assertEquals(
                400,
                house.atTheDoor("POST", "/fhir/MeasureReport", ttyt01, "[1]").statusCode());
        assertEquals(before, house.hospital("TTYT01"));
    }

    private static JsonObject withIcu(JsonObject report, int count) {
        return report.copy().put("group", new io.vertx.core.json.JsonArray("""
                [{"population": [{"code": {"coding": [{"system": "http://hl7.org/fhir/uv/saner/CodeSystem/MeasuredValues",
                "code": "numICUBedsAvail"}]}, "count": %d}]}]
                """.formatted(count)));
    }

    private static int icu(String hospitalId) {
        return house.hospital(hospitalId)
                .capacity()
                .findBeds(BedKind.ICU)
                .orElseThrow()
                .reported();
    }

    private static JsonObject get(String path, String token, int status) {
        var answer = house.atTheDoor("GET", path, token, null);
        assertEquals(status, answer.statusCode(), path + ": " + answer.body());
        assertEquals(
                "application/fhir+json; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        return new JsonObject(answer.body());
    }

    private static JsonObject post(JsonObject report, String token, int status) {
        var answer = house.atTheDoor("POST", "/fhir/MeasureReport", token, report.encode());
        assertEquals(status, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }
}
