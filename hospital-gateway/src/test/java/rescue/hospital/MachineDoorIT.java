package rescue.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Hospital;
import rescue.dispatch.hospital.ReportSource;
import rescue.dispatch.hospital.Said;

/** A hospital's own system at the hospitals' door, over real HTTP and on a real PostgreSQL: EDXL-HAVE. */
class MachineDoorIT {

    private static final String HAVE = "/edxl-have";

    private static HospitalHouse house;
    private static String bv01;
    private static String ttyt01;
    private static String ttyt02;

    @BeforeAll
    static void open() {
        house = new HospitalHouse();
        bv01 = house.logIn("hospital-bv01");
        ttyt01 = house.logIn("hospital-ttyt01");
        ttyt02 = house.logIn("hospital-ttyt02");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void what_a_machine_reports_is_on_the_board_with_its_source() {
        var answer = post(bv01, have(icu(2) + bed("NeonatalICU", 1), Instant.now()));

        assertEquals(200, answer.statusCode(), answer.body());
        var said = new JsonObject(answer.body());
        assertTrue(said.getBoolean("kept"));
        assertEquals(new JsonArray(List.of("NeonatalICU")), said.getJsonArray("passedOver"));
        assertEquals(2, icuOf("BV01"));
        assertEquals(
                new Said(
                        "hospital-bv01",
                        ReportSource.EDXL,
                        house.hospital("BV01").capacity().newest().at()),
                house.hospital("BV01").capacity().newest());
    }

    @Test
    void what_is_known_is_read_as_have_and_posted_back_the_same() {
        post(ttyt02, have(icu(3), Instant.now()));
        var read = house.atTheDoor("GET", HAVE, ttyt02, null);

        assertEquals(200, read.statusCode());
        assertEquals(
                "application/xml; charset=utf-8",
                read.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(read.body().contains("TTYT02"), read.body());
        assertFalse(read.body().contains("BV01"), read.body());
        Hospital before = house.hospital("TTYT02");
        assertEquals(200, post(ttyt02, read.body()).statusCode());
        assertEquals(
                before.capacity().beds(), house.hospital("TTYT02").capacity().beds());
        assertEquals(before.services(), house.hospital("TTYT02").services());
        assertTrue(house.atTheDoor("GET", HAVE + "?version=2.0", ttyt02, null)
                .body()
                .contains("icu beds: 3"));
    }

    @Test
    void the_same_message_again_is_the_same_report_and_an_older_one_is_refused() {
        Instant now = Instant.now();
        String first = have(icu(1), now.minusSeconds(60));
        assertEquals(200, post(ttyt01, first).statusCode());
        long reportId = reportOf("TTYT01");
        assertEquals(200, post(ttyt01, first).statusCode());
        assertEquals(reportId, reportOf("TTYT01"));

        assertEquals(200, post(ttyt01, have(icu(2), now.minusSeconds(30))).statusCode());
        var older = post(ttyt01, have(icu(5), now.minusSeconds(45)));
        assertEquals(409, older.statusCode(), older.body());
        assertEquals("stale", new JsonObject(older.body()).getString("code"));
        assertEquals(2, icuOf("TTYT01"));

        long newest = reportOf("TTYT01");
        assertEquals(200, post(ttyt01, first).statusCode(), "its answer was lost: its sender hears it again");
        assertEquals(newest, reportOf("TTYT01"));
        assertEquals(2, icuOf("TTYT01"));
    }

    @Test
    void an_envelope_that_is_a_test_is_checked_and_not_filed() {
        Hospital before = house.hospital("BV01");
        String message = have(icu(9), Instant.now());
        String envelope = "<d:EDXLDistribution xmlns:d='urn:oasis:names:tc:emergency:EDXL:DE:1.0'>"
                + "<d:distributionID>%s</d:distributionID><d:distributionStatus>%s</d:distributionStatus><d:contentObject>"
                + "<d:xmlContent><d:embeddedXMLContent>" + message.replace("%", "%%")
                + "</d:embeddedXMLContent></d:xmlContent></d:contentObject></d:EDXLDistribution>";
        for (String status : List.of("Test", "Exercise", "System")) {
            var answer = post(bv01, envelope.formatted(status, status));
            assertEquals(200, answer.statusCode(), answer.body());
            assertFalse(new JsonObject(answer.body()).getBoolean("kept"));
            assertEquals(before, house.hospital("BV01"));
        }
        assertEquals(422, post(bv01, envelope.formatted("x", "Perhaps")).statusCode());
        assertTrue(new JsonObject(post(bv01, envelope.formatted("x", "Actual")).body()).getBoolean("kept"));
        assertEquals(9, icuOf("BV01"));
    }

    // spotless:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            nobody                     | -    | X                                              | 401 | unauthenticated
            an empty body              | bv01 | -                                              | 400 | xml-broken
            a broken message           | bv01 | <HospitalStatus>                               | 400 | xml-broken
            an entity                  | bv01 | <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>       | 400 | xml-doctype
            another document           | bv01 | <alert/>                                       | 422 | have-missing
            """)
    // spotless:on
    void refuses_and_keeps_what_it_knew(
            String story, @Nullable String who, @Nullable String body, int status, String code) {
        assertRefused(story, post(who == null ? "" : bv01, body == null ? "" : body), status, code);
    }

    @Test
    void speaks_for_its_own_hospital_only() {
        assertRefused("another's id", post(ttyt01, have("BV01", icu(7), Instant.now())), 403, "hospital-not-yours");
        String two = have(icu(7), Instant.now());
        two = two.replace("</HospitalStatus>", two.substring(two.indexOf("<Hospital>")));
        assertRefused("two of them", post(bv01, two), 422, "hospital-ambiguous");
        assertEquals(
                401, post(house.logIn("operator"), have(icu(7), Instant.now())).statusCode());
    }

    @Test
    void a_clock_that_is_wrong_changes_nothing() {
        Instant now = Instant.now();
        assertRefused("ahead", post(bv01, have(icu(7), now.plus(Duration.ofHours(1)))), 422, "report-from-future");
        assertRefused("of last week", post(bv01, have(icu(7), now.minus(Duration.ofDays(7)))), 422, "report-too-old");
        assertRefused("impossible", post(bv01, have(icu(-1), now)), 422, "count-negative");
        assertRefused("nothing of ours", post(bv01, have(bed("NeonatalICU", 1), now)), 422, "report-empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=b",
                "nonsense"
            })
    void a_large_report_is_read_whatever_the_sender_calls_it(String type) {
        String large = have(icu(4), Instant.now()).replace("<Hospital>", "<!--" + "x".repeat(20_000) + "--><Hospital>");
        var answer = house.atTheDoor("POST", HAVE, ttyt02, large, "Content-Type", type);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/x-www-form-urlencoded"})
    void fifty_megabytes_are_refused_unread_whether_announced_or_not(String type) {
        byte[] huge = ("<!--" + "x".repeat(50_000_000) + "-->").getBytes(StandardCharsets.UTF_8);
        var announced = BodyPublishers.ofByteArray(huge);
        var inChunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge));
        for (var body : List.of(announced, inChunks)) {
            assertRefused("huge", house.postToTheDoor(HAVE, bv01, type, body), 413, "body-too-large");
        }
    }

    @Test
    void addresses_of_machines_exist_at_the_hospitals_door_only() {
        assertEquals(404, house.atTheApi("GET", HAVE, bv01, null).statusCode());
    }

    private static void assertRefused(String story, HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), story + ": " + answer.body());
        var problem = new JsonObject(answer.body());
        assertEquals(code, problem.getString("code"), story);
        assertFalse(problem.getString("detail").isBlank());
        assertFalse(problem.getString("detail").contains("{"), problem.getString("detail"));
        assertTrue(icuOf("BV01") != 7, story);
    }

    private static HttpResponse<String> post(String token, String body) {
        return house.atTheDoor("POST", HAVE, token, body);
    }

    private static int icuOf(String hospitalId) {
        return house.hospital(hospitalId)
                .capacity()
                .findBeds(BedKind.ICU)
                .map(beds -> beds.reported())
                .orElse(-1);
    }

    private static long reportOf(String hospitalId) {
        return house.hospital(hospitalId).capacity().reportId();
    }

    private static String icu(int available) {
        return bed("AdultICU", available);
    }

    private static String bed(String type, int available) {
        return "<BedCapacity><BedType>" + type + "</BedType><Capacity><AvailableCount>" + available
                + "</AvailableCount></Capacity></BedCapacity>";
    }

    private static String have(String beds, Instant at) {
        return have("", beds, at);
    }

    private static String have(String id, String beds, Instant at) {
        String identifier = id.isEmpty()
                ? ""
                : "<p:Identifiers xmlns:p='urn:oasis:names:tc:ciq:xpil:3'><p:Identifier><p:IdentifierElement>" + id
                        + "</p:IdentifierElement></p:Identifier></p:Identifiers>";
        return "<HospitalStatus xmlns='urn:oasis:names:tc:emergency:EDXL:HAVE:1.0'><Hospital><Organization>"
                + "<OrganizationInformation>" + identifier + "</OrganizationInformation></Organization>"
                + "<HospitalBedCapacityStatus>" + beds + "</HospitalBedCapacityStatus><LastUpdateTime>" + at
                + "</LastUpdateTime></Hospital></HospitalStatus>";
    }
}
