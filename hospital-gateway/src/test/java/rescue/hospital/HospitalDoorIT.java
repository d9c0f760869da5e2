package rescue.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import rescue.dispatch.hospital.ReportSource;
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
            another role                    | committee | GET  | /BV01/incoming                   | -                                    | 401 | unauthenticated    | -
            another hospital's history      | ttyt01    | GET  | /BV01/capacity/history           | -                                    | 403 | forbidden          | -
            seen for another hospital       | ttyt01    | POST | /BV01/incoming/%s/seen           | -                                    | 403 | forbidden          | -
            the desk, from the wrong side   | operator  | PUT  | /BV01/capacity                   | {"emsTraffic":"CLOSED"}              | 401 | unauthenticated    | -
            fewer beds than none            | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":-1}}}    | 400 | request-invalid    | /beds/ICU/available
            more beds than can be           | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":2001}}}  | 400 | request-invalid    | /beds/ICU/available
            a number beyond all numbers     | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":1e300}}} | 400 | request-invalid    | /beds/ICU/available
            half a bed                      | bv01      | PUT  | /BV01/capacity                   | {"beds":{"ICU":{"available":1.5}}}   | 400 | request-invalid    | /beds/ICU/available
            a kind of bed we do not know    | bv01      | PUT  | /BV01/capacity                   | {"beds":{"SOFA":{"available":1}}}    | 400 | request-invalid    | /beds/SOFA
            a service we do not know        | bv01      | PUT  | /BV01/capacity                   | {"services":{"MAGIC":true}}          | 400 | request-invalid    | /services/MAGIC
            a traffic we do not know        | bv01      | PUT  | /BV01/capacity                   | {"emsTraffic":"HEAVY"}               | 400 | request-invalid    | /emsTraffic
            nothing said                    | bv01      | PUT  | /BV01/capacity                   | {}                                   | 400 | request-invalid    | -
            what nobody said is corrected   | bv01      | PUT  | /BV01/capacity                   | {"emsTraffic":"CLOSED","corrects":9999999} | 422 | report-unknown | /corrects
            corrected to nothing            | bv01      | PUT  | /BV01/capacity                   | {"corrects":1}                       | 422 | correction-empty   | -
            counted tomorrow                | bv01      | PUT  | /BV01/capacity                   | {"emsTraffic":"CLOSED","ageS":-1}    | 400 | request-invalid    | /ageS
            counted last week               | bv01      | POST | /BV01/capacity/confirm           | {"ageS":604800}                      | 400 | request-invalid    | /ageS
            broken JSON                     | bv01      | PUT  | /BV01/capacity                   | {"beds":                             | 400 | json-broken        | -
            an answer we do not know        | bv01      | POST | /BV01/incoming/%s                | {"answer":"MAYBE"}                   | 400 | request-invalid    | /answer
            no, without a reason            | bv01      | POST | /BV01/incoming/%s                | {"answer":"DECLINE"}                 | 422 | reason-missing     | /reason
            no, for a blank reason          | bv01      | POST | /BV01/incoming/%s                | {"answer":"DECLINE","reason":" "}    | 422 | reason-missing     | /reason
            yes if, without an if           | bv01      | POST | /BV01/incoming/%s                | {"answer":"ACCEPT_IF"}               | 422 | reason-missing     | /reason
            a patient that nobody brings    | bv01      | POST | /BV01/incoming/00000000-0000-4000-8000-000000000000 | {"answer":"ACCEPT"} | 404 | assignment-unknown | -
            no id at all                    | bv01      | POST | /BV01/incoming/7                 | {"answer":"ACCEPT"}                  | 404 | assignment-unknown | -
            another hospital's patient      | ttyt01    | POST | /TTYT01/incoming/%s              | {"answer":"ACCEPT"}                  | 409 | not-your-patient   | -
            seen, and not coming            | ttyt01    | POST | /TTYT01/incoming/%s/seen         | -                                    | 409 | not-your-patient   | -
            seen, and nobody brings it      | bv01      | POST | /BV01/incoming/00000000-0000-4000-8000-000000000000/seen | - | 404 | assignment-unknown | -
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
        assertEquals("hospital-ttyt01", capacity.newest().reporter());
        assertEquals(ReportSource.API, capacity.newest().source());
        assertNull(capacity.words().get(BedKind.EMERGENCY), "the register's guess is nobody's word");
        var said = new JsonObject(answer.body());
        assertEquals(0, said.getJsonObject("beds").getJsonObject("ICU").getInteger("available"));
        assertEquals("HIGH", said.getJsonObject("capacity").getString("confidence"));
        assertEquals("HIGH", said.getJsonObject("beds").getJsonObject("ICU").getString("confidence"));
        assertEquals(
                "hospital-ttyt01",
                said.getJsonObject("beds").getJsonObject("ICU").getString("by"));
        assertEquals(
                "UNKNOWN", said.getJsonObject("beds").getJsonObject("EMERGENCY").getString("confidence"));
        assertNull(said.getJsonObject("beds").getJsonObject("EMERGENCY").getString("reportedAt"));

        house.atTheDoor("PUT", "/api/v1/hospitals/TTYT01/capacity", ttyt01, "{\"beds\":{\"ICU\":{\"available\":1}}}");
        assertEquals(EmsTraffic.ADVISORY, house.hospital("TTYT01").capacity().emsTraffic());
        assertEquals(java.util.Set.of(Service.BLOOD), house.hospital("TTYT01").services());
    }

    @Test
    void a_page_is_told_from_a_program() {
        house.atTheDoor(
                "PUT", CAPACITY, bv01, "{\"beds\":{\"TRAUMA\":{\"available\":1}}}", "Origin", "http://127.0.0.1");
        house.atTheDoor("PUT", CAPACITY, bv01, "{\"beds\":{\"SURGERY\":{\"available\":1}}}");
        Capacity capacity = house.hospital("BV01").capacity();
        assertEquals(ReportSource.PAGE, capacity.words().get(BedKind.TRAUMA).source());
        assertEquals(ReportSource.API, capacity.words().get(BedKind.SURGERY).source());
    }

    @Test
    void nothing_changed_is_believed_anew() {
        house.atTheDoor("PUT", CAPACITY, bv01, "{\"beds\":{\"MATERNITY\":{\"available\":4}}}");
        Capacity before = house.hospital("BV01").capacity();
        var answer = house.atTheDoor("POST", CAPACITY + "/confirm", bv01, null);

        assertEquals(200, answer.statusCode(), answer.body());
        Capacity after = house.hospital("BV01").capacity();
        assertEquals(before.beds(), after.beds());
        assertTrue(after.newest().at().isAfter(before.newest().at()));
        after.beds()
                .keySet()
                .forEach(kind -> assertEquals(after.newest(), after.words().get(kind)));
    }

    @Test
    void the_desk_writes_down_a_telephone_call_and_the_report_says_so() {
        var answer = house.atTheApi("PUT", CAPACITY, operator, "{\"beds\":{\"PAEDIATRIC\":{\"available\":3}}}");

        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject said = new JsonObject(answer.body()).getJsonObject("capacity");
        assertEquals("operator PHONE", said.getString("by") + " " + said.getString("source"));
        JsonObject line = new JsonObject(house.atTheApi("GET", CAPACITY + "/history", operator, null)
                        .body())
                .getJsonArray("reports")
                .getJsonObject(0);
        assertEquals("operator PHONE", line.getString("by") + " " + line.getString("source"));
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
        for (String secret : List.of("0912345678", "own words", "TTYT01")) {
            assertFalse(before.encode().contains(secret), before.encodePrettily());
        }
        assertFalse(house.atTheDoor("GET", "/api/v1/hospitals/TTYT01/incoming", ttyt01, null)
                .body()
                .contains(assignmentId.toString()));

        house.reaches(assignmentId, AssignmentStatus.CANCELLED);
        assertFalse(isListed(assignmentId));
    }

    @Test
    void a_notice_is_seen_by_a_press_and_not_by_a_page_that_asks_for_the_list() {
        UUID assignmentId = house.send("LC-04", "BV01");
        house.tell(assignmentId);
        assertNull(listed(assignmentId).getString("seenAt"));
        assertNull(listed(assignmentId).getString("seenAt"));

        see(assignmentId);
        String seenAt = listed(assignmentId).getString("seenAt");
        assertNotNull(seenAt);
        see(assignmentId);
        assertEquals(seenAt, listed(assignmentId).getString("seenAt"), "seen once");
    }

    @Test
    void what_is_answered_was_seen_also_before_the_relay_has_told_it() {
        UUID assignmentId = house.send("LC-05", "BV01");
        answer(assignmentId, "{\"answer\":\"ACCEPT\"}");

        assertNotNull(listed(assignmentId).getString("seenAt"));
    }

    @Test
    void who_goes_elsewhere_does_not_vanish_and_is_news_again_when_it_comes_back() {
        UUID assignmentId = house.send("LC-06", "BV01");
        house.tell(assignmentId);
        see(assignmentId);
        assertNull(gone(assignmentId));

        house.divert(assignmentId, "TTYT01");
        assertFalse(isListed(assignmentId));
        assertEquals("DIVERTED", goneAs(assignmentId));
        assertEquals("Lai Châu 6", gone(assignmentId).getString("callSign"));
        assertFalse(gone(assignmentId).encode().contains("TTYT01"), "where to is not its business");
        see(assignmentId);
        assertNull(gone(assignmentId));

        house.divert(assignmentId, "BV01");
        assertNull(listed(assignmentId).getString("seenAt"), "it rings again");
        house.reaches(assignmentId, AssignmentStatus.CANCELLED);
        assertEquals("STOOD_DOWN", goneAs(assignmentId));
    }

    @Test
    void who_was_declined_is_said_to_be_looked_after_and_then_where_it_is() {
        UUID assignmentId = house.send("LC-07", "BV01");
        house.tell(assignmentId);
        answer(assignmentId, "{\"answer\":\"DECLINE\",\"reason\":\"hết máy thở\"}");
        assertEquals("DECLINED", goneAs(assignmentId));
        assertEquals("hết máy thở", gone(assignmentId).getString("reason"));

        house.divert(assignmentId, "TTYT01");
        assertEquals("DIVERTED", goneAs(assignmentId));
    }

    @Test
    void who_was_treated_on_the_scene_does_not_come_and_who_was_handed_over_is_no_news() {
        UUID treated = house.send("LC-08", "BV01");
        house.tell(treated);
        house.reaches(treated, AssignmentStatus.ON_SCENE);
        house.reaches(treated, AssignmentStatus.IN_SERVICE);
        assertEquals("NOT_TRANSPORTED", goneAs(treated));

        UUID brought = house.send("LC-09", "BV01");
        house.tell(brought);
        for (var status : List.of(
                AssignmentStatus.ON_SCENE,
                AssignmentStatus.LEFT_SCENE,
                AssignmentStatus.AT_DESTINATION,
                AssignmentStatus.HANDED_OVER,
                AssignmentStatus.IN_SERVICE)) {
            house.reaches(brought, status);
        }
        assertFalse(isListed(brought));
        assertNull(gone(brought));
    }

    @Test
    void a_report_counts_once_rests_on_what_was_seen_and_says_when_it_was_counted() {
        String capacity = "/api/v1/hospitals/TTYT02/capacity";
        String ttyt02 = house.logIn("hospital-ttyt02");
        var first = put(capacity, ttyt02, "key 1", "{\"beds\":{\"ICU\":{\"available\":2}},\"ageS\":3600}");
        assertEquals(200, first.statusCode(), first.body());
        var said = new JsonObject(first.body()).getJsonObject("capacity");
        long ageS = said.getLong("ageS");
        assertTrue(ageS >= 3600 && ageS < 3630, "counted an hour ago: " + ageS);
        long reportId = said.getLong("reportId");

        var again = put(capacity, ttyt02, "key 1", "{\"beds\":{\"ICU\":{\"available\":2}},\"ageS\":3700}");
        assertEquals(
                reportId, new JsonObject(again.body()).getJsonObject("capacity").getLong("reportId"));
        var reused = put(capacity, ttyt02, "key 1", "{\"beds\":{\"ICU\":{\"available\":3}}}");
        assertEquals(409, reused.statusCode());
        assertEquals("key-reused", new JsonObject(reused.body()).getString("code"));

        house.atTheApi("PUT", capacity, operator, "{\"beds\":{\"ICU\":{\"available\":0}}}");
        for (var stale : List.of(
                put(capacity, ttyt02, "key 2", "{\"beds\":{\"ICU\":{\"available\":5}},\"basedOn\":" + reportId + "}"),
                house.atTheDoor("POST", capacity + "/confirm", ttyt02, "{\"basedOn\":" + reportId + "}"))) {
            assertEquals(409, stale.statusCode(), stale.body());
            var problem = new JsonObject(stale.body());
            assertEquals("stale", problem.getString("code"));
            assertEquals("operator", problem.getJsonObject("newest").getString("by"));
            assertEquals("PHONE", problem.getJsonObject("newest").getString("source"));
            assertTrue(problem.getJsonObject("newest").getLong("id") > reportId);
        }
        assertEquals(
                new BedCount(0, 0), house.hospital("TTYT02").capacity().beds().get(BedKind.ICU));
    }

    @Test
    void the_history_says_who_said_what_and_what_was_put_right() {
        String capacity = "/api/v1/hospitals/TTYT03/capacity";
        String ttyt03 = house.logIn("hospital-ttyt03");
        house.atTheDoor("PUT", capacity, ttyt03, "{\"beds\":{\"ICU\":{\"available\":20}},\"note\":\"ca đêm\"}");
        house.atTheDoor("POST", capacity + "/confirm", ttyt03, null);
        long mistake = history(capacity, ttyt03).getJsonObject(1).getLong("id");
        var corrected = house.atTheDoor(
                "PUT", capacity, ttyt03, "{\"beds\":{\"ICU\":{\"available\":2}},\"corrects\":" + mistake + "}");
        assertEquals(200, corrected.statusCode(), corrected.body());

        var history = history(capacity, ttyt03);
        assertEquals(
                List.of("CORRECTION", "CONFIRMATION", "REPORT"),
                history.stream()
                        .map(each -> ((JsonObject) each).getString("kind"))
                        .toList());
        assertEquals(mistake, history.getJsonObject(0).getLong("corrects"));
        var wrong = history.getJsonObject(2);
        assertEquals(history.getJsonObject(0).getLong("id"), wrong.getLong("correctedBy"));
        assertEquals(new JsonObject().put("ICU", 20), wrong.getJsonObject("beds"));
        assertEquals("ca đêm", wrong.getString("note"));
        assertEquals("hospital-ttyt03", wrong.getString("by"));
        var twice = house.atTheDoor(
                "PUT", capacity, ttyt03, "{\"beds\":{\"ICU\":{\"available\":3}},\"corrects\":" + mistake + "}");
        assertEquals("report-corrected", new JsonObject(twice.body()).getString("code"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            /hospital,         200
            /icon.svg,         200
            /api/v1/about,     200
            /api/v1/hospitals, 200
            /,                 302
            """)
    void the_page_and_what_it_asks_are_at_the_door(String path, int status) {
        var answer = house.atTheDoor("GET", path, bv01, null);
        assertEquals(status, answer.statusCode(), answer.body());
        if (path.equals("/hospital")) {
            assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent());
        }
        if (path.equals("/")) {
            assertEquals("/hospital", answer.headers().firstValue("Location").orElseThrow());
        }
    }

    @Test
    void a_hospital_reads_itself_and_no_other_at_the_door() {
        var board = new JsonObject(
                house.atTheDoor("GET", "/api/v1/hospitals", bv01, null).body());

        assertEquals(
                List.of("BV01"),
                board.getJsonArray("hospitals").stream()
                        .map(each -> ((JsonObject) each).getString("id"))
                        .toList());
    }

    @Test
    void an_operator_is_nobody_at_the_hospitals_door() {
        var login = house.atTheDoor("POST", "/api/v1/session", "", "{\"user\":\"operator\",\"password\":\"operator\"}");
        assertEquals(401, login.statusCode());
        assertEquals("credentials-wrong", new JsonObject(login.body()).getString("code"));
        assertEquals(
                401, house.atTheDoor("GET", "/api/v1/hospitals", operator, null).statusCode());
        assertEquals("closed 4401", house.listen(operator).next().getString("type"));

        var ward = house.atTheDoor(
                "POST", "/api/v1/session", "", "{\"user\":\"hospital-bv01\",\"password\":\"hospital-bv01\"}");
        assertEquals(200, ward.statusCode(), ward.body());
    }

    @Test
    void the_live_line_at_the_door_tells_a_hospital_what_concerns_it() {
        house.relay();
        var line = house.listen(house.logIn("hospital-ttyt03"));
        assertEquals("hello", line.next().getString("type"));
        house.atTheDoor("PUT", CAPACITY, bv01, "{\"emsTraffic\":\"NORMAL\"}");
        house.send("LC-10", "TTYT03");
        house.relay();

        var heard = line.next();
        assertEquals("incident", heard.getString("type"));
        assertEquals("UnitAssigned", heard.getJsonObject("data").getString("event"));
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
        assertFalse(isListed(assignmentId));

        long version = house.incidentOf(assignmentId).version();
        answer(assignmentId, "{\"answer\":\"DECLINE\",\"reason\":\"pressed twice\"}");
        assertEquals(version, house.incidentOf(assignmentId).version());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            POST,   /api/v1/hospitals,                   404
            GET,    /api/v1/incidents,                   404
            POST,   /api/v1/alerts,                      404
            GET,    /api/v1/openapi.yaml,                404
            GET,    /index.html,                         404
            GET,    /crew,                               404
            GET,    /crew.html,                          404
            GET,    /assets/../index.html,               404
            GET,    /tiles/1/1/1,                        404
            GET,    /health/ready,                       404
            GET,    /api/v1/hospitals/BV01/../../units,  404
            GET,    /api/v1/hospitals/BV01/%2e%2e/units, 404
            GET,    /api/v1//incidents,                  404
            DELETE, /api/v1/hospitals/BV01/capacity,     404
            POST,   /api/v1/incidents/7/photos,          404
            GET,    /api/v1/session,                     200
            """)
    void nothing_else_is_behind_the_door(String method, String path, int status) {
        assertEquals(status, house.atTheDoor(method, path, bv01, null).statusCode());
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

    private static void see(UUID assignmentId) {
        var answer = house.atTheDoor("POST", INCOMING + "/" + assignmentId + "/seen", bv01, null);
        assertEquals(204, answer.statusCode(), answer.body());
    }

    private static HttpResponse<String> put(String path, String token, String key, String body) {
        return house.atTheDoor("PUT", path, token, body, "Idempotency-Key", key);
    }

    private static JsonArray history(String capacity, String token) {
        var answer = house.atTheDoor("GET", capacity + "/history", token, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getJsonArray("reports");
    }

    private static JsonObject listed(UUID assignmentId) {
        return find("incoming", assignmentId).orElseThrow(() -> new AssertionError("not listed: " + assignmentId));
    }

    private static boolean isListed(UUID assignmentId) {
        return find("incoming", assignmentId).isPresent();
    }

    private static @Nullable JsonObject gone(UUID assignmentId) {
        return find("gone", assignmentId).orElse(null);
    }

    private static String goneAs(UUID assignmentId) {
        return find("gone", assignmentId)
                .orElseThrow(() -> new AssertionError("vanished: " + assignmentId))
                .getString("outcome");
    }

    private static Optional<JsonObject> find(String list, UUID assignmentId) {
        var answer = house.atTheDoor("GET", INCOMING, bv01, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body())
                .getJsonArray(list).stream()
                        .map(JsonObject.class::cast)
                        .filter(each -> each.getString("assignmentId").equals(assignmentId.toString()))
                        .findFirst();
    }
}
