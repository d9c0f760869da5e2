package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accidents with many hurt, out of maps/laichau/accidents, over real HTTP: planned, sent ride by ride, planned again. */
@ExtendWith(Province.class)
final class ManyHurtIT {

    private static final Map<String, String> BED_OF =
            Map.of("RED", "TRAUMA", "YELLOW", "EMERGENCY", "GREEN", "EMERGENCY");

    private final Desk desk;
    private final ServerProcess server;

    ManyHurtIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    /** Three hurt, two of them red: both to surgeons though a house without any is at the roadside, and nobody waits. */
    @Test
    void binh_lu_2018() throws Exception {
        JsonObject accident = accident("binh-lu-2018.json");
        String id = happens(accident);
        long version = desk.incident(id).getLong("version");

        JsonObject plan = plan(id);
        check(accident, plan);
        List<JsonObject> rides = Heard.all(plan, "rides");
        assertEquals(
                3,
                rides.stream()
                        .mapToInt(ride -> ride.getJsonArray("patients").size())
                        .sum());
        assertEquals(List.of(), Heard.all(plan, "waiting"));
        assertTrue(plan.getBoolean("proved"), plan::encode);
        for (JsonObject ride : rides) {
            if (ride.getJsonArray("carries").contains("RED")) {
                String text = ride.getJsonArray("reasons").encode();
                assertTrue(text.contains("Trung tâm Y tế Tam Đường gần hơn"), text);
                assertTrue(text.contains("không có phẫu thuật chấn thương"), text);
            }
        }
        assertEquals(version, desk.incident(id).getLong("version"), "a plan writes nothing");

        List<String> sent = sendsAll(id, plan);
        for (int i = 0; i < sent.size(); i++) {
            JsonObject notice = notice(rides.get(i).getString("hospitalId"), sent.get(i));
            assertEquals(
                    rides.get(i).getJsonArray("carries").size(),
                    notice.getJsonArray("patients").size(),
                    "the ward is told of those who come, and of nobody else: " + notice.encode());
        }
        assertEquals(List.of(), Heard.all(plan(id), "rides"), "all are on their way");
        isOver(id, sent);
    }

    /** Thirty-six over sixteen units and twelve houses: no bed twice, nobody unnamed, and again after every order. */
    @Test
    void a_coach_of_forty() throws Exception {
        JsonObject accident = accident("coach-40.json");
        String id = happens(accident);
        JsonObject plan = plan(id);
        check(accident, plan);
        System.out.printf(
                "coach of forty: %d rides, %d waiting, proved %s, above bound %.4f, by hand %+.1f %%, %.0f ms%n",
                plan.getJsonArray("rides").size(),
                plan.getJsonArray("waiting").size(),
                plan.getBoolean("proved"),
                plan.getDouble("aboveBound"),
                100 * plan.getDouble("worseByHand"),
                plan.getDouble("computedInMs"));
        assertTrue(plan.getDouble("aboveBound") < 0.02, plan::encode);
        assertTrue(plan.getDouble("worseByHand") >= 0, plan::encode);

        JsonObject first = Heard.all(plan, "rides").stream()
                .filter(ride -> ride.getBoolean("now"))
                .findFirst()
                .orElseThrow();
        String order = sends(id, first);
        JsonObject again = plan(id);
        assertEquals(
                waitingIn(plan) - first.getJsonArray("patients").size(),
                waitingIn(again),
                "who is on the way needs no other unit");
        assertTrue(Heard.all(again, "rides").stream()
                .filter(ride -> ride.getString("unitId").equals(first.getString("unitId")))
                .noneMatch(ride -> ride.getBoolean("now")));

        Ward.of(server, first.getString("hospitalId")).declines(order, "hết phòng mổ");
        assertTrue(
                Heard.all(plan(id), "rides").stream()
                        .noneMatch(ride -> ride.getString("hospitalId").equals(first.getString("hospitalId"))),
                "a house that declined is not asked again");
        isOver(id, List.of(order));
    }

    @Test
    void a_ride_is_for_patients_that_may_ride() {
        String id = desk.hears("QL4D", 21.0, 2).getString("incidentId");
        String unit = Heard.all(plan(id), "rides").get(0).getString("unitId");
        desk.post(
                        "/incidents/" + id + "/assignments",
                        new JsonObject().put("unitId", unit).put("carries", new JsonArray().add("BLACK")))
                .expect(400);
        isOver(id, List.of());
    }

    private static JsonObject accident(String file) throws java.io.IOException {
        return new JsonObject(Files.readString(
                ServerProcess.home().resolve("maps/laichau/accidents").resolve(file)));
    }

    private String happens(JsonObject accident) {
        String id =
                desk.reports(accident.getJsonObject("alert").copy()).expect(201).getString("incidentId");
        desk.triages(
                id,
                Heard.all(accident, "patients").stream()
                        .map(patient -> patient.getString("triage"))
                        .toArray(String[]::new));
        return id;
    }

    private JsonObject plan(String id) {
        return desk.post("/incidents/" + id + "/plan", new JsonObject()).expect(200);
    }

    private static int waitingIn(JsonObject plan) {
        return Heard.all(plan, "rides").stream()
                        .mapToInt(ride -> ride.getJsonArray("patients").size())
                        .sum()
                + (int) Heard.all(plan, "waiting").stream()
                        .filter(left -> !"BEYOND_HELP".equals(left.getString("code")))
                        .count();
    }

    private List<String> sendsAll(String id, JsonObject plan) {
        return Heard.all(plan, "rides").stream()
                .filter(ride -> ride.getBoolean("now"))
                .map(ride -> sends(id, ride))
                .toList();
    }

    private String sends(String id, JsonObject ride) {
        return desk.post(
                        "/incidents/" + id + "/assignments",
                        new JsonObject()
                                .put("unitId", ride.getString("unitId"))
                                .put("hospitalId", ride.getString("hospitalId"))
                                .put("carries", ride.getJsonArray("carries")))
                .expect(201)
                .getString("id");
    }

    private JsonObject notice(String hospital, String assignment) {
        return Ward.of(server, hospital).incoming().stream()
                .filter(each -> assignment.equals(each.getString("assignmentId")))
                .findFirst()
                .orElseThrow();
    }

    private void isOver(String id, List<String> sent) {
        sent.forEach(desk::standsDown);
        desk.closes(id);
    }

    /** Everybody once, nobody where there is no bed for him, and every sentence said. */
    private void check(JsonObject accident, JsonObject plan) {
        List<Integer> named = new ArrayList<>();
        Map<String, Map<String, Integer>> taken = new HashMap<>();
        for (JsonObject ride : Heard.all(plan, "rides")) {
            for (JsonObject patient : Heard.all(ride, "patients")) {
                named.add(patient.getInteger("number"));
                taken.computeIfAbsent(ride.getString("hospitalId"), hospital -> new HashMap<>())
                        .merge(BED_OF.get(patient.getString("triage")), 1, Integer::sum);
            }
            long lying = ride.getJsonArray("carries").stream()
                    .filter(colour -> !"GREEN".equals(colour))
                    .count();
            assertTrue(lying <= 1 && ride.getJsonArray("carries").size() <= 3, ride::encode);
            assertTrue(ride.getInteger("atSceneS") < ride.getInteger("leavesS"), ride::encode);
            assertTrue(ride.getInteger("leavesS") <= ride.getInteger("inCareS"), ride::encode);
            assertFalse(ride.getJsonArray("reasons").isEmpty(), ride::encode);
        }
        for (JsonObject left : Heard.all(plan, "waiting")) {
            named.add(left.getInteger("number"));
            assertFalse(left.getString("text").isBlank(), left::encode);
        }
        int patients = accident.getJsonArray("patients").size();
        assertEquals(
                IntStream.rangeClosed(1, patients).boxed().toList(),
                named.stream().sorted().toList());
        taken.forEach((hospital, beds) -> {
            JsonObject board = desk.hospital(hospital).getJsonObject("beds");
            beds.forEach((kind, count) -> {
                JsonObject free = board.getJsonObject(kind);
                assertTrue(free == null || count <= free.getInteger("free"), hospital + " " + kind + " " + count);
            });
        });
        assertEquals(
                desk.hospitals().stream()
                        .map(row -> row.getString("id"))
                        .sorted()
                        .toList(),
                Stream.concat(Heard.all(plan, "rides").stream(), Heard.all(plan, "refusals").stream())
                        .map(row -> row.getString("hospitalId"))
                        .filter(each -> each != null)
                        .distinct()
                        .sorted()
                        .toList(),
                "every house takes part or has its reason");
    }
}
