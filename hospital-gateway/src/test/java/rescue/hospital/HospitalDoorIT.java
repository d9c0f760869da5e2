package rescue.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.assignment.AssignmentStatus;
import rescue.dispatch.hospital.BedCount;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.EmsTraffic;
import rescue.dispatch.hospital.HoldState;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.Service;

/** What a hospital says and is told, over real HTTP and on a real PostgreSQL. */
class HospitalDoorIT {

    private static final String CAPACITY = "/api/v1/hospitals/BV01/capacity";
    private static final String INCOMING = "/api/v1/hospitals/BV01/incoming";

    private static HospitalHouse house;
    private static String bv01;
    private static String ttyt01;
    private static String operator;
    private static Map<String, String> tokens;

    @BeforeAll
    static void open() {
        house = new HospitalHouse();
        bv01 = house.logIn("hospital-bv01");
        ttyt01 = house.logIn("hospital-ttyt01");
        operator = house.logIn("operator");
        tokens = Map.of(
                "bv01", bv01, "ttyt01", ttyt01, "operator", operator, "committee", house.logIn("committee"), "-", "");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    // spotless:off
    @ParameterizedTest(name = "{0}: {5} {6}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            nobody                          | -         | PUT  | /BV01/capacity                   | {"emsTraffic":"NORMAL"}              | 401 | unauthenticated    | -
            another hospital's capacity     | ttyt01    | PUT  | /BV01/capacity                   | {"emsTraffic":"CLOSED"}              | 403 | forbidden          | -
            another hospital's "unchanged"  | ttyt01    | POST | /BV01/capacity/confirm           | -                                    | 403 | forbidden          | -
            another hospital's patients     | ttyt01    | GET  | /BV01/incoming                   | -                                    | 403 | forbidden          | -
            another hospital's answer       | ttyt01    | POST | /BV01/incoming/%s                | {"answer":"ACCEPT"}                  | 403 | forbidden          | -
            another role                    | committee | GET  | /BV01/incoming                   | -                                    | 403 | forbidden          | -
            the desk, from the wrong side   | operator  | PUT  | /BV01/capacity                   | {"emsTraffic":"CLOSED"}              | 403 | forbidden          | -
            fewer beds than none            | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":-1}}}    | 400 | request-invalid    | /beds/ICU/available
            more beds than can be           | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":2001}}}  | 400 | request-invalid    | /beds/ICU/available
            a number beyond all numbers     | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":1e300}}} | 400 | request-invalid    | /beds/ICU/available
            half a bed                      | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":1.5}}}   | 400 | request-invalid    | /beds/ICU/available
            a kind of bed we do not know    | bv01      | PUT  | /BV01/capacity                   | {"beds":{"SOFA":{"available":1}}}    | 400 | request-invalid    | /beds/SOFA
            a service we do not know        | bv01      | PUT  | /BV01/capacity                   | {"services":{"MAGIC":true}}          | 400 | request-invalid    | /services/MAGIC
            a traffic we do not know        | bv01      | PUT  | /BV01/capacity                   | {"emsTraffic":"HEAVY"}               | 400 | request-invalid    | /emsTraffic
            nothing said                    | bv01      | PUT  | /BV01/capacity                   | {}                                   | 400 | request-invalid    | -
            broken JSON                     | bv01      | PUT  | /BV01/capacity                   | {"beds":                             | 400 | json-broken        | -
            an answer we do not know        | bv01      | POST | /BV01/incoming/%s                | {"answer":"MAYBE"}                   | 400 | request-invalid    | /answer
            no, without a reason            | bv01      | POST | /BV01/incoming/%s                | {"answer":"DECLINE"}                 | 422 | reason-missing     | /reason
            no, for a blank reason          | bv01      | POST | /BV01/incoming/%s                | {"answer":"DECLINE","reason":" "}    | 422 | reason-missing     | /reason
            yes if, without an if           | bv01      | POST | /BV01/incoming/%s                | {"answer":"ACCEPT_IF"}               | 422 | reason-missing     | /reason
            a patient that nobody brings    | bv01      | POST | /BV01/incoming/00000000-0000-4000-8000-000000000000 | {"answer":"ACCEPT"} | 404 | assignment-unknown | -
            no id at all                    | bv01      | POST | /BV01/incoming/7                 | {"answer":"ACCEPT"}                  | 404 | assignment-unknown | -
            another hospital's patient      | ttyt01    | POST | /TTYT01/incoming/%s              | {"answer":"ACCEPT"}                  | 409 | not-your-patient   | -
            """)
    // spotless:on
    void refuses_and_keeps_what_it_knew(
            String story,
            @Nullable String who,
            String method,
            String path,
            @Nullable String body,
            int status,
            String code,
            @Nullable String pointer) {
        UUID assignmentId = Refused.ASSIGNMENT;
        Hospital before = house.hospital("BV01");
        var answer = house.atTheDoor(
                method, "/api/v1/hospitals" + path.formatted(assignmentId), who == null ? "" : tokens.get(who), body);

        assertEquals(status, answer.statusCode(), answer.body());
        var problem = new JsonObject(answer.body());
        assertEquals(code, problem.getString("code"), story);
        assertFalse(problem.getString("detail").isBlank());
        if (pointer != null) {
            var fault = problem.getJsonArray("errors").getJsonObject(0);
            assertEquals(pointer, fault.getString("pointer"));
            assertFalse(fault.getString("detail").isBlank());
        }
        assertEquals(before, house.hospital("BV01"));
        assertNull(house.incidentOf(assignmentId)
                .findAssignment(assignmentId)
                .orElseThrow()
                .answer());
    }

    @Test
    void a_report_changes_the_board_and_nothing_that_it_does_not_name() {
        var answer = house.atTheDoor(
                "PUT",
                "/api/v1/hospitals/TTYT01/capacity",
                ttyt01,
                "{\"beds\":{\"ICU\":{\"available\":0}},\"services\":{\"CT\":false,\"BLOOD\":true},\"emsTraffic\":\"ADVISORY\",\"note\":\"CT hỏng\"}");

        assertEquals(200, answer.statusCode(), answer.body());
        Hospital board = house.hospital("TTYT01");
        Capacity capacity = board.capacity();
        assertEquals(Map.of(BedKind.ICU, new BedCount(0, 0), BedKind.EMERGENCY, new BedCount(5, 0)), capacity.beds());
        assertEquals(java.util.Set.of(Service.BLOOD), board.services());
        assertEquals(EmsTraffic.ADVISORY, capacity.emsTraffic());
        assertEquals("hospital-ttyt01", capacity.reporter());
        var said = new JsonObject(answer.body());
        assertEquals(0, said.getJsonObject("beds").getJsonObject("ICU").getInteger("available"));
        assertEquals("HIGH", said.getJsonObject("capacity").getString("confidence"));

        house.atTheDoor("PUT", "/api/v1/hospitals/TTYT01/capacity", ttyt01, "{\"beds\":{\"ICU\":{\"available\":1}}}");
        assertEquals(EmsTraffic.ADVISORY, house.hospital("TTYT01").capacity().emsTraffic());
        assertEquals(java.util.Set.of(Service.BLOOD), house.hospital("TTYT01").services());
    }

    @Test
    void nothing_changed_is_believed_anew() {
        house.atTheDoor("PUT", CAPACITY, bv01, "{\"beds\":{\"MATERNITY\":{\"available\":4}}}");
        Capacity before = house.hospital("BV01").capacity();
        var answer = house.atTheDoor("POST", CAPACITY + "/confirm", bv01, null);

        assertEquals(200, answer.statusCode(), answer.body());
        Capacity after = house.hospital("BV01").capacity();
        assertEquals(before.beds(), after.beds());
        assertNotNull(after.asOf());
        assertTrue(after.asOf().isAfter(before.asOf()));
    }

    @Test
    void the_desk_writes_down_a_telephone_call_and_the_report_says_so() {
        var answer = house.atTheApi("PUT", CAPACITY, operator, "{\"beds\":{\"PAEDIATRIC\":{\"available\":3}}}");

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "operator (qua điện thoại)",
                new JsonObject(answer.body()).getJsonObject("capacity").getString("by"));
    }

    @Test
    void nobody_speaks_for_a_hospital_that_does_not_exist() {
        var answer = house.atTheApi("PUT", "/api/v1/hospitals/BV99/capacity", operator, "{\"emsTraffic\":\"NORMAL\"}");

        assertEquals(404, answer.statusCode());
        assertEquals("hospital-unknown", new JsonObject(answer.body()).getString("code"));
    }

    @Test
    void a_patient_is_on_the_list_with_what_the_hospital_needs_and_nothing_else() {
        UUID assignmentId = house.send("LC-02", "BV01");
        house.tell(assignmentId);
        var before = listed(assignmentId);
        var again = listed(assignmentId);

        assertEquals("Lai Châu 2", before.getString("callSign"));
        assertEquals("TRAFFIC_COLLISION", before.getString("kind"));
        assertEquals(3, before.getInteger("injured"));
        assertEquals("FIRM", before.getJsonObject("hold").getString("state"));
        int eta = before.getInteger("etaS");
        assertTrue(eta > 56 * 60 && eta <= 57 * 60, "2 + 10 + 15 + 30 minutes: " + eta);
        int late = before.getInteger("etaP90S") - eta;
        assertTrue(late > 17 * 60 && late < 20 * 60, "of 40 minutes of driving: " + late);
        assertEquals(
                late,
                Duration.between(Instant.parse(before.getString("etaAt")), Instant.parse(before.getString("etaP90At")))
                        .toSeconds());
        assertNull(before.getValue("preArrival"));
        assertNotNull(before.getString("seenAt"));
        assertEquals(before.getString("seenAt"), again.getString("seenAt"), "seen once");
        for (String secret : List.of("0912345678", "own words", "TTYT01")) {
            assertFalse(before.encode().contains(secret), before.encodePrettily());
        }
        assertEquals(
                0,
                new JsonObject(house.atTheDoor("GET", "/api/v1/hospitals/TTYT01/incoming", ttyt01, null)
                                .body())
                        .getJsonArray("incoming")
                        .size());

        house.reaches(assignmentId, AssignmentStatus.CANCELLED);
        assertFalse(house.atTheDoor("GET", INCOMING, bv01, null).body().contains(assignmentId.toString()));
    }

    @Test
    void yes_confirms_the_bed_and_no_gives_it_back() {
        UUID assignmentId = house.send("LC-03", "BV01");
        int held = bedsHeld();

        var yes = answer(assignmentId, "{\"answer\":\"ACCEPT_IF\",\"reason\":\"có người nhà đi cùng\"}");
        assertEquals(HoldState.CONFIRMED.name(), yes.getJsonObject("hold").getString("state"));
        assertEquals("có người nhà đi cùng", yes.getJsonObject("preArrival").getString("reason"));
        assertEquals(held, bedsHeld());

        var no = answer(assignmentId, "{\"answer\":\"DECLINE\",\"reason\":\"máy thở hỏng\"}");
        assertEquals("DECLINE", no.getJsonObject("preArrival").getString("answer"));
        assertEquals(HoldState.REFUSED.name(), no.getJsonObject("hold").getString("state"));
        assertEquals(held - 1, bedsHeld());
        assertFalse(house.atTheDoor("GET", INCOMING, bv01, null).body().contains(assignmentId.toString()));

        long version = house.incidentOf(assignmentId).version();
        answer(assignmentId, "{\"answer\":\"DECLINE\",\"reason\":\"pressed twice\"}");
        assertEquals(version, house.incidentOf(assignmentId).version());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            GET,    /api/v1/hospitals,                   404
            GET,    /api/v1/incidents,                   404
            POST,   /api/v1/alerts,                      404
            GET,    /api/v1/openapi.yaml,                404
            GET,    /api/v1/live,                        404
            GET,    /,                                   404
            GET,    /index.html,                         404
            GET,    /health/ready,                       404
            GET,    /api/v1/hospitals/BV01/../../units,  404
            GET,    /api/v1/hospitals/BV01/%2e%2e/units, 404
            GET,    /api/v1//incidents,                  404
            DELETE, /api/v1/hospitals/BV01/capacity,     404
            GET,    /api/v1/session,                     200
            """)
    void nothing_else_is_behind_the_door(String method, String path, int status) {
        assertEquals(status, house.atTheDoor(method, path, operator, null).statusCode());
    }

    /** One assignment that every refusal leaves as it was. */
    private static final class Refused {
        static final UUID ASSIGNMENT = house.send("LC-01", "BV01");
    }

    private static int bedsHeld() {
        return house.hospital("BV01")
                .capacity()
                .findBeds(BedKind.EMERGENCY)
                .orElseThrow()
                .held();
    }

    private static JsonObject answer(UUID assignmentId, String body) {
        HttpResponse<String> answer = house.atTheDoor("POST", INCOMING + "/" + assignmentId, bv01, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    private static JsonObject listed(UUID assignmentId) {
        var answer = house.atTheDoor("GET", INCOMING, bv01, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body())
                .getJsonArray("incoming").stream()
                        .map(JsonObject.class::cast)
                        .filter(each -> each.getString("assignmentId").equals(assignmentId.toString()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(answer.body()));
    }
}
