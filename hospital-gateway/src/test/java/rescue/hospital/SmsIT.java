package rescue.hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rescue.dispatch.hospital.BedKind;
import rescue.dispatch.hospital.Capacity;
import rescue.dispatch.hospital.Hospital;
import rescue.hospital.protocol.sms.SmsNumbers.Registered;

/** Capacity by text message, over real HTTP as a gateway calls and on a real PostgreSQL. */
class SmsIT {

    private static final String NURSE = "+84912000001";

    private static HospitalHouse house;

    @BeforeAll
    static void open() {
        house = new HospitalHouse();
        HospitalHouse.await(house.smsNumbers.replaceAll(List.of(
                new Registered(NURSE, "BV01", "điều dưỡng trưởng BV01"),
                new Registered("+84912000002", "TTYT01", "trực TTYT01"))));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_registered_telephone_reports_and_reads_what_was_understood() {
        String answer = send("0912000001", "giường ICU 2 hết CT", "&id=m1");
        assertTrue(answer.startsWith("Da ghi Benh vien tinh: giuong trong: hoi suc 2; het chup CT. Luc "), answer);
        assertEquals(2, icu("BV01"));
        assertEquals("điều dưỡng trưởng BV01 SMS", who(house.hospital("BV01").capacity()));
    }

    @Test
    void a_message_that_the_gateway_delivers_twice_counts_once() {
        send("0912000002", "GIUONG ICU 4", "&id=twice");
        long reportId = house.hospital("TTYT01").capacity().reportId();
        String again = send("0912000002", "GIUONG ICU 4", "&id=twice");
        assertTrue(again.startsWith("Da ghi"), again);
        assertEquals(reportId, house.hospital("TTYT01").capacity().reportId());

        assertTrue(send("0912000002", "nhu cu", "").startsWith("Da ghi"), "nothing changed");
        assertTrue(house.hospital("TTYT01").capacity().reportId() > reportId);
    }

    @Test
    void what_was_hours_on_its_way_stands_behind_what_came_since() {
        send("0912000001", "GIUONG ICU 3", "");
        Hospital before = house.hospital("BV01");
        String late = send(
                "0912000001",
                "GIUONG ICU 9",
                "&time=" + Instant.now().minusSeconds(3600).getEpochSecond());
        assertTrue(late.startsWith("CHUA GHI."), late);
        assertEquals(before, house.hospital("BV01"));
    }

    @Test
    void what_is_not_understood_is_answered_and_changes_nothing() {
        Hospital before = house.hospital("BV01");
        assertEquals(
                "CHUA GHI. Khong the co -2 giuong; neu het giuong thi ghi 0.", send("0912000001", "GIUONG ICU -2", ""));
        assertTrue(send("0912000001", "GIUONG GHE 2", "").startsWith("CHUA GHI. Khong hieu \"GHE\"."));
        assertEquals(before, house.hospital("BV01"));
    }

    @Test
    void a_stranger_hears_that_nothing_was_taken() {
        Hospital before = house.hospital("BV01");
        assertTrue(send("0999999999", "GIUONG ICU 7", "").startsWith("So nay chua dang ky"));
        assertTrue(send("VIETTEL", "GIUONG ICU 7", "").startsWith("So nay chua dang ky"));
        assertEquals(before, house.hospital("BV01"));
    }

    @Test
    void nobody_but_the_gateway_may_call() {
        for (String token : List.of("", "&token=", "&token=wrong")) {
            var answer = house.atTheApi("GET", "/sms?from=0912000001&text=GIUONG+ICU+7" + token, "", null);
            assertEquals(401, answer.statusCode(), token);
        }
        assertEquals(
                200,
                house.atTheApi("GET", "/sms?from=0999999999&text=GIUONG+ICU+7", HospitalHouse.SMS_TOKEN, null)
                        .statusCode());
        assertEquals(
                400,
                house.atTheApi("GET", "/sms?token=" + HospitalHouse.SMS_TOKEN, "", null)
                        .statusCode());
    }

    @Test
    void a_telephone_that_was_taken_from_the_list_speaks_no_more() {
        var numbers = List.of(
                new Registered(NURSE, "BV01", "điều dưỡng trưởng BV01"),
                new Registered("+84912000002", "TTYT01", "trực TTYT01"));
        HospitalHouse.await(house.smsNumbers.replaceAll(
                List.of(numbers.get(0), numbers.get(1), new Registered("+84912000003", "TTYT02", "trực TTYT02"))));
        assertTrue(send("0912000003", "GIUONG NHI 1", "").startsWith("Da ghi"));
        HospitalHouse.await(house.smsNumbers.replaceAll(numbers));
        assertTrue(send("0912000003", "GIUONG NHI 2", "").startsWith("So nay chua dang ky"));
    }

    @Test
    void a_message_is_taken_by_form_too_and_one_that_is_broken_or_endless_refused_in_our_words() {
        assertTrue(
                post("from=%2B84912000001&text=gi%C6%B0%E1%BB%9Dng+ICU+6", 200).startsWith("Da ghi"));
        assertEquals(6, icu("BV01"));
        assertTrue(post("from=0912000001&text=" + "x".repeat(10_000), 200).startsWith("CHUA GHI. Khong hieu"));
        assertTrue(post("from=0912000001&text=%zz", 400).contains("form-broken"));
        assertTrue(post("from=0912000001&text=" + "x".repeat(70_000), 413).contains("body-too-large"));
        assertTrue(post("{\"from\":\"0912000001\"}", 400).contains("sms-incomplete"));
    }

    @Test
    void a_ward_that_owes_a_count_is_asked_once_by_text_and_one_that_has_counted_is_not() {
        send("0912000001", "GIUONG ICU 2", "");
        send("0912000002", "GIUONG ICU 2", "");
        assertEquals(List.of(), reminders(), "both have just counted");

        house.sql("UPDATE hospital SET as_of = now() - interval '13 hours' WHERE id = 'BV01'");
        List<JsonObject> asked = reminders();
        assertEquals(
                List.of(NURSE), asked.stream().map(each -> each.getString("to")).toList());
        String text = asked.get(0).getString("text");
        assertTrue(text.startsWith("Benh vien tinh: so giuong gan nhat la luc "), text);
        assertTrue(text.endsWith("Hay nhan so giuong trong, vi du GIUONG ICU 2 CC 5, hoac KHONG DOI."), text);
        assertTrue(text.length() <= 160, () -> "one message: " + text);
        assertEquals(List.of(), reminders(), "each once");
        assertTrue(send("0912000001", "KHONG DOI", "").startsWith("Da ghi"), "as the text proposes");

        house.sql("UPDATE hospital SET as_of = NULL, reporter = NULL, source = NULL WHERE id = 'BV01'");
        assertTrue(reminders().get(0).getString("text").startsWith("Benh vien tinh: chua bao so giuong lan nao."));
        send("0912000001", "GIUONG ICU 2", "");
        for (String token : List.of("", "wrong")) {
            assertEquals(
                    401, house.atTheApi("GET", "/sms/reminders", token, null).statusCode());
        }
    }

    private static List<JsonObject> reminders() {
        var answer = house.atTheApi("GET", "/sms/reminders", HospitalHouse.SMS_TOKEN, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body())
                .getJsonArray("messages").stream().map(JsonObject.class::cast).toList();
    }

    private static String post(String form, int status) {
        var answer = house.atTheApi(
                "POST", "/sms", HospitalHouse.SMS_TOKEN, form, "Content-Type", "application/x-www-form-urlencoded");
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static int icu(String hospitalId) {
        return house.hospital(hospitalId)
                .capacity()
                .findBeds(BedKind.ICU)
                .orElseThrow()
                .reported();
    }

    private static String send(String from, String text, String more) {
        var answer = house.atTheApi(
                "GET",
                "/sms?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) + "&text="
                        + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&token=" + HospitalHouse.SMS_TOKEN + more,
                "",
                null);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String who(Capacity capacity) {
        return capacity.newest().reporter() + " " + capacity.newest().source();
    }
}
