package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What if another pair went? Asked over the real roads, and weighed as the options are. */
@ExtendWith(Province.class)
class WhatIfIT {

    private final ServerProcess server;
    private final Desk desk;
    private String id = "";

    WhatIfIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @BeforeEach
    void an_alert() {
        id = desk.hears("QL4D", 76.65, 1).getString("incidentId");
    }

    @AfterEach
    void it_is_over() {
        desk.closes(id);
    }

    @Test
    void every_option_weighed_alone_is_what_it_was_among_the_others() {
        List<JsonObject> options = Heard.all(desk.recommendation(id), "options");
        assertTrue(options.size() > 3, options.toString());
        long best = options.get(0).getLong("timeToCareS");
        for (JsonObject option : options) {
            JsonObject weighed = weighs(option.getString("unitId"), option.getString("hospitalId"));
            for (String part : List.of("turnoutS", "travelS", "onSceneS", "transportS", "timeToCareS", "doubtS")) {
                assertEquals(
                        option.getLong(part), weighed.getJsonObject("option").getLong(part), part);
            }
            assertEquals(option.getLong("timeToCareS") - best, weighed.getLong("slowerS"));
            assertEquals(List.of(), Heard.all(weighed, "refusals"));
        }
    }

    @Test
    void a_pair_against_the_rules_is_weighed_all_the_same_and_says_every_one_of_them() {
        JsonObject option = desk.best(id);
        String unit = option.getString("unitId");
        String hospital = option.getString("hospitalId");
        String other = desk.hears("QL32", 371.4, 1).getString("incidentId");
        String assignment = desk.triesToSend(other, unit, null).expect(201).getString("id");
        String landslide = desk.closesRoad("QL4D", 77, 78, "sạt lở");
        try {
            JsonObject weighed = weighs(unit, hospital);
            List<String> codes = Heard.all(weighed, "refusals").stream()
                    .map(refusal -> refusal.getString("code"))
                    .toList();
            assertTrue(codes.contains("BUSY"), weighed::encode);
            assertFalse(Heard.all(weighed, "refusals").get(0).getString("text").isBlank(), weighed::encode);
            assertFalse(weighed.getJsonObject("best").getString("unitId").equals(unit), weighed::encode);
        } finally {
            desk.opensRoad(landslide);
            desk.standsDown(assignment);
            desk.closes(other);
        }
    }

    @Test
    void without_a_road_there_is_no_figure_and_the_reason() {
        JsonObject option = desk.best(id);
        String unit = option.getString("unitId");
        String hospital = option.getString("hospitalId");
        String here = desk.closesRoad("QL4D", 75, 76, "sạt lở");
        String there = desk.closesRoad("QL4D", 77, 78, "sạt lở");
        try {
            JsonObject weighed = weighs(unit, hospital);
            assertNull(weighed.getJsonObject("option"), weighed::encode);
            assertNull(weighed.getLong("slowerS"), weighed::encode);
            assertTrue(
                    Heard.all(weighed, "refusals").stream()
                            .anyMatch(refusal -> refusal.getString("code").equals("CUT_OFF")),
                    weighed::encode);
        } finally {
            desk.opensRoad(here);
            desk.opensRoad(there);
        }
    }

    @Test
    void what_is_asked_wrongly_is_refused_by_name() {
        String path = "/incidents/" + id + "/recommendation/pair";
        assertEquals("request-invalid", desk.get(path).code());
        assertEquals("unit-unknown", desk.get(path + "?unitId=XX").code());
        assertEquals(
                "hospital-unknown",
                desk.get(path + "?unitId=LC-01&hospitalId=XX").code());
        assertEquals(
                "incident-unknown",
                desk.get("/incidents/nonsense/recommendation/pair?unitId=LC-01").code());
        assertEquals(
                "forbidden",
                Crew.of(server, "LC-01").get(path + "?unitId=LC-01").code());
    }

    private JsonObject weighs(String unitId, String hospitalId) {
        return desk.get("/incidents/" + id + "/recommendation/pair?unitId=" + unitId + "&hospitalId=" + hospitalId)
                .expect(200);
    }
}
