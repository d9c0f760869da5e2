package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rescue.dispatch.shell.photos.Pictures;

/** What the people in the field send: a crew its patients' cards, whoever reported what he sees now. */
@ExtendWith(Province.class)
class FieldIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ServerProcess server;
    private final Desk desk;
    private final String tablet = "tablet-" + UUID.randomUUID();
    private JsonObject alert;
    private String incidentId;
    private String unitId;
    private String hospitalId;
    private String assignmentId;
    private Crew crew;
    private Ward ward;

    FieldIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @BeforeEach
    void a_unit_is_out() {
        alert = desk.hears("QL4D", 76.65, 1);
        incidentId = alert.getString("incidentId");
        JsonObject best = desk.best(incidentId);
        unitId = best.getString("unitId");
        hospitalId = best.getString("hospitalId");
        assignmentId = desk.sends(incidentId, best).getString("id");
        crew = Crew.of(server, unitId);
        ward = Ward.of(server, hospitalId);
    }

    @AfterEach
    void everybody_goes_home() {
        if (!desk.incident(incidentId).getString("status").equals("CLOSED")) {
            desk.standsDown(assignmentId);
            desk.closes(incidentId);
        }
    }

    @Test
    void a_card_reaches_the_desk_the_crew_and_the_hospital() {
        JsonObject card = card("a", "RED")
                .put("note", "kẹt chân, mất máu")
                .put("sex", "FEMALE")
                .put("ageYears", 34)
                .put("method", "START")
                .put(
                        "findings",
                        new JsonObject()
                                .put("walks", false)
                                .put("breathes", true)
                                .put("respirationsPerMin", 34)
                                .put("capillaryRefillS", 2.5));
        JsonObject shown = filled(card);
        assertEquals(List.of(shown), Heard.all(report(card, 1).expect(200), "patients"));

        JsonObject incident = desk.incident(incidentId);
        assertEquals(List.of(shown), Heard.all(incident, "patients"));
        assertEquals("P1", incident.getString("priority"));
        assertTrue(incident.getJsonObject("needs").getJsonArray("services").contains("TRAUMA_SURGERY"));
        assertEquals(
                incident.getJsonArray("assignments").getJsonObject(0).getString("callSign")
                        + ": bệnh nhân đỏ, nữ, 34 tuổi",
                lastLine(incident));
        assertEquals(List.of(shown), Heard.all(crew.order(), "patients"));
        JsonObject notice = ward.incoming().stream()
                .filter(each -> each.getString("assignmentId").equals(assignmentId))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(shown), Heard.all(notice, "patients"));
    }

    @Test
    void a_card_sent_twice_and_late_counts_once_and_its_number_is_used_up() {
        report(card("a", "YELLOW"), 5).expect(200);
        long version = desk.incident(incidentId).getLong("version");
        report(card("a", "YELLOW"), 5).expect(200);
        assertEquals(version, desk.incident(incidentId).getLong("version"));
        assertEquals("press-reused", report(card("a", "RED"), 5).expect(409).getString("code"));
        assertEquals(
                "Số thứ tự này của máy đã dùng cho “phiếu bệnh nhân”; mỗi lần gửi cần một số mới.",
                press("ACKNOWLEDGED", 5).expect(409).getString("detail"));
        press("ACKNOWLEDGED", 6).expect(200);
        report(card("b", "GREEN"), 7).expect(200);
        assertEquals(List.of("YELLOW", "GREEN"), colours());
        report(card("a", "BLACK"), 8).expect(200);
        assertEquals(List.of("BLACK", "GREEN"), colours());
    }

    @Test
    void a_colour_that_the_findings_do_not_bear_out_is_kept_and_said() {
        JsonObject fast = card("a", "YELLOW")
                .put("method", "START")
                .put("findings", new JsonObject().put("walks", false).put("respirationsPerMin", 40));
        report(fast, 1).expect(200);
        assertEquals(List.of("YELLOW"), colours());
        String line = lastLine(desk.incident(incidentId));
        assertTrue(line.endsWith("bệnh nhân vàng; theo START thì dấu hiệu là đỏ"), line);
    }

    @Test
    void the_outbox_of_a_tablet_may_be_emptied_after_the_incident_was_closed() {
        for (String status : List.of(
                "ACKNOWLEDGED",
                "EN_ROUTE",
                "ON_SCENE",
                "AT_PATIENT",
                "LEFT_SCENE",
                "AT_DESTINATION",
                "HANDED_OVER",
                "IN_SERVICE")) {
            crew.presses(assignmentId, status);
        }
        String closedAt = desk.closes(incidentId).getString("closedAt");
        report(card("a", "YELLOW"), 1).expect(200);
        JsonObject incident = desk.incident(incidentId);
        assertEquals("CLOSED", incident.getString("status"));
        assertEquals(closedAt, incident.getString("closedAt"));
        assertEquals(List.of("YELLOW"), colours());
    }

    @Test
    void another_crew_writes_no_card_and_a_card_without_a_name_is_refused() {
        JsonObject report = report("a", "RED", 1);
        assertEquals(
                "forbidden",
                Crew.of(server, otherUnit())
                        .post("/assignments/" + assignmentId + "/patients", report)
                        .expect(403)
                        .getString("code"));
        assertEquals(
                "forbidden",
                ward.post("/assignments/" + assignmentId + "/patients", report)
                        .expect(403)
                        .getString("code"));
        for (JsonObject bad : List.of(
                new JsonObject().put("triage", "RED"),
                new JsonObject().put("triage", "RED").put("id", ""),
                new JsonObject().put("triage", "PINK").put("id", "a"),
                new JsonObject().put("triage", "RED").put("id", "a").put("ageYears", 131),
                new JsonObject().put("triage", "RED").put("id", "a").put("method", "MAYBE"),
                new JsonObject()
                        .put("triage", "RED")
                        .put("id", "a")
                        .put("findings", new JsonObject().put("pulse", 3)))) {
            JsonObject problem = report(bad, 1).expect(400);
            assertEquals("request-invalid", problem.getString("code"), problem::encode);
            String pointer = problem.getJsonArray("errors").getJsonObject(0).getString("pointer");
            assertTrue(pointer.startsWith("/patient/"), problem::encode);
        }
        assertFalse(
                desk.incident(incidentId).getJsonArray("patients").iterator().hasNext());
    }

    @Test
    void the_crew_asks_for_another_hospital_and_the_desk_hears_it_at_once() {
        String other = desk.hospitals().stream()
                .map(hospital -> hospital.getString("id"))
                .filter(id -> !id.equals(hospitalId))
                .findFirst()
                .orElseThrow();
        try (LiveLine deskLine = LiveLine.of(desk);
                LiveLine crewLine = LiveLine.of(crew)) {
            JsonObject asked = ask(other, "cần chụp CT", 1).expect(200).getJsonObject("destinationAsked");
            assertEquals(other, asked.getString("hospitalId"));
            assertEquals("cần chụp CT", asked.getString("reason"));
            deskLine.await("the question", this::isQuestion);
            assertEquals(
                    asked,
                    desk.incident(incidentId)
                            .getJsonArray("assignments")
                            .getJsonObject(0)
                            .getJsonObject("destinationAsked"));
            assertTrue(lastLine(desk.incident(incidentId)).endsWith(": cần chụp CT"));
            ask(other, "cần chụp CT", 1).expect(200);

            desk.diverts(assignmentId, hospitalId);
            crewLine.await("the answer", message -> isAbout(message, "DestinationKept"));
            assertEquals(null, crew.order().getJsonObject("assignment").getValue("destinationAsked"));
            assertTrue(lastLine(desk.incident(incidentId)).startsWith("Giữ nguyên nơi đến: "));
        }
        assertEquals("hospital-unknown", ask("BV99", "xa quá", 2).expect(404).getString("code"));
        assertEquals("request-invalid", ask(other, "", 3).expect(400).getString("code"));
        assertEquals(
                "forbidden",
                desk.post("/assignments/" + assignmentId + "/destination-request", question(other, "x", 4))
                        .expect(403)
                        .getString("code"));
    }

    private boolean isQuestion(JsonObject message) {
        return isAbout(message, "DestinationChangeAsked");
    }

    private boolean isAbout(JsonObject message, String event) {
        JsonObject data = message.getJsonObject("data", new JsonObject());
        return incidentId.equals(data.getString("id")) && event.equals(data.getString("event"));
    }

    private Heard ask(String hospital, String reason, int seq) {
        return crew.post("/assignments/" + assignmentId + "/destination-request", question(hospital, reason, seq));
    }

    private JsonObject question(String hospital, String reason, int seq) {
        return new JsonObject()
                .put("hospitalId", hospital)
                .put("reason", reason)
                .put("deviceId", tablet)
                .put("seq", seq)
                .put("at", Instant.now().toString());
    }

    @Test
    void a_photo_of_the_crew_is_seen_by_the_desk_and_the_hospital_upright_and_without_its_place() throws Exception {
        byte[] sent = Pictures.held(Pictures.jpeg(2_400, 1_200), 6);
        JsonObject upload = photo("scene-0001", sent).put("note", "đầu xe tải").put("at", "2026-01-02T03:04:05Z");
        try (LiveLine deskLine = LiveLine.of(desk)) {
            JsonObject kept = send(upload).expect(201);
            assertEquals(800, kept.getInteger("width"));
            assertEquals(1_600, kept.getInteger("height"));
            assertEquals("2026-01-02T03:04:05Z", kept.getString("at"));
            deskLine.await("the photo", message -> isAbout(message, "PhotoAdded"));
            assertEquals(kept, send(upload).expect(201), "the same again is the same");

            JsonObject incident = desk.incident(incidentId);
            assertEquals(1, incident.getInteger("photos"));
            assertTrue(lastLine(incident).endsWith(": đầu xe tải"), lastLine(incident));
            for (Caller reader : List.of(desk, crew, ward)) {
                assertEquals(
                        List.of(kept),
                        Heard.all(
                                reader.get("/incidents/" + incidentId + "/photos")
                                        .expect(200),
                                "photos"));
                HttpResponse<byte[]> picture = fetch(reader, kept.getString("id"));
                assertEquals(200, picture.statusCode());
                assertEquals("image/jpeg", header(picture, "content-type"));
                assertEquals("private, max-age=31536000, immutable", header(picture, "cache-control"));
                assertEquals("nosniff", header(picture, "x-content-type-options"));
                assertEquals(kept.getInteger("bytes"), picture.body().length);
                assertEquals(800, Pictures.read(picture.body()).getWidth());
                assertFalse(new String(picture.body(), StandardCharsets.ISO_8859_1).contains("Exif"));
            }
            Crew other = Crew.of(server, otherUnit());
            assertEquals(403, fetch(other, kept.getString("id")).statusCode());
            other.get("/incidents/" + incidentId + "/photos").expect(403);
            assertEquals(
                    401, fetch(Caller.anybody(server), kept.getString("id")).statusCode());
            assertEquals(404, fetch(desk, UUID.randomUUID().toString()).statusCode());
            assertEquals(404, fetch(desk, "../1").statusCode());
        }
    }

    @Test
    void whoever_reported_sends_photos_with_the_code_he_was_given() {
        String photos = "/track/" + alert.getString("trackingCode") + "/photos";
        Caller reporter = Caller.anybody(server);
        JsonObject kept = reporter.post(photos, photo("mine-0001", Pictures.jpeg(300, 200)))
                .expect(201);
        assertEquals("public", kept.getString("by"));
        assertTrue(lastLine(desk.incident(incidentId)).startsWith("Ảnh từ người báo tin"));
        assertEquals(
                "tracking-code-unknown",
                reporter.post("/track/nobodys/photos", photo("mine-0001", Pictures.jpeg(30, 20)))
                        .expect(404)
                        .getString("code"));
        crew.presses(assignmentId, "CANCELLED");
        desk.closes(incidentId);
        JsonObject over =
                reporter.post(photos, photo("mine-0002", Pictures.jpeg(30, 20))).expect(409);
        assertEquals("alert-closed", over.getString("code"));
    }

    @Test
    void what_is_no_picture_is_refused_in_words_and_leaves_nothing() {
        byte[] jpeg = Pictures.jpeg(400, 300);
        assertEquals("photo-not-readable", refused(422, "rất đau".getBytes(StandardCharsets.UTF_8)));
        assertEquals("photo-incomplete", refused(422, Arrays.copyOf(jpeg, jpeg.length / 2)));
        assertEquals("photo-too-large", refused(422, Pictures.blackPng(31_000, 31_000)));
        assertEquals("photo-other-format", refused(422, "RIFF\1\2\3\4WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("body-too-large", refused(413, new byte[7_000_000]));
        assertEquals(0, desk.incident(incidentId).getInteger("photos"));
        JsonObject large = send(photo("large-0001", new byte[7_000_000])).expect(413);
        assertTrue(large.getString("detail").contains("8192 KiB"), large::encode);
        assertEquals(
                "body-too-large",
                crew.post("/assignments/" + assignmentId + "/patients", photo("x-12345678", new byte[70_000]))
                        .expect(413)
                        .getString("code"),
                "only photos may be so large");
    }

    @Test
    void whoever_reported_says_more_with_his_code_and_reads_roughly_when_help_comes() {
        String track = "/track/" + alert.getString("trackingCode");
        Caller reporter = Caller.anybody(server);
        int etaS = reporter.get(track).expect(200).getInteger("etaS");
        assertTrue(etaS >= 300 && etaS % 300 == 0, "in steps of five minutes: " + etaS);
        JsonObject more = new JsonObject()
                .put("injured", 4)
                .put("trapped", 1)
                .put("description", "có một cháu nhỏ")
                .put("reporterPhone", "0912345678");
        assertEquals(
                alert.getString("incidentNumber"),
                reporter.post(track + "/more", more, "Idempotency-Key", "more-1")
                        .expect(200)
                        .getString("incidentNumber"));
        reporter.post(track + "/more", more, "Idempotency-Key", "more-1").expect(200);
        assertEquals(
                "key-reused",
                reporter.post(track + "/more", new JsonObject().put("dead", 1), "Idempotency-Key", "more-1")
                        .expect(409)
                        .getString("code"));
        JsonObject incident = desk.incident(incidentId);
        assertEquals(2, incident.getJsonArray("alerts").size());
        assertEquals(1, incident.getJsonObject("place").getJsonArray("told").size(), "nothing new of the place");
        assertEquals("P1", incident.getString("priority"));
        assertEquals(
                "Người báo tin cho biết thêm: 4 người bị thương; 1 người mắc kẹt; có một cháu nhỏ; 0912345678",
                lastLine(incident));
        assertEquals(
                "request-invalid",
                reporter.post(track + "/more", new JsonObject()).expect(400).getString("code"));
        JsonObject nothing = new JsonObject().putNull("injured");
        assertEquals(
                "request-invalid",
                reporter.post(track + "/more", nothing).expect(400).getString("code"));

        for (String status : List.of("EN_ROUTE", "ON_SCENE")) {
            crew.presses(assignmentId, status);
        }
        JsonObject there = reporter.get(track).expect(200);
        assertEquals("ON_SCENE", there.getString("state"));
        assertEquals(null, there.getValue("etaS"));
        crew.presses(assignmentId, "IN_SERVICE");
        desk.closes(incidentId);
        JsonObject over = reporter.post(track + "/more", more).expect(409);
        assertEquals("alert-closed", over.getString("code"));
        assertTrue(over.getString("detail").contains("gửi tin báo mới"), over::encode);
        reporter.post(track + "/more", more, "Idempotency-Key", "more-1").expect(200);
    }

    @Test
    void the_order_has_everything_for_a_valley_without_network() {
        Caller.anybody(server)
                .post(
                        "/track/" + alert.getString("trackingCode") + "/more",
                        new JsonObject()
                                .put("description", "xe lật xuống ruộng")
                                .put("reporterPhone", "0987654321"))
                .expect(200);
        JsonObject order = crew.order();
        assertEquals(
                "QL4D",
                order.getJsonObject("place")
                        .getJsonObject("located")
                        .getJsonObject("roadKm")
                        .getString("road"));
        List<JsonObject> alerts = Heard.all(order, "alerts");
        assertEquals("xe lật xuống ruộng", alerts.get(1).getString("description"));
        assertEquals("0987654321", alerts.get(1).getString("reporterPhone"));
        assertFalse(alerts.get(0).containsKey("trackingCode"), "with it one may add to the report");
        JsonObject hospital = order.getJsonObject("hospital");
        assertEquals(hospitalId, hospital.getString("id"));
        for (String field : List.of("name", "lat", "lon")) {
            assertTrue(hospital.getValue(field) != null, field);
        }
        assertEquals(
                desk.hospitals().stream().map(each -> each.getString("id")).toList(),
                Heard.all(order, "hospitals").stream()
                        .map(each -> each.getString("id"))
                        .toList());
        assertTrue(order.getJsonObject("assignment").getInteger("etaS") > 0);
    }

    @Test
    void positions_come_packed_and_a_bomb_is_no_larger_than_any_other_body() throws Exception {
        JsonArray fixes = new JsonArray();
        Instant start = Instant.now().minusSeconds(3_000);
        for (int i = 0; i < 200; i++) {
            fixes.add(new JsonObject()
                    .put("lat", 22.35 + i / 10_000.0)
                    .put("lon", 103.58)
                    .put("at", start.plusSeconds(15L * i).toString()));
        }
        byte[] plain = fixes.encode().getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(plain);
        assertTrue(packed.length * 5 < plain.length, "worth it: " + packed.length + " of " + plain.length);
        HttpResponse<String> taken = positions(packed);
        assertEquals(202, taken.statusCode(), taken.body());
        assertEquals(200, new JsonObject(taken.body()).getInteger("accepted"));

        HttpResponse<String> bomb = positions(gzip(new byte[60_000_000]));
        assertEquals(413, bomb.statusCode(), bomb.body());
        assertEquals("body-too-large", new JsonObject(bomb.body()).getString("code"));
        HttpResponse<String> broken = positions("no gzip at all".getBytes(StandardCharsets.UTF_8));
        assertEquals(415, broken.statusCode(), broken.body());
        assertEquals(202, positions(packed).statusCode(), "the server is as it was");
    }

    private HttpResponse<String> positions(byte[] packed) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.api("/units/" + unitId + "/positions"))
                .header("Authorization", "Bearer " + crew.token())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private String refused(int status, byte[] file) {
        JsonObject problem = send(photo("bad-00001", file)).expect(status);
        return problem.getString("code");
    }

    private Heard send(JsonObject upload) {
        return crew.post("/assignments/" + assignmentId + "/photos", upload);
    }

    private static JsonObject photo(String id, byte[] file) {
        return new JsonObject().put("id", id).put("image", Base64.getEncoder().encodeToString(file));
    }

    private HttpResponse<byte[]> fetch(Caller reader, String photoId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.api("/photos/" + photoId));
        if (!reader.token().isEmpty()) {
            request.header("Authorization", "Bearer " + reader.token());
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private String otherUnit() {
        return desk.units().stream()
                .map(unit -> unit.getString("id"))
                .filter(id -> !id.equals(unitId))
                .findFirst()
                .orElseThrow();
    }

    private Heard report(JsonObject patient, int seq) {
        return crew.post("/assignments/" + assignmentId + "/patients", reportOf(patient, seq));
    }

    private JsonObject report(String card, String colour, int seq) {
        return reportOf(card(card, colour), seq);
    }

    private JsonObject reportOf(JsonObject patient, int seq) {
        return new JsonObject()
                .put("patient", patient)
                .put("deviceId", tablet)
                .put("seq", seq)
                .put("at", Instant.now().toString());
    }

    private Heard press(String status, int seq) {
        return crew.post(
                "/assignments/" + assignmentId + "/status",
                new JsonObject()
                        .put("status", status)
                        .put("deviceId", tablet)
                        .put("seq", seq)
                        .put("at", Instant.now().toString()));
    }

    private static JsonObject card(String id, String colour) {
        return new JsonObject().put("id", id).put("triage", colour);
    }

    /** As it is shown: what was not told is null. */
    private static JsonObject filled(JsonObject card) {
        JsonObject all = new JsonObject();
        for (String field : List.of("triage", "note", "id", "sex", "ageYears", "method")) {
            all.put(field, card.getValue(field));
        }
        JsonObject findings = new JsonObject();
        for (String field : List.of(
                "walks",
                "breathes",
                "breathesAfterAirway",
                "respirationsPerMin",
                "radialPulse",
                "capillaryRefillS",
                "obeysCommands",
                "respiratoryDistress",
                "majorBleedingControlled",
                "minorInjuriesOnly",
                "likelyToSurvive")) {
            findings.put(field, card.getJsonObject("findings").getValue(field));
        }
        return all.put("findings", findings);
    }

    private List<String> colours() {
        return Heard.all(desk.incident(incidentId), "patients").stream()
                .map(patient -> patient.getString("triage"))
                .toList();
    }

    private static String lastLine(JsonObject incident) {
        JsonArray timeline = incident.getJsonArray("timeline");
        return timeline.getJsonObject(timeline.size() - 1).getString("text");
    }
}
