package rescue.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said of a road besides "closed", when it holds, and what is refused, over HTTP. */
@ExtendWith(Province.class)
class RoadConditionsIT {

    /** On a busy machine; between nodes it is milliseconds, a timer is as exact. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ServerProcess server;
    private final Desk desk;

    RoadConditionsIT(ServerProcess server) {
        this.server = server;
        this.desk = Desk.of(server);
    }

    @AfterEach
    void open_what_is_left() {
        standing().forEach(closure -> desk.opensRoad(closure.getString("id")));
    }

    /** As the police sent the traffic on 20 May 2025, when a landslide cut QL4D at Km25+300 in Lản Nhì Thàng. */
    @Test
    void the_landslide_of_20_may_2025_sends_the_ambulance_from_lai_chau_to_pa_so_by_dt130() {
        String id = desk.hearsFrom(22.5434, 103.2875, 1).getString("incidentId");
        JsonObject fromTheCity = Heard.all(desk.recommendation(id), "options").stream()
                .filter(option -> option.getString("callSign").startsWith("Lai Châu"))
                .findFirst()
                .orElseThrow();
        String order = desk.sends(id, fromTheCity).getString("id");
        Crew crew = Crew.of(server, fromTheCity.getString("unitId"));
        JsonObject usual = crew.wayTo(order, "SCENE");
        assertTrue(passes(usual, 22.4204, 103.4201), "by QL4D over Km25+300: " + usual.encode());

        JsonObject slide = desk.closesRoad(at("QL4D", 25.3, 25.3));
        JsonObject around = crew.wayTo(order, "SCENE");
        assertFalse(passes(around, 22.4204, 103.4201), around::encode);
        assertTrue(around.encode().contains("ĐT130"), around::encode);
        assertEquals(slide.getString("id"), Heard.all(around, "avoids").get(0).getString("roadClosureId"));

        desk.opensRoad(slide.getString("id"));
        JsonObject again = crew.wayTo(order, "SCENE");
        assertEquals(usual.getJsonObject("geometry"), again.getJsonObject("geometry"));
        assertEquals(usual.getInteger("timeS"), again.getInteger("timeS"));
        desk.standsDown(order);
        desk.closes(id);
    }

    @Test
    void entering_one_says_at_once_what_it_did() {
        JsonObject slide = desk.closesRoad(at("QL4D", 60, 61));
        assertEquals("MATCHED", slide.getString("match"));
        assertEquals(1000, slide.getInteger("closedM"), 100);
        assertTrue(slide.getInteger("edges") >= 1);
        assertEquals("MultiLineString", slide.getJsonObject("line").getString("type"));
        assertEquals(new JsonArray(), slide.getJsonArray("alreadyClosedBy"));

        JsonObject same = desk.closesRoad(at("QL4D", 60.2, 60.4));
        assertEquals(new JsonArray().add(slide.getString("id")), same.getJsonArray("alreadyClosedBy"));
        assertEquals(new JsonArray(), same.getJsonArray("contradicts"));
        JsonObject lane =
                desk.closesRoad(at("QL4D", 60.5, 61.5).put("effect", "ONE_LANE").put("delayS", 120));
        assertEquals(new JsonArray(), lane.getJsonArray("alreadyClosedBy"), "only half of it is closed");
        assertEquals(new JsonArray().add(slide.getString("id")), lane.getJsonArray("contradicts"));
        assertTrue(lane.getLong("roadsVersion") > slide.getLong("roadsVersion"));

        desk.opensRoad(slide.getString("id"));
        assertEquals(
                List.of(lane.getString("id"), same.getString("id")),
                standing().stream().map(closure -> closure.getString("id")).toList(),
                "lifting one leaves the others, newest first");
    }

    @Test
    void a_decision_can_be_replayed_with_the_road_closures_of_its_roads_version() {
        JsonObject slide = desk.closesRoad(at("QL32", 380, 381));
        String id = desk.hears("QL4D", 44.4, 1).getString("incidentId");
        long decidedOn = desk.recommendation(id).getLong("roadsVersion");
        desk.opensRoad(slide.getString("id"));
        desk.closesRoad(at("QL12", 40, 41));

        JsonObject then = desk.get("/road-closures?version=" + decidedOn).expect(200);
        assertEquals(decidedOn, then.getLong("roadsVersion"));
        assertEquals(List.of(slide.getString("id")), ids(then));
        assertEquals(404, desk.get("/road-closures?version=999999999").status());
        desk.closes(id);
    }

    @Test
    void it_ends_at_its_end_and_not_seconds_later() {
        Instant until = Instant.now().plusSeconds(3);
        long version = desk.closesRoad(at("QL4D", 60, 61).put("until", until.toString()))
                .getLong("roadsVersion");
        waitFor(() -> roads().getLong("roadsVersion") > version);
        assertFalse(Instant.now().isBefore(until), "not before");
        assertEquals(List.of(), ids(roads()));
    }

    @Test
    void what_is_to_come_is_listed_and_not_in_force() {
        desk.closesRoad(
                at("QL4D", 60, 61).put("from", Instant.now().plusSeconds(86_400).toString()));
        assertEquals(false, standing().get(0).getBoolean("inForce"));
        JsonObject rain = desk.closesRoad(new JsonObject()
                .put("roadClasses", new JsonArray().add("SECONDARY"))
                .put("effect", "SLOW")
                .put("factor", 1.3)
                .put("season", new JsonObject().put("first", "01-01").put("last", "12-31"))
                .put("reason", "mưa"));
        assertTrue(standing().get(0).getBoolean("inForce"));
        assertEquals("mọi đường: tỉnh lộ", rain.getString("label"));
        assertNull(rain.getJsonObject("line"), "a whole class of roads is not drawn");
    }

    @Test
    void a_node_beside_this_one_hears_of_it_at_once_and_counts_the_same_versions() throws Exception {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(Province.arguments()),
                        java.util.stream.Stream.of("--pg-uri", server.pgUri()))
                .toArray(String[]::new);
        try (ServerProcess other = new ServerProcess(Province.folder("second-node"), arguments)) {
            other.start();
            Desk there = Desk.of(other);
            JsonObject slide = desk.closesRoad(at("QL4D", 60, 61));
            long version = slide.getLong("roadsVersion");
            waitFor(() -> there.get("/road-closures").expect(200).getLong("roadsVersion") == version);
            there.opensRoad(slide.getString("id"));
            long open = there.get("/road-closures").expect(200).getLong("roadsVersion");
            waitFor(() -> roads().getLong("roadsVersion") == open);
            assertEquals(List.of(), standing());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nowhere at all             | {}                                                             | extent-missing        |
            in two ways                | {"road":"QL4D","fromKm":1,"point":{"lat":22.3,"lon":103.4}}    | extent-missing        |
            a road without a post      | {"road":"QL4D"}                                                | extent-missing        | /fromKm
            backwards                  | {"road":"QL4D","fromKm":62,"toKm":60}                          | km-backwards          | /toKm
            an unknown road            | {"road":"QL44D","fromKm":1,"toKm":2}                           | road-unknown          | /road
            beyond the end             | {"road":"QL4D","fromKm":900,"toKm":901}                        | km-beyond-end         | /toKm
            an absurd kilometre        | {"road":"QL4D","fromKm":1e300}                                 | request-invalid       | /fromKm
            a negative kilometre       | {"road":"QL4D","fromKm":-1}                                    | request-invalid       | /fromKm
            no number                  | {"road":"QL4D","fromKm":NaN}                                   | json-broken           |
            a point in Munich          | {"point":{"lat":48.1,"lon":11.5}}                              | outside-map           | /point
            a point on a hill          | {"point":{"lat":22.55,"lon":102.65}}                           | no-road-there         | /point
            no latitude on Earth       | {"point":{"lat":999,"lon":103}}                                | request-invalid       | /point/lat
            a line with no point       | {"line":{"type":"LineString","coordinates":[]}}                | line-empty            | /line/coordinates
            a line of words            | {"line":{"type":"LineString","coordinates":["a"]}}             | invalid-coordinates   | /line/coordinates
            a line on another continent| {"line":{"type":"LineString","coordinates":[[11.5,48.1]]}}     | outside-map           | /line
            an unknown class of roads  | {"roadClasses":["GOAT_TRACK"]}                                 | request-invalid       | /roadClasses/0
            a class that the map lacks | {"roadClasses":["MOTORWAY"]}                                   | no-such-roads         | /roadClasses
            fords on a map without     | {"fords":true}                                                 | no-such-roads         | /fords
            an unknown vehicle         | {"road":"QL4D","fromKm":60,"passableFor":["TRAM"]}             | request-invalid       | /passableFor/0
            an unknown effect          | {"road":"QL4D","fromKm":60,"effect":"SHUT"}                    | request-invalid       | /effect
            a limit of nothing         | {"road":"QL4D","fromKm":60,"effect":"LIMIT"}                   | effect-figures-broken | /maxWeightT
            no weight                  | {"road":"QL4D","fromKm":60,"effect":"LIMIT","maxWeightT":0}    | effect-figures-broken | /effect
            a width below nothing      | {"road":"QL4D","fromKm":60,"effect":"LIMIT","maxWidthM":-2}    | request-invalid       | /maxWidthM
            slower by no factor        | {"road":"QL4D","fromKm":60,"effect":"SLOW"}                    | effect-figures-broken | /factor
            not slower at all          | {"road":"QL4D","fromKm":60,"effect":"SLOW","factor":1}         | effect-figures-broken | /effect
            slower than walking        | {"road":"QL4D","fromKm":60,"effect":"SLOW","factor":99}        | request-invalid       | /factor
            a wait on every track      | {"roadClasses":["SECONDARY"],"effect":"ONE_LANE"}              | effect-needs-stretch  | /effect
            over already               | {"road":"QL4D","fromKm":60,"until":"2020-01-01T00:00:00Z"}     | until-in-the-past     | /until
            ends before it begins      | {"road":"QL4D","fromKm":60,"from":"2098-01-01T00:00:00Z","until":"2097-01-01T00:00:00Z"} | until-before-from | /until
            a day that is none         | {"road":"QL4D","fromKm":60,"season":{"first":"02-30","last":"10-31"}} | season-broken  | /season
            hours that are none        | {"road":"QL4D","fromKm":60,"hours":{"first":"25:00","last":"06:00"}}  | hours-broken   | /hours
            the same hour twice        | {"road":"QL4D","fromKm":60,"hours":{"first":"06:00","last":"06:00"}}  | hours-broken   | /hours
            a season that never comes  | {"road":"QL4D","fromKm":60,"from":"2097-11-01T00:00:00Z","until":"2097-12-01T00:00:00Z","season":{"first":"05-01","last":"10-31"}} | never-in-force | /until
            a field nobody knows       | {"road":"QL4D","fromKm":60,"km":3}                             | request-invalid       | /km
            """)
    void what_means_nothing_is_refused_by_name_and_changes_nothing(
            String story, String body, String code, String pointer) {
        long before = roads().getLong("roadsVersion");
        String said = body.equals("{}") ? "{\"reason\":\"thử\"}" : body.replaceFirst("^\\{", "{\"reason\":\"thử\",");
        Heard vi = desk.send("POST", "/road-closures", said);
        Heard en = desk.inEnglish().send("POST", "/road-closures", said);
        assertEquals(code, vi.code(), vi.text());
        assertEquals(code, en.code(), en.text());
        assertFalse(vi.json().getString("detail").equals(en.json().getString("detail")), vi.text());
        if (pointer != null) {
            assertEquals(pointer, Heard.all(vi.json(), "errors").get(0).getString("pointer"), vi.text());
        }
        assertEquals(before, roads().getLong("roadsVersion"));
    }

    @Test
    void a_line_of_thousands_of_points_is_refused_by_name() {
        JsonArray points = new JsonArray();
        IntStream.range(0, 1001)
                .forEach(i -> points.add(new JsonArray().add(103.4).add(22.3 + i * 1e-5)));
        Heard refused = desk.post(
                "/road-closures",
                new JsonObject()
                        .put("reason", "thử")
                        .put("line", new JsonObject().put("type", "LineString").put("coordinates", points)));
        assertEquals("line-too-long", refused.code(), refused.text());
        assertTrue(refused.json().getString("detail").contains("1000"), refused.text());
    }

    @Test
    void of_many_the_good_ones_are_entered_and_each_bad_one_is_named() {
        JsonObject bulk = new JsonObject()
                .put(
                        "roadClosures",
                        new JsonArray()
                                .add(at("QL4D", 60, 61))
                                .add(at("QL4D", 62, 61))
                                .add(new JsonObject().put("reason", "không biết ở đâu"))
                                .add(at("QL32", 380, 381)));
        JsonObject done = desk.post("/road-closures/bulk", bulk).expect(200);
        assertEquals(2, done.getInteger("entered"));
        assertEquals(2, done.getInteger("refused"));
        List<JsonObject> results = Heard.all(done, "results");
        assertEquals("km-backwards", results.get(1).getString("code"));
        assertEquals("/roadClosures/1/toKm", results.get(1).getString("pointer"));
        assertEquals("extent-missing", results.get(2).getString("code"));
        assertEquals("/roadClosures/2", results.get(2).getString("pointer"));
        assertEquals(2, standing().size());
        assertEquals(done.getLong("roadsVersion"), roads().getLong("roadsVersion"));

        JsonArray broken = bulk.getJsonArray("roadClosures").copy().add(new JsonObject());
        Heard refused = desk.post("/road-closures/bulk", new JsonObject().put("roadClosures", broken));
        assertEquals("request-invalid", refused.code());
        assertEquals(
                "/roadClosures/4/reason",
                Heard.all(refused.json(), "errors").get(0).getString("pointer"));
        assertEquals(2, standing().size(), "a list that does not fit the contract changes nothing");
    }

    private JsonObject roads() {
        return desk.get("/road-closures").expect(200);
    }

    private List<JsonObject> standing() {
        return Heard.all(roads(), "roadClosures");
    }

    private static List<String> ids(JsonObject list) {
        return Heard.all(list, "roadClosures").stream()
                .map(closure -> closure.getString("id"))
                .toList();
    }

    private static JsonObject at(String road, double fromKm, double toKm) {
        return new JsonObject()
                .put("road", road)
                .put("fromKm", fromKm)
                .put("toKm", toKm)
                .put("reason", "sạt lở");
    }

    /** Whether the line of a route comes within a kilometre of a point. */
    private static boolean passes(JsonObject route, double lat, double lon) {
        return route.getJsonObject("geometry").getJsonArray("coordinates").stream()
                .map(JsonArray.class::cast)
                .anyMatch(at -> Math.hypot(
                                (at.getDouble(1) - lat) * 111,
                                (at.getDouble(0) - lon) * 111 * Math.cos(Math.toRadians(lat)))
                        < 1);
    }

    private static void waitFor(BooleanSupplier what) {
        Instant deadline = Instant.now().plus(SOON);
        while (!what.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "waited in vain");
            Thread.onSpinWait();
        }
    }
}
