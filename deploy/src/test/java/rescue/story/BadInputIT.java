package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the answer is a sentence that says what to mend, in both languages, and nothing that was there is
 * lost. Alerts are never refused for their place.
 */
@ExtendWith(Province.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String UNIT = "LC-16";

    /** No package, class or place in our code, no SQL: nobody outside can mend anything with it. */
    private static final Pattern FROM_INSIDE =
            Pattern.compile("(java|io\\.vertx|rescue|netty)\\.[a-z]|Exception|\\.java|SELECT|INSERT|ERROR:");

    /** Every row that a refused request could have left behind. */
    private static final String ROWS = """
            SELECT (SELECT count(*) FROM incident_event) + (SELECT count(*) FROM alert_receipt)
                 + (SELECT count(*) FROM assignment) + (SELECT count(*) FROM press)
                 + (SELECT count(*) FROM road_closure) + (SELECT count(*) FROM capacity_report)
                 + (SELECT count(*) FROM avl_fix) AS found
            """;

    private static final String RECEIPTS = """
            SELECT count(*) AS found FROM alert_receipt
            """;

    private final ServerProcess server;
    private final Desk desk;
    private final Map<String, Caller> callers;
    private final String incident;
    private final String assignment;

    BadInputIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
        this.callers = Map.of(
                "anybody", Caller.anybody(server),
                "expired", new Caller(server, "a-token-that-nobody-has", "vi"),
                "operator", desk,
                "crew", Crew.of(server, UNIT),
                "ward", Ward.of(server, "BV01"));
        this.incident = desk.hears("QL32", 371.4, 1).getString("incidentId");
        this.assignment = desk.post(
                        "/incidents/" + incident + "/assignments",
                        new JsonObject().put("unitId", UNIT).put("hospitalId", "TTYT08"))
                .expect(201)
                .getString("id");
    }

    @AfterAll
    void everything_still_works() {
        assertEquals("OPEN", desk.incident(incident).getString("status"));
        desk.standsDown(assignment);
        desk.closes(incident);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a road that does not exist       | "roadKm": {"road": "QL999", "km": 3}             | ROAD_UNKNOWN
            a kilometre beyond the end       | "roadKm": {"road": "QL4D", "km": 900}            | KM_BEYOND_END
            another country                  | "location": {"lat": 48.1, "lon": 11.5}           | OUTSIDE_MAP
            a phone without a fix            | "location": {"lat": 0, "lon": 0}                 | NULL_ISLAND
            five kilometres from any road    | "location": {"lat": 22.55, "lon": 102.65}        | FAR_FROM_ROAD
            no latitude on Earth             | "location": {"lat": 999, "lon": 103}             | INVALID_COORDINATES
            a number beyond all numbers      | "location": {"lat": 1e999, "lon": 103}           | INVALID_COORDINATES
            a decimal comma                  | "location": {"lat": "22,4", "lon": "103,4"}      | PLACE_TEXT_ONLY
            a place in words where numbers go| "location": "chân đèo"                           | PLACE_TEXT_ONLY
            a list where an object goes      | "location": [22.4, 103.4]                        | PLACE_TEXT_ONLY
            a kilometre as people write it   | "roadKm": {"road": "QL4D", "km": "12+300"}       | PLACE_TEXT_ONLY
            a number where a code goes       | "plusCode": 17                                   | PLACE_TEXT_ONLY
            a code that is none              | "plusCode": "hello"                              | PLUS_CODE_INVALID
            a null character in the road     | "roadKm": {"road": "QL\\u0000999", "km": 3}      | ROAD_UNKNOWN
            null characters in the words     | "placeText": "đèo\\u0000", "description": "\\u0000" | PLACE_TEXT_ONLY
            half a character                 | "description": "\\ud800"                         | NO_PLACE
            no place at all                  | "injured": 1                                     | NO_PLACE
            an unknown word for the kind     | "kind": "xe đổ\\u0000"                           | NO_PLACE
            """)
    void an_alert_is_taken_and_flagged(String story, String place, String flag) throws SQLException {
        int before = count(RECEIPTS);
        String body = "{\"source\": \"PHONE\", \"kind\": \"FALL\", " + place + "}";
        JsonObject receipt =
                callers.get("anybody").send("POST", "/alerts", body).expect(201);
        assertEquals(new JsonArray().add(flag), receipt.getJsonArray("flags"), "whoever reports is told");
        assertFalse(receipt.getString("ask").isBlank(), "and asked");
        String id = receipt.getString("incidentId");
        JsonObject told = desk.incident(id).getJsonObject("place");
        assertEquals(new JsonArray().add(flag), told.getJsonArray("flags"), told::encode);
        assertEquals(before + 1, count(RECEIPTS));
        desk.closes(id);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what                    | who      | call                                     | body                                                                       | status | code
            broken JSON               | anybody  | POST /alerts                             | {"source":                                                                 | 400 | json-broken
            JSON and then some        | anybody  | POST /alerts                             | {"source": "PHONE", "kind": "FALL"} x                                      | 400 | json-broken
            no JSON at all            | anybody  | POST /alerts                             | hello                                                                      | 400 | json-broken
            JSON as deep as a well    | anybody  | POST /alerts                             | {deep}                                                                     | 400 | json-broken
            no body                   | anybody  | POST /alerts                             | -                                                                          | 400 | request-invalid
            a list for an object      | anybody  | POST /alerts                             | []                                                                         | 400 | request-invalid
            no kind                   | anybody  | POST /alerts                             | {"source": "PHONE"}                                                        | 400 | request-invalid
            an unknown source         | anybody  | POST /alerts                             | {"source": "DOVE", "kind": "FALL"}                                         | 400 | request-invalid
            fewer than nobody hurt    | anybody  | POST /alerts                             | {"source": "PHONE", "kind": "FALL", "injured": -1}                         | 400 | request-invalid
            half a person             | anybody  | POST /alerts                             | {"source": "PHONE", "kind": "FALL", "injured": 2.5}                        | 400 | request-invalid
            a novel                   | anybody  | POST /alerts                             | {"source": "PHONE", "kind": "FALL", "description": "{5000 letters}"}       | 400 | request-invalid
            a mebibyte                | anybody  | POST /alerts                             | {mebibyte}                                                                 | 413 | body-too-large
            a code nobody was given   | anybody  | GET /track/NOPE                          | -                                                                          | 404 | tracking-code-unknown
            a null in the address     | anybody  | GET /track/%00                           | -                                                                          | 400 | address-broken
            no such address           | anybody  | GET /nothing                             | -                                                                          | 404 | route-unknown
            no such page              | anybody  | GET //nothing.html                       | -                                                                          | 404 | route-unknown
            the wrong method          | anybody  | DELETE /alerts                           | -                                                                          | 405 | method-not-allowed
            the wrong method for one  | operator | PUT /incidents/{incident}                | {}                                                                         | 405 | method-not-allowed
            a search for nothing      | anybody  | GET /places?q=                           | -                                                                          | 400 | request-invalid
            no such latitude          | anybody  | GET /places/at?lat=99&lon=1              | -                                                                          | 400 | request-invalid
            a wrong password          | anybody  | POST /session                            | {"user": "nobody", "password": "\\u0000"}                                  | 401 | credentials-wrong
            no login                  | anybody  | GET /incidents                           | -                                                                          | 401 | unauthenticated
            a session that ended      | expired  | GET /incidents                           | -                                                                          | 401 | unauthenticated
            a crew at the desk        | crew     | GET /incidents                           | -                                                                          | 403 | forbidden
            a ward at the desk        | ward     | GET /incidents/{incident}                | -                                                                          | 403 | forbidden
            a crew for another        | crew     | POST /units/LC-02/positions              | [{"at": "2026-07-02T09:30:00Z", "lat": 22, "lon": 103}]                    | 403 | forbidden
            a ward for another        | ward     | PUT /hospitals/BV03/capacity             | {"beds": {"ICU": {"available": 1}}}                                        | 403 | forbidden
            a ward closes a road      | ward     | POST /road-closures                      | {"road": "QL4D", "fromKm": 1, "toKm": 2, "reason": "x"}                    | 403 | forbidden
            an id that is none        | operator | GET /incidents/nope                      | -                                                                          | 404 | incident-unknown
            an incident nobody has    | operator | GET /incidents/{uuid}                    | -                                                                          | 404 | incident-unknown
            an assignment id of none  | operator | GET /assignments/nope                    | -                                                                          | 404 | assignment-unknown
            a road closure of none    | operator | DELETE /road-closures/nope               | -                                                                          | 404 | road-closure-unknown
            a page of letters         | operator | GET /incidents?limit=abc                 | -                                                                          | 400 | request-invalid
            a merge into nothing      | operator | POST /incidents/{incident}/merge         | {"into": "nope"}                                                           | 404 | incident-unknown
            a merge into itself       | operator | POST /incidents/{incident}/merge         | {"into": "{incident}"}                                                     | 422 | merge-into-itself
            never merged              | operator | POST /incidents/{incident}/unmerge       | -                                                                          | 409 | not-merged
            an old version            | operator | PATCH@999 /incidents/{incident}          | {"priority": "P1"}                                                         | 412 | stale
            a version of letters      | operator | PATCH@abc /incidents/{incident}          | {"priority": "P1"}                                                         | 412 | stale
            no version                | operator | PATCH /incidents/{incident}              | {"priority": "P1"}                                                         | 428 | version-missing
            nothing to change         | operator | PATCH@1 /incidents/{incident}            | {}                                                                         | 400 | request-invalid
            an unknown colour         | operator | PATCH@1 /incidents/{incident}            | {"patients": [{"triage": "BLUE"}]}                                         | 400 | request-invalid
            an unknown disposition    | operator | POST /incidents/{incident}/close         | {"disposition": "GONE"}                                                    | 400 | request-invalid
            closing with a unit out   | operator | POST /incidents/{incident}/close         | {"disposition": "TRANSPORTED"}                                             | 409 | assignments-active
            an unknown unit           | operator | POST /incidents/{incident}/assignments   | {"unitId": "LC-\\u0000"}                                                   | 404 | unit-unknown
            an unknown hospital       | operator | POST /incidents/{incident}/assignments   | {"unitId": "LC-15", "hospitalId": "nope"}                                  | 404 | hospital-unknown
            a unit that is out        | operator | POST /incidents/{incident}/assignments   | {"unitId": "LC-16"}                                                        | 409 | unit-taken
            an unknown status         | crew     | POST /assignments/{assignment}/status    | {"status": "FLYING", "deviceId": "d", "seq": 1, "at": "2026-07-02T09:30:00Z"}      | 400 | status-unknown
            a status out of turn      | crew     | POST /assignments/{assignment}/status    | {"status": "HANDED_OVER", "deviceId": "d", "seq": 1, "at": "2026-07-02T09:30:00Z"} | 409 | not-now
            a time in words           | crew     | POST /assignments/{assignment}/status    | {"status": "EN_ROUTE", "deviceId": "d", "seq": 1, "at": "yesterday"}       | 400 | request-invalid
            a press beyond counting   | crew     | POST /assignments/{assignment}/status    | {"status": "EN_ROUTE", "deviceId": "d", "seq": 1e30, "at": "2026-07-02T09:30:00Z"} | 400 | request-invalid
            no such leg               | crew     | GET /assignments/{assignment}/route?leg=UP | -                                                                        | 400 | request-invalid
            not their patient         | ward     | POST /hospitals/BV01/incoming/{assignment} | {"answer": "ACCEPT"}                                                     | 409 | not-your-patient
            fewer beds than none      | ward     | PUT /hospitals/BV01/capacity             | {"beds": {"ICU": {"available": -1}}}                                       | 400 | request-invalid
            a bed of no kind          | ward     | PUT /hospitals/BV01/capacity             | {"beds": {"HAMMOCK": {"available": 1}}}                                    | 400 | request-invalid
            no such hospital          | operator | PUT /hospitals/nope/capacity             | {"beds": {"ICU": {"available": 1}}}                                        | 404 | hospital-unknown
            no such unit              | operator | PUT /units/nope/duty                     | {"onDuty": true}                                                           | 404 | unit-unknown
            signing off on the way    | crew     | PUT /units/LC-16/duty                    | {"onDuty": false}                                                          | 409 | unit-on-assignment
            an unknown road           | operator | POST /road-closures                      | {"road": "QL999", "fromKm": 1, "toKm": 2, "reason": "sạt lở"}              | 422 | road-unknown
            a kilometre beyond        | operator | POST /road-closures                      | {"road": "QL4D", "fromKm": 900, "toKm": 901, "reason": "sạt lở"}           | 422 | km-beyond-end
            a stretch backwards       | operator | POST /road-closures                      | {"road": "QL4D", "fromKm": 9, "toKm": 3, "reason": "sạt lở"}               | 422 | km-backwards
            no stretch                | operator | POST /road-closures                      | {"reason": "sạt lở"}                                                       | 422 | extent-missing
            no reason                 | operator | POST /road-closures                      | {"road": "QL4D", "fromKm": 1, "toKm": 2, "reason": " \\u0000"}             | 422 | reason-missing
            another country           | operator | POST /road-closures                      | {"line": {"type": "Point", "coordinates": [11.5, 48.1]}, "reason": "x"}    | 422 | outside-map
            the null island           | operator | POST /road-closures                      | {"line": {"type": "Point", "coordinates": [0, 0]}, "reason": "x"}          | 422 | outside-map
            five km from any road     | operator | POST /road-closures                      | {"line": {"type": "Point", "coordinates": [102.65, 22.55]}, "reason": "x"} | 422 | no-road-there
            latitude and longitude swapped | operator | POST /road-closures                 | {"line": {"type": "Point", "coordinates": [22.39, 103.46]}, "reason": "x"} | 422 | invalid-coordinates
            a line of numbers         | operator | POST /road-closures                      | {"line": {"type": "LineString", "coordinates": [1, 2]}, "reason": "x"}     | 422 | invalid-coordinates
            over before it began      | operator | POST /road-closures                      | {"road": "QL4D", "fromKm": 1, "toKm": 2, "reason": "x", "until": "2020-01-01T00:00:00Z"} | 422 | until-in-the-past
            a date that is none       | operator | POST /road-closures                      | {"road": "QL4D", "fromKm": 1, "toKm": 2, "reason": "x", "until": "2027-02-31T00:00:00Z"} | 400 | request-invalid
            a device without a place  | anybody  | GET //osmand?id=LC-16                    | -                                                                          | 422 | invalid-coordinates
            a device from before time | anybody  | GET //osmand?id=LC-16&lat=22&lon=103&timestamp=-1e300 | -                                                             | 422 | invalid-coordinates
            a device of another shape | anybody  | POST //osmand                            | {"location": "x"}                                                          | 400 | json-broken
            """)
    void is_refused_with_what_to_mend(
            String what, String who, String call, @Nullable String body, int status, String code) throws SQLException {
        int before = count(ROWS);
        Heard vi = send(callers.get(who), call, body);
        Heard en = send(callers.get(who).inEnglish(), call, body);
        isAProblem(vi, status, code);
        isAProblem(en, status, code);
        assertNotEquals(vi.json().getString("detail"), en.json().getString("detail"), "both languages");
        assertEquals(before, count(ROWS), "rows before and after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/incidents/%zz", "/api/v1/places?q=%zz", "/osmand?id=%z", "/page%", "/api/v1/track/%00"})
    void an_address_that_cannot_be_decoded_is_refused_in_the_same_form(String address) throws IOException {
        for (URI door : new URI[] {server.api("/"), server.gateway("/")}) {
            String answer = raw(door, address);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("\"address-broken\""), answer);
        }
    }

    @Test
    void the_same_key_again_is_the_same_alert_and_with_another_body_is_none() throws SQLException {
        Caller caller = callers.get("anybody");
        String key = UUID.randomUUID().toString();
        JsonObject alert = Desk.alert("OTHER", 1).put("placeText", "bản Hon");
        Heard first = caller.post("/alerts", alert, "Idempotency-Key", key);
        int after = count(ROWS);
        Heard again = caller.post("/alerts", alert, "Idempotency-Key", key);
        assertEquals(201, first.status(), first.text());
        assertEquals(200, again.status(), again.text());
        assertEquals(first.text(), again.text());
        JsonObject otherOrder = new JsonObject();
        List<String> names = new ArrayList<>(alert.fieldNames());
        Collections.reverse(names);
        names.forEach(name -> otherOrder.put(name, alert.getValue(name)));
        assertEquals(
                200, caller.post("/alerts", otherOrder, "Idempotency-Key", key).status(), "said in another order");
        isAProblem(caller.post("/alerts", alert.copy().put("injured", 2), "Idempotency-Key", key), 409, "key-reused");
        assertEquals(after, count(ROWS));
        desk.closes(first.json().getString("incidentId"));
    }

    /** A text that happens to be JSON is a text. */
    @ParameterizedTest
    @ValueSource(strings = {"20261126.17", "-17", "1e-3", "{}", "[1]", "\"half", "\"whole\""})
    void a_key_and_a_name_may_look_like_anything(String text) {
        Caller caller = callers.get("anybody");
        JsonObject alert = Desk.alert("OTHER", 1).put("placeText", "bản Hon");
        JsonObject first =
                caller.post("/alerts", alert, "Idempotency-Key", text).expect(201);
        JsonObject again =
                caller.post("/alerts", alert, "Idempotency-Key", text).expect(200);
        assertEquals(first, again);
        Heard places = caller.get("/places?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertEquals(200, places.status(), places.text());
        desk.closes(first.getString("incidentId"));
    }

    @Test
    void texts_are_kept_without_their_null_characters() {
        JsonObject alert =
                Desk.alert("OTHER", 1).put("description", "đèo\u0000 Ô Quy Hồ").put("placeText", "\u0000");
        String id = callers.get("anybody").reports(alert).expect(201).getString("incidentId");
        assertEquals(
                "đèo Ô Quy Hồ", Heard.all(desk.incident(id), "alerts").get(0).getString("description"));
        desk.closes(id);
    }

    private Heard send(Caller caller, String call, @Nullable String body) {
        String[] words = filled(call).split(" ", 2);
        String[] method = words[0].split("@", 2);
        String[] version = method.length > 1 ? new String[] {"If-Match", method[1]} : new String[0];
        return caller.send(method[0], words[1], body == null ? "" : filled(body), version);
    }

    private String filled(String text) {
        return switch (text) {
            case "{mebibyte}" -> "x".repeat(1 << 20);
            case "{deep}" ->
                "{\"source\": \"PHONE\", \"kind\": \"FALL\", \"location\": " + "[".repeat(20_000) + "]".repeat(20_000)
                        + "}";
            default ->
                text.replace("{incident}", incident)
                        .replace("{assignment}", assignment)
                        .replace("{uuid}", UUID.randomUUID().toString())
                        .replace("{5000 letters}", "x".repeat(5_000));
        };
    }

    private static void isAProblem(Heard answer, int status, String code) {
        JsonObject problem = answer.expect(status);
        assertEquals("application/problem+json", answer.type());
        assertEquals(code, problem.getString("code"), answer.text());
        assertEquals("urn:hoang-lien:problem:" + code, problem.getString("type"));
        assertEquals(status, problem.getInteger("status"));
        assertFalse(problem.getString("detail").isBlank());
        assertFalse(FROM_INSIDE.matcher(answer.text()).find(), answer.text());
    }

    private static String raw(URI door, String address) throws IOException {
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(10_000);
            String request =
                    "GET " + address + " HTTP/1.1\r\nHost: " + door.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt("found");
        }
    }
}
