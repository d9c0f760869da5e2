package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 2/7, 16:30, a motorbike and a lorry on QL4D at Km76+650, two injured, one of them red: from the call to the closure. */
@ExtendWith(Province.class)
class MainJobIT {

    /** Every milestone, once, in the order in which the story has them. */
    private static final List<String> TIMELINE = List.of(
            "INCIDENT_OPENED",
            "INCIDENT_REVISED",
            "UNIT_ASSIGNED",
            "ACKNOWLEDGED",
            "EN_ROUTE",
            "PRE_ARRIVAL_DECLINE",
            "DESTINATION_CHANGED",
            "PRE_ARRIVAL_ACCEPT",
            "ON_SCENE",
            "AT_PATIENT",
            "LEFT_SCENE",
            "AT_DESTINATION",
            "HANDED_OVER",
            "IN_SERVICE",
            "INCIDENT_CLOSED");

    private final ServerProcess server;
    private final Desk desk;

    MainJobIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @Test
    void a_motorbike_and_a_lorry_on_the_pass_two_injured_one_red() throws Exception {
        Map<String, Integer> heldBefore = held();
        try (LiveLine deskLine = LiveLine.of(desk)) {
            JsonObject alert = Caller.anybody(server)
                    .reports(Desk.alert("TRAFFIC_COLLISION", 2)
                            .put("roadKm", new JsonObject().put("road", "ql4d").put("km", 76.65))
                            .put("description", "xe máy và xe tải"))
                    .expect(201);
            String id = alert.getString("incidentId");
            theCallIsUnderstood(desk.incident(id));

            JsonObject seen = desk.triages(id, "RED", "YELLOW");
            assertEquals("P1", seen.getString("priority"));
            assertEquals(
                    new JsonArray().add("TRAUMA_SURGERY"),
                    seen.getJsonObject("needs").getJsonArray("services"));

            JsonObject recommended = desk.recommendation(id);
            theRecommendationExplainsItself(id, recommended);
            JsonObject best = Heard.all(recommended, "options").get(0);
            String unit = best.getString("unitId");
            String first = best.getString("hospitalId");
            Crew crew = Crew.of(server, unit);
            Ward ward = Ward.of(server, first);
            try (LiveLine crewLine = LiveLine.of(crew);
                    LiveLine wardLine = LiveLine.of(ward);
                    LiveLine strangerLine = LiveLine.of(Crew.of(server, anotherUnit(unit)))) {
                JsonObject assignment = desk.sends(id, best);
                String order = assignment.getString("id");
                assertEquals("FIRM", assignment.getJsonObject("hold").getString("state"));
                assertEquals(1, held().get(first) - heldBefore.get(first), "one bed is held at " + first);
                assertEquals(order, crew.order().getJsonObject("assignment").getString("id"));

                crew.presses(order, "ACKNOWLEDGED");
                crew.presses(order, "EN_ROUTE");
                DrawnWay.check(crew, order, "SCENE");
                DrawnWay.check(crew, order, "HOSPITAL");

                assertTrue(isIncoming(ward, order), "the ward sees who is on the way");
                ward.declines(order, "hết phòng mổ");
                assertFalse(isIncoming(ward, order));
                assertEquals(heldBefore.get(first), held().get(first), "the bed was given back");

                JsonObject other = desk.best(id);
                String second = other.getString("hospitalId");
                assertNotEquals(first, second);
                assertTrue(refusedFor(desk.recommendation(id), first).contains("DECLINED"));
                desk.diverts(order, second);
                Ward secondWard = Ward.of(server, second);
                assertTrue(isIncoming(secondWard, order));
                secondWard.accepts(order);
                assertEquals(
                        "CONFIRMED",
                        desk.get("/assignments/" + order)
                                .expect(200)
                                .getJsonObject("hold")
                                .getString("state"));

                for (String status : List.of("ON_SCENE", "AT_PATIENT", "LEFT_SCENE", "AT_DESTINATION")) {
                    crew.presses(order, status);
                }
                crew.presses(order, "HANDED_OVER");
                assertEquals("AT_HOSPITAL", desk.unit(unit).getString("status"));
                crew.presses(order, "IN_SERVICE");
                assertEquals("AVAILABLE", desk.unit(unit).getString("status"));
                assertNull(crew.order());

                JsonObject closed = desk.closes(id);
                theTimelineIsComplete(closed);
                assertEquals(
                        "CLOSED",
                        Caller.anybody(server)
                                .get("/track/" + alert.getString("trackingCode"))
                                .expect(200)
                                .getString("state"));
                assertEquals(heldBefore, held(), "no bed is promised to anybody any more");

                Told.everythingOnce(deskLine, id, closed.getLong("version"));
                Told.onlyOf(crewLine, Set.of(id, unit));
                Told.onlyOf(wardLine, Set.of(id, first));
                assertEquals(List.of(), strangerLine.changes(), "a crew that has no part in it hears nothing");
            }
        }
    }

    private static void theCallIsUnderstood(JsonObject incident) {
        JsonObject located = incident.getJsonObject("place").getJsonObject("located");
        assertEquals("QL4D Km76+650, Bình Lư", located.getString("label"));
        assertEquals(new JsonArray(), incident.getJsonObject("place").getJsonArray("flags"));
        assertEquals("P2", incident.getString("priority"), "before anybody has seen the patients");
    }

    private void theRecommendationExplainsItself(String id, JsonObject recommended) {
        assertEquals("ROAD", recommended.getString("basis"));
        List<JsonObject> options = Heard.all(recommended, "options");
        JsonObject best = options.get(0);
        assertTrue(best.getInteger("travelS") > 0, best::encode);
        assertEquals(best.getInteger("etaS"), best.getInteger("turnoutS") + best.getInteger("travelS"));
        assertEquals(
                best.getInteger("timeToCareS"),
                best.getInteger("etaS") + best.getInteger("onSceneS") + best.getInteger("transportS"));
        assertTrue(best.getInteger("travelP90S") > best.getInteger("travelS"), best::encode);
        assertTrue(best.getInteger("timeToCareP90S") > best.getInteger("timeToCareS"), best::encode);
        assertTrue(
                best.getInteger("timeToCareP90S") - best.getInteger("timeToCareS")
                        < best.getInteger("travelP90S")
                                - best.getInteger("travelS")
                                + best.getInteger("transportP90S")
                                - best.getInteger("transportS"),
                best::encode);
        List<Integer> times =
                options.stream().map(option -> option.getInteger("timeToCareS")).toList();
        assertEquals(times.stream().sorted().toList(), times, "best first");

        JsonObject inEnglish = desk.inEnglish()
                .get("/incidents/" + id + "/recommendation?limit=50")
                .expect(200);
        JsonArray vi = best.getJsonArray("reasons");
        JsonArray en = Heard.all(inEnglish, "options").get(0).getJsonArray("reasons");
        assertTrue(vi.encode().contains("phút"), vi::encode);
        assertTrue(en.encode().contains("turnout"), en::encode);
        assertEquals(vi.size(), en.size());
        everyoneIsNamedOrRefused(recommended, options);
        everyoneIsNamedOrRefused(inEnglish, Heard.all(inEnglish, "options"));
    }

    private void everyoneIsNamedOrRefused(JsonObject recommended, List<JsonObject> options) {
        List<JsonObject> refusals = Heard.all(recommended, "refusals");
        refusals.forEach(refusal -> assertFalse(refusal.getString("text").isBlank(), refusal::encode));
        assertEquals(ids(desk.units(), "id"), union(ids(options, "unitId"), ids(refusals, "unitId")));
        assertEquals(ids(desk.hospitals(), "id"), union(ids(options, "hospitalId"), ids(refusals, "hospitalId")));
    }

    private void theTimelineIsComplete(JsonObject incident) {
        List<JsonObject> timeline = Heard.all(incident, "timeline");
        assertEquals(
                TIMELINE,
                timeline.stream().map(entry -> entry.getString("type")).toList());
        assertEquals(
                LongStream.rangeClosed(1, TIMELINE.size()).boxed().toList(),
                timeline.stream().map(entry -> entry.getLong("seq")).toList());
        timeline.forEach(entry -> assertFalse(entry.getString("text").isBlank(), entry::encode));
        JsonObject milestones = Heard.all(incident, "assignments").get(0).getJsonObject("milestones");
        for (String name : milestones.fieldNames()) {
            assertEquals("cancelled".equals(name), milestones.getValue(name) == null, name);
        }
    }

    private String anotherUnit(String than) {
        return ids(desk.units(), "id").stream()
                .filter(id -> !id.equals(than))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static boolean isIncoming(Ward ward, String assignmentId) {
        return ward.incoming().stream()
                .anyMatch(notice ->
                        assignmentId.equals(notice.getString("assignmentId")) && !"DECLINE".equals(answer(notice)));
    }

    private static String answer(JsonObject notice) {
        JsonObject answer = notice.getJsonObject("preArrival");
        return answer == null ? "" : answer.getString("answer");
    }

    private static List<String> refusedFor(JsonObject recommended, String hospitalId) {
        return Heard.all(recommended, "refusals").stream()
                .filter(refusal -> hospitalId.equals(refusal.getString("hospitalId")))
                .map(refusal -> refusal.getString("code"))
                .toList();
    }

    /** How many beds each hospital holds for patients on the way. */
    private Map<String, Integer> held() {
        Map<String, Integer> held = new HashMap<>();
        for (JsonObject hospital : desk.hospitals()) {
            JsonObject beds = hospital.getJsonObject("beds");
            int sum = beds.fieldNames().stream()
                    .mapToInt(kind -> beds.getJsonObject(kind).getInteger("held"))
                    .sum();
            held.put(hospital.getString("id"), sum);
        }
        return held;
    }

    private static Set<String> ids(List<JsonObject> rows, String name) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getString(name)));
        ids.remove(null);
        return ids;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
