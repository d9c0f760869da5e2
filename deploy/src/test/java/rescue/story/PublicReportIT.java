package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A villager without a script: reports by form, follows the help, and is never sent away with an emergency. */
@ExtendWith(Province.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicReportIT {

    private final ServerProcess server;
    private final Desk desk;
    private final Villager villager;

    PublicReportIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
        this.villager = new Villager(server);
    }

    @AfterEach
    void nothing_stays_open() {
        for (JsonObject open :
                Heard.all(desk.get("/incidents?state=open&limit=500").expect(200), "incidents")) {
            desk.post(
                    "/incidents/" + open.getString("id") + "/close", new JsonObject().put("disposition", "CANCELLED"));
        }
    }

    @Test
    void what_and_where_are_enough_and_lead_to_the_page_that_follows_it() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "LANDSLIDE", "road", "QL4D", "km", "76+650"));
        Heard answer = villager.sends(form);

        assertEquals(303, answer.status(), answer.text());
        JsonObject incident = incidentOf(answer);
        assertEquals("LANDSLIDE", incident.getString("kind"));
        assertEquals("QL4D", told(incident).getJsonObject("roadKm").getString("road"));
        assertEquals(76.65, told(incident).getJsonObject("roadKm").getDouble("km"), 1e-9);
        assertEquals("APP", Heard.all(incident, "alerts").get(0).getString("source"));

        String page = villager.reads(answer.header("Location")).text();
        assertTrue(page.contains("Đã nhận tin báo"), page);
        assertTrue(page.contains(incident.getString("number")), page);
        assertTrue(page.contains("http-equiv=\"refresh\""), "a browser without a script loads it again by itself");
    }

    @Test
    void a_double_tap_is_one_alert_and_a_mended_form_is_another() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "FIRE", "words", "nhà sàn cạnh cầu treo"));
        String first = Villager.codeIn(villager.sends(form));
        String again = Villager.codeIn(villager.sends(form));
        assertEquals(first, again);
        assertEquals(1, alerts(first));

        form.put("words", "nhà sàn cạnh cầu treo, bản Nà Khương");
        Heard mended = villager.sends(form);
        assertEquals(303, mended.status(), "who goes back and mends the place is not refused");
        assertNotEquals(first, Villager.codeIn(mended), "only words: nobody can say that it is the same");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a road that is none      | road=QL999&km=3        | ROAD_UNKNOWN
            beyond its end           | road=QL4D&km=9000      | KM_BEYOND_END
            a broken receiver        | lat=0&lon=0&accuracy=5 | NULL_ISLAND
            in another country       | lat=48.85&lon=2.35     | OUTSIDE_MAP
            a name that nobody knows | village=Xyz Qwrt       | PLACE_TEXT_ONLY
            half a post              | km=25+300              | PLACE_TEXT_ONLY
            no number                | lat=NaN&lon=x          | PLACE_TEXT_ONLY
            nothing at all           | unknown=yes            | NO_PLACE
            """)
    void a_place_that_is_wrong_is_sent_and_asked_about(String story, String fields, String flag) {
        Map<String, String> form = villager.opensForm();
        form.put("kind", "MEDICAL");
        for (String field : fields.split("&")) {
            form.put(field.split("=")[0], field.split("=")[1]);
        }
        Heard answer = villager.sends(form);

        assertEquals(303, answer.status(), answer.text());
        assertTrue(incidentOf(answer).encode().contains("\"" + flag + "\""), story);
    }

    @Test
    void a_name_that_can_mean_one_place_only_is_that_place_and_what_was_typed_is_kept() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "OBSTETRIC", "village", "xã bình lư"));
        JsonObject told = told(incidentOf(villager.sends(form)));

        assertEquals(22.318, told.getJsonObject("location").getDouble("lat"), 0.01);
        assertEquals(5000, told.getJsonObject("location").getDouble("accuracyM"));
        assertTrue(told.getString("placeText").startsWith("xã bình lư"), told.encode());
    }

    @Test
    void names_are_looked_for_without_a_script_and_the_chosen_one_is_sent() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "FLOOD", "village", "nam", "words", "gần <suối>"));
        form.put("act", "find");
        Heard found = villager.sends(form);
        assertEquals(200, found.status());
        assertTrue(found.text().contains("gần &lt;suối&gt;</textarea>"), "what was typed stays: " + found.text());
        assertTrue(checked(found.text(), "FLOOD"));

        var choice = Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"").matcher(found.text());
        assertTrue(choice.find(), found.text());
        form.remove("act");
        form.put("chosen", Villager.shown(choice.group(1)));
        JsonObject told = told(incidentOf(villager.sends(form)));
        String[] chosen = form.get("chosen").split(",", 4);
        assertEquals(
                Double.parseDouble(chosen[0]), told.getJsonObject("location").getDouble("lat"), 1e-9);
        assertTrue(told.getString("placeText").contains(chosen[3]), told.encode());
        assertTrue(told.getString("placeText").contains("gần <suối>"), told.encode());
    }

    @Test
    void a_form_that_says_nothing_comes_back_and_says_what_is_missing_in_the_readers_language() {
        Map<String, String> form = villager.opensForm();
        form.put("km", "25+300\"><b>");
        Heard vi = villager.sends(form);
        assertEquals(422, vi.status());
        assertTrue(vi.text().contains("Chọn chuyện gì đã xảy ra."), vi.text());
        assertTrue(
                vi.text().contains("value=\"25+300&#34;>&lt;b>\"") || vi.text().contains("25+300&#34;&gt;&lt;b&gt;"));
        assertEquals(form.get("key"), Villager.hidden(vi.text()).get("key"), "the same form, so the same key");

        Heard en = villager.posts("/report?lang=en", Map.of("kind", "FIRE"));
        assertEquals(422, en.status());
        assertTrue(en.text().contains("Say where, or tick"), en.text());
        assertTrue(checked(en.text(), "FIRE"));
    }

    @Test
    void another_language_keeps_what_was_typed() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "DROWNING", "road", "QL12", "km", "60", "words", "bến đò", "to", "en"));
        Heard english = villager.sends(form);

        assertEquals(200, english.status());
        assertEquals("en", english.header("Content-Language"));
        assertTrue(english.text().contains("Call 115"));
        assertTrue(english.text().contains("bến đò</textarea>"));
        assertTrue(checked(english.text(), "DROWNING"));
        assertTrue(english.text().contains("<option value=\"QL12\" selected>"), english.text());
    }

    @Test
    void a_pack_without_words_says_them_in_vietnamese() {
        Heard page = villager.reads("/report?lang=blt");
        assertEquals(200, page.status());
        assertEquals("vi", page.header("Content-Language"));
        assertTrue(page.text().contains("Tai nạn xe"));
        assertFalse(page.text().contains(">Thái (Tai Dam)<"), "not offered to people before a native speaker vouches");
        assertEquals(404, villager.reads("/report/packs/blt/pack.json").status());
        assertEquals(404, villager.reads("/report/packs/vi/..%2Fpacks.json").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</textarea><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "${7*7} {{7*7}} <%= 7*7 %> @if(true)",
                "\n\nđầu dòng trống\r\n<b>",
                "&lt;đã thoát&gt; &amp;amp; &#39;",
                "\u202Eđảo\u202C 🚑🏔️ e\u0301 \uFEFF",
                "'; DROP TABLE incident; --",
                "]]> <!-- --> <![CDATA[",
                "javascript:alert(1)//",
                "%00%0a%0d%2e%2e%2f",
            })
    void what_people_write_is_shown_and_kept_as_they_wrote_it_and_never_obeyed(String hostile) {
        Map<String, String> form = villager.opensForm();
        form.put("words", hostile);
        form.put("village", hostile);
        String page = villager.sends(form).text();
        String shown = page.replaceAll("(?s).*<textarea[^>]*>\r?\n(.*?)</textarea>.*", "$1");
        assertEquals(hostile, Villager.shown(shown), "shown byte for byte");
        assertFalse(shown.contains("<"), "as text: " + shown);
        String value = page.replaceAll("(?s).*name=\"village\" value=\"([^\"]*)\".*", "$1");
        assertEquals(hostile, Villager.shown(value));
        assertFalse(page.contains("<script>alert"), page);

        form.put("kind", "OTHER");
        form.remove("village");
        assertEquals(hostile.strip(), told(incidentOf(villager.sends(form))).getString("placeText"));
    }

    @Test
    void who_holds_the_code_follows_the_help_and_learns_nothing_private() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "TRAFFIC_COLLISION", "road", "QL4D", "km", "20", "words", "nhà ông Chẻo A Pao"));
        Heard sent = villager.sends(form);
        String code = Villager.codeIn(sent);
        JsonObject incident = incidentOf(sent);
        JsonObject option = desk.best(incident.getString("id"));
        JsonObject assignment = desk.sends(incident.getString("id"), option);
        Crew crew = Crew.of(server, option.getString("unitId"));

        String assigned = villager.reads("/track/" + code).text();
        assertTrue(assigned.contains("data-state=\"UNIT_ASSIGNED\""), assigned);
        assertTrue(
                Pattern.compile("Dự kiến tới sau khoảng [0-9]+")
                        .matcher(assigned)
                        .find(),
                assigned);
        for (String status : List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE")) {
            crew.presses(assignment.getString("id"), status);
        }
        String there = villager.reads("/track/" + code + "?part=state").text();
        assertTrue(there.contains("data-state=\"ON_SCENE\""), there);
        assertFalse(there.contains("<html"), "only the part that changes");
        for (String status : List.of("AT_PATIENT", "LEFT_SCENE", "AT_DESTINATION", "HANDED_OVER", "IN_SERVICE")) {
            crew.presses(assignment.getString("id"), status);
        }

        for (String page :
                List.of(assigned, there, villager.reads("/track/" + code).text())) {
            for (String secret : List.of(
                    option.getString("unitId"),
                    option.getString("callSign"),
                    option.getString("hospitalName", "Bệnh viện"),
                    "Chẻo A Pao",
                    "operator",
                    incident.getString("id"),
                    assignment.getString("id"))) {
                assertFalse(page.contains(secret), secret + " in " + page);
            }
        }
    }

    @Test
    void what_there_is_to_add_is_added_once_and_shown_to_the_desk_only() {
        String code = sendsFire("cháy nhà kho");
        Map<String, String> more = villager.opensMore(code);
        more.putAll(Map.of("injured", "3", "trapped", " 1 ", "phone", "0912 345 678", "words", "mùi <gas>"));
        Heard answer = villager.posts("/track/" + code + "/more?lang=vi", more);
        assertEquals(303, answer.status(), answer.text());
        assertEquals(
                303, villager.posts("/track/" + code + "/more?lang=vi", more).status(), "a double tap");
        String page = villager.reads(answer.header("Location")).text();
        assertTrue(page.contains("Đã nhận thêm thông tin."), page);
        assertFalse(page.contains("0912"), page);
        assertFalse(page.contains("mùi"), page);

        JsonObject incident = incidentOf(code);
        List<JsonObject> alerts = Heard.all(incident, "alerts");
        assertEquals(2, alerts.size());
        assertEquals(3, alerts.get(1).getInteger("injured"));
        assertEquals(1, alerts.get(1).getInteger("trapped"));
        assertEquals("0912 345 678", alerts.get(1).getString("reporterPhone"));
        assertEquals("mùi <gas>", alerts.get(1).getString("description"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing        | words= &injured=  | Chưa điền gì.
            a word         | injured=vài       | Số người phải là số từ 0 đến 10000.
            less than none | trapped=-1        | Số người phải là số từ 0 đến 10000.
            a whole city   | injured=99999     | Số người phải là số từ 0 đến 10000.
            """)
    void what_cannot_be_read_comes_back_as_it_was_typed(String story, String fields, String said) {
        String code = sendsFire("cháy " + story);
        Map<String, String> more = villager.opensMore(code);
        for (String field : fields.split("&")) {
            more.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        Heard answer = villager.posts("/track/" + code + "/more?lang=vi", more);
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains(said), answer.text());
        assertTrue(
                answer.text()
                        .contains("value=\"" + more.getOrDefault("injured", "").strip() + "\""),
                answer.text());
        assertEquals(1, alerts(code));
    }

    @Test
    void a_photo_is_taken_once_and_what_is_none_is_said_to_be_none() throws Exception {
        String code = sendsFire("cháy rừng");
        byte[] photo = Villager.photo();
        Heard answer = villager.sendsPhoto(code, photo);
        assertEquals(303, answer.status(), answer.text());
        assertTrue(villager.reads(answer.header("Location")).text().contains("Đã nhận ảnh."));
        assertEquals(303, villager.sendsPhoto(code, photo).status());
        assertEquals(1, incidentOf(code).getInteger("photos"));

        Heard none = villager.sendsPhoto(code, "không phải ảnh".getBytes(StandardCharsets.UTF_8));
        assertEquals(422, none.status());
        assertTrue(none.text().contains("Không đọc được ảnh này."), none.text());
        assertEquals(422, villager.sendsPhoto(code, new byte[0]).status());
        Heard large = villager.sendsPhoto(code, new byte[7 * 1024 * 1024]);
        assertEquals(413, large.status());
        assertTrue(large.text().contains("tối đa 6 MB"), large.text());
    }

    @Test
    void to_a_closed_case_nothing_can_be_added_and_the_page_says_what_to_do() {
        String code = sendsFire("cháy đã tắt");
        Map<String, String> more = villager.opensMore(code);
        desk.post(
                        "/incidents/" + incidentOf(code).getString("id") + "/close",
                        new JsonObject().put("disposition", "CANCELLED"))
                .expect(200);
        more.put("words", "lại bùng lên");
        Heard answer = villager.posts("/track/" + code + "/more?lang=vi", more);
        assertEquals(422, answer.status());
        assertTrue(answer.text().contains("báo mới hoặc gọi 115"), answer.text());
        assertEquals(404, villager.posts("/track/KHONGCO/more", more).status());
    }

    @Test
    void whose_incident_was_merged_follows_the_other_one() {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "FIRE", "words", "khói trên đồi"));
        Heard sent = villager.sends(form);
        JsonObject mine = incidentOf(sent);
        String other = desk.hears("QL32", 380, 1).getString("incidentId");
        desk.post("/incidents/" + mine.getString("id") + "/merge", new JsonObject().put("into", other))
                .expect(200);

        String page = villager.reads("/track/" + Villager.codeIn(sent)).text();
        assertTrue(page.contains("data-state=\"RECEIVED\""), "help goes on there: " + page);
    }

    @Test
    void a_wrong_code_is_said_to_be_wrong() {
        Heard answer = villager.reads("/track/KHONGCO");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("Không có tin báo nào với mã này"), answer.text());
        assertTrue(answer.text().contains("href=\"tel:115\""));
        assertTrue(villager.reads("/track/KHONGCO?lang=en").text().contains("No report has this code"));
    }

    @Test
    void the_page_works_without_script_and_has_none_of_its_own_in_it() {
        String page = villager.reads("/report").text();
        assertFalse(Pattern.compile("<script(?! src=\"/assets/)").matcher(page).find(), page);
        assertFalse(Pattern.compile("\\son[a-z]+=|style=").matcher(page).find(), page);
        assertTrue(page.indexOf("tel:115") < page.indexOf("<form"), "call first");
        assertFalse(page.contains("DIỄN TẬP"));
    }

    @Test
    void without_its_database_a_report_is_kept_and_with_no_disk_either_the_page_says_so_and_keeps_what_was_typed()
            throws Exception {
        Path folder = Province.folder("cut");
        int database = URI.create(server.pgUri()).getPort();
        try (Cable cable = new Cable(database);
                ServerProcess cut = new ServerProcess(
                        folder,
                        Province.arguments()[0],
                        Province.arguments()[1],
                        Province.arguments()[2],
                        Province.arguments()[3],
                        "--exercise",
                        "true",
                        "--pg-uri",
                        server.pgUri().replace(":" + database + "/", ":" + cable.port() + "/"))) {
            cut.startOnEstimates();
            var there = new Villager(cut);
            Map<String, String> form = there.opensForm();
            form.putAll(
                    Map.of("kind", "LANDSLIDE", "words", "ta-luy <sập> \"xuống\" nhà", "road", "QL4D", "km", "31+200"));
            cable.pullOut();

            assertTrue(
                    there.reads("/report").text().contains("DIỄN TẬP"),
                    "the form needs no database; an exercise says so");
            Path spool = folder.resolve("spool");
            Files.move(spool, folder.resolve("unplugged"));
            Heard away = there.sends(form);
            assertEquals(503, away.status());
            assertEquals("5", away.header("Retry-After"));
            assertTrue(away.text().contains("CHƯA GỬI ĐƯỢC"), away.text());
            assertTrue(away.text().contains("Gọi 115"), away.text());
            assertTrue(away.text().contains("DIỄN TẬP"), away.text());
            Map<String, String> kept = Villager.hidden(away.text());
            form.forEach((name, value) -> assertEquals(value, kept.get(name), name));
            assertEquals(503, there.reads("/track/ABC").status());

            Files.move(folder.resolve("unplugged"), spool);
            Heard received = there.sends(kept);
            assertEquals(303, received.status(), received.text());
            String waiting = there.reads(received.header("Location")).text();
            assertTrue(waiting.contains("ĐÃ NHẬN TIN BÁO"), waiting);
            assertTrue(waiting.contains("DIỄN TẬP"), waiting);

            cable.plugIn();
            awaitIncident(there, received.header("Location"));
            assertEquals(1, alerts(Villager.codeIn(there.sends(kept))), "however often it was sent");
        }
    }

    /** As a villager looks again and again; the server needs a moment to notice that the line is back. */
    private static void awaitIncident(Villager there, String track) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            if (there.reads(track).text().contains("id=\"state\"")) {
                return;
            }
            Thread.sleep(100); // between two looks; the page decides
        }
        throw new AssertionError("it was not entered: " + there.reads(track).text());
    }

    private String sendsFire(String where) {
        Map<String, String> form = villager.opensForm();
        form.putAll(Map.of("kind", "FIRE", "words", where));
        return Villager.codeIn(villager.sends(form));
    }

    private JsonObject incidentOf(Heard sent) {
        return incidentOf(Villager.codeIn(sent));
    }

    private JsonObject incidentOf(String code) {
        String number = villager.reads("/track/" + code).text().replaceAll("(?s).*Vụ số ([0-9-]+).*", "$1");
        String id = Heard.all(desk.get("/incidents?state=open&limit=500").expect(200), "incidents").stream()
                .filter(open -> open.getString("number").equals(number))
                .map(open -> open.getString("id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open incident " + number + " of " + code));
        return desk.incident(id);
    }

    private int alerts(String code) {
        return Heard.all(incidentOf(code), "alerts").size();
    }

    private static JsonObject told(JsonObject incident) {
        JsonArray told = incident.getJsonObject("place").getJsonArray("told");
        return told.getJsonObject(told.size() - 1);
    }

    private static boolean checked(String page, String kind) {
        return Pattern.compile("value=\"" + kind + "\"[^>]* checked>")
                .matcher(page)
                .find();
    }
}
