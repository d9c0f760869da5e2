package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A patient in Tân Uyên must be ventilated, which only greater houses can: asked, declined, asked again, fetched, handed over. */
@ExtendWith(Province.class)
class TransferIT {

    private static final String FROM = "TTYT08";

    private final ServerProcess server;
    private final Desk desk;
    private final Ward from;

    TransferIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
        this.from = Ward.of(server, FROM);
    }

    @Test
    void acceptance_first_then_a_unit_and_either_house_sees_it_and_no_other() throws Exception {
        List<JsonObject> can = receivers().stream()
                .filter(each -> each.getJsonArray("refusals").isEmpty())
                .toList();
        assertTrue(can.size() >= 2, can::toString);
        List<Integer> drives =
                can.stream().map(each -> each.getInteger("driveS")).toList();
        assertEquals(drives.stream().sorted().toList(), drives, "the nearest first");
        String first = can.get(0).getString("hospitalId");
        String second = can.get(1).getString("hospitalId");
        Ward firstWard = Ward.of(server, first);
        Ward secondWard = Ward.of(server, second);

        try (LiveLine firstLine = LiveLine.of(firstWard);
                LiveLine strangerLine = LiveLine.of(Ward.of(server, "TTYT01"))) {
            String id = asks(first).getString("id");
            firstLine.await("that it is asked", message -> message.encode().contains(id));
            assertEquals("ASKED", only(incoming(firstWard, first), id).getString("state"));
            JsonObject incident = desk.incident(id);
            assertEquals("P1", incident.getString("priority"));
            assertEquals("ICU", incident.getJsonObject("needs").getString("bed"));
            assertEquals(List.of(), Heard.all(incident, "possibleDuplicates"), "it is no report of anything else");

            nobodyMayDriveYet(id, first);

            answers(firstWard, first, id, "DECLINE", "hết máy thở").expect(200);
            assertEquals(List.of(), incoming(firstWard, first), "whoever declined does not see the patient any more");
            assertEquals("DECLINED", outgoing(id).getString("state"));
            int heldThere = held(first);
            answers(firstWard, first, id, "ACCEPT", null).expect(200);
            assertEquals(
                    "ACCEPTED", only(incoming(firstWard, first), id).getString("state"), "it thought better of it");
            assertEquals("ICU", outgoing(id).getString("kept"));
            assertEquals(heldThere + 1, held(first));
            answers(firstWard, first, id, "DECLINE", "hết máy thở").expect(200);
            assertNull(outgoing(id).getString("kept"));
            assertEquals(heldThere, held(first), "whoever declines keeps no bed");
            assertEquals(List.of(), incoming(firstWard, first));
            assertEquals("hết máy thở", outgoing(id).getString("condition"));
            from.put(
                            "/hospitals/" + FROM + "/transfers/" + id + "/receiver",
                            new JsonObject().put("toHospitalId", second))
                    .expect(200);
            assertEquals(new JsonArray().add(first), outgoing(id).getJsonArray("declinedBy"));
            assertEquals(422, answers(secondWard, second, id, "ACCEPT_IF", null).status(), "a condition says which");
            answers(secondWard, second, id, "ACCEPT_IF", "có bác sĩ đi kèm").expect(200);
            assertEquals("có bác sĩ đi kèm", outgoing(id).getString("condition"));

            theRestIsAsAlways(id, second);
            assertFalse(strangerLine.changes().stream()
                    .anyMatch(each -> each.encode().contains(id)));
        }
    }

    /** Neither by the recommendation nor by hand; with a reason all the same. */
    private void nobodyMayDriveYet(String id, String asked) {
        JsonObject recommended = desk.recommendation(id);
        assertTrue(
                Heard.all(recommended, "options").stream().allMatch(each -> each.getString("hospitalId") == null),
                recommended::encode);
        assertTrue(
                Heard.all(recommended, "refusals").stream()
                        .anyMatch(no -> asked.equals(no.getString("hospitalId"))
                                && no.getString("code").equals("NOT_ACCEPTED")),
                recommended::encode);
        String unit = freeUnit();
        for (String to : new String[] {asked, null}) {
            JsonObject no = desk.triesToSend(id, unit, to).expect(409);
            assertEquals("transfer-not-accepted", no.getString("code"));
            assertTrue(no.getString("detail").contains("chưa nhận ca chuyển viện"), no::encode);
        }
        JsonObject sent = desk.post(
                        "/incidents/" + id + "/assignments",
                        new JsonObject()
                                .put("unitId", unit)
                                .put("hospitalId", asked)
                                .put("overrideReason", "giám đốc đã nhận qua điện thoại"))
                .expect(201);
        assertEquals(
                "transfer-under-way",
                from.put(
                                "/hospitals/" + FROM + "/transfers/" + id + "/receiver",
                                new JsonObject().put("toHospitalId", "BV05"))
                        .expect(409)
                        .getString("code"));
        desk.standsDown(sent.getString("id"));
    }

    /** Recommended only where it was accepted; the bed held, the notice given, the patient handed over. */
    private void theRestIsAsAlways(String id, String to) {
        JsonObject best = desk.best(id);
        assertEquals(to, best.getString("hospitalId"));
        int before = held(to) - 1;
        assertEquals("ICU", outgoing(id).getString("kept"));
        String order = desk.sends(id, best).getString("id");
        assertEquals(before + 1, held(to), "the bed that was kept is the unit's now");
        assertNull(outgoing(id).getString("kept"));
        JsonObject ride = outgoing(id).getJsonObject("ride");
        assertEquals(order, ride.getString("assignmentId"));
        assertTrue(ride.getInteger("fetchedInS") <= ride.getInteger("arrivesInS"), ride::encode);
        Ward ward = Ward.of(server, to);
        assertTrue(ward.incoming().stream()
                .anyMatch(each -> each.getString("assignmentId").equals(order)));
        ward.accepts(order);
        Crew crew = Crew.of(server, best.getString("unitId"));
        for (String status : List.of(
                "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "AT_PATIENT", "LEFT_SCENE", "AT_DESTINATION", "HANDED_OVER")) {
            crew.presses(order, status);
        }
        assertEquals("HANDED_OVER", outgoing(id).getJsonObject("ride").getString("status"));
        assertEquals(before, held(to), "it is occupied, and promised to nobody any more");
        crew.presses(order, "IN_SERVICE");
        List<String> told = Heard.all(desk.closes(id), "timeline").stream()
                .map(entry -> entry.getString("type"))
                .filter(type -> type.startsWith("TRANSFER"))
                .toList();
        assertEquals(
                List.of(
                        "TRANSFER_ASKED",
                        "TRANSFER_DECLINE",
                        "TRANSFER_ACCEPT_WITH_BED",
                        "TRANSFER_DECLINE",
                        "TRANSFER_ASKED_AGAIN",
                        "TRANSFER_ACCEPT_IF_WITH_BED"),
                told);
        assertEquals("CLOSED", outgoing(id).getString("status"));
    }

    @Test
    void sent_twice_it_is_one_and_what_is_wrong_is_said() {
        String key = UUID.randomUUID().toString();
        JsonObject once = from.post("/hospitals/" + FROM + "/transfers", wish("BV01"), "Idempotency-Key", key)
                .expect(201);
        JsonObject again = from.post("/hospitals/" + FROM + "/transfers", wish("BV01"), "Idempotency-Key", key)
                .expect(201);
        assertEquals(once.getString("id"), again.getString("id"));
        assertNull(once.getJsonObject("ride"));
        assertEquals("Lò Thị Mai", once.getJsonObject("paper").getString("patientName"));

        assertEquals(
                409,
                from.post("/hospitals/" + FROM + "/transfers", wish("BV05"), "Idempotency-Key", key)
                        .status());
        assertEquals("transfer-to-itself", refused(FROM, wish(FROM), 422));
        assertEquals("hospital-unknown", refused(FROM, wish("BV99"), 404));
        assertEquals("forbidden", refused("BV01", wish("BV05"), 403));
        Ward other = Ward.of(server, "TTYT01");
        String id = once.getString("id");
        assertEquals(
                "transfer-unknown",
                answers(other, "TTYT01", id, "ACCEPT", null).expect(404).getString("code"));
        assertEquals(403, other.get("/hospitals/" + FROM + "/transfers").status());
        assertEquals(List.of(), incoming(other, "TTYT01"));
        assertEquals(
                400,
                from.get("/hospitals/" + FROM + "/transfers/receivers?bed=ICU&services=MAGIC")
                        .status());
        desk.closes(id);
        assertEquals(
                "incident-not-open",
                answers(Ward.of(server, "BV01"), "BV01", id, "ACCEPT", null)
                        .expect(409)
                        .getString("code"));
    }

    @Test
    void the_last_bed_is_kept_for_whom_it_was_promised_to() {
        String to = "BV05";
        Ward ward = Ward.of(server, to);
        int before = held(to);
        ward.has(before + 1, "ICU");

        String promised = asks(to).getString("id");
        assertEquals(
                "ICU", answers(ward, to, promised, "ACCEPT", null).expect(200).getString("kept"));
        String next = asks(to).getString("id");
        JsonObject second = answers(ward, to, next, "ACCEPT", null).expect(200);
        assertEquals("ACCEPTED", second.getString("state"), "its word counts, though no bed is left to keep");
        assertNull(second.getString("kept"));
        assertEquals(before + 1, held(to));

        JsonObject best = desk.best(promised);
        assertEquals(to, best.getString("hospitalId"), "its own bed is free for it");
        assertEquals(
                "no-bed",
                desk.triesToSend(next, best.getString("unitId"), to).expect(409).getString("code"));
        answers(ward, to, promised, "ACCEPT_IF", "gọi trước 10 phút").expect(200);
        assertEquals(before + 1, held(to), "a second yes keeps the same bed");
        desk.closes(promised);
        assertEquals(before, held(to), "nobody comes: it is anybody's");
        JsonObject sent =
                desk.triesToSend(next, desk.best(next).getString("unitId"), to).expect(201);
        assertEquals(before + 1, held(to));
        desk.standsDown(sent.getString("id"));
        assertEquals(
                "ICU", outgoing(next).getString("kept"), "its unit is stood down, and the patient still to be fetched");
        assertEquals(before + 1, held(to));
        desk.closes(next);
        assertEquals(before, held(to));
    }

    private String refused(String hospital, JsonObject wish, int status) {
        return from.post("/hospitals/" + hospital + "/transfers", wish)
                .expect(status)
                .getString("code");
    }

    private static JsonObject wish(String to) {
        return new JsonObject()
                .put("toHospitalId", to)
                .put(
                        "patient",
                        new JsonObject()
                                .put("triage", "RED")
                                .put("ageYears", 61)
                                .put("note", "suy hô hấp"))
                .put("bed", "ICU")
                .put("services", new JsonArray().add("VENTILATOR"))
                .put("paper", new JsonObject().put("patientName", "Lò Thị Mai").put("birthYear", 1965));
    }

    private JsonObject asks(String to) {
        return from.post("/hospitals/" + FROM + "/transfers", wish(to)).expect(201);
    }

    private static Heard answers(Ward ward, String hospital, String id, String answer, String reason) {
        return ward.post(
                "/hospitals/" + hospital + "/transfers/" + id + "/answer",
                new JsonObject().put("answer", answer).put("reason", reason));
    }

    private List<JsonObject> receivers() {
        JsonObject list = from.get("/hospitals/" + FROM + "/transfers/receivers?bed=ICU&services=VENTILATOR")
                .expect(200);
        return Heard.all(list, "receivers");
    }

    private static List<JsonObject> incoming(Ward ward, String hospital) {
        return Heard.all(ward.get("/hospitals/" + hospital + "/transfers").expect(200), "incoming");
    }

    private JsonObject outgoing(String id) {
        return only(Heard.all(from.get("/hospitals/" + FROM + "/transfers").expect(200), "outgoing"), id);
    }

    private static JsonObject only(List<JsonObject> transfers, String id) {
        return transfers.stream()
                .filter(each -> each.getString("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + transfers));
    }

    private String freeUnit() {
        return desk.units().stream()
                .filter(unit -> unit.getString("status").equals("AVAILABLE"))
                .map(unit -> unit.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private int held(String hospital) {
        return desk.hospital(hospital)
                .getJsonObject("beds")
                .getJsonObject("ICU")
                .getInteger("held");
    }
}
