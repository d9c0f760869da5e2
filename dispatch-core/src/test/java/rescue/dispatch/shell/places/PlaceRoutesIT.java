package rescue.dispatch.shell.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.Principal;
import rescue.dispatch.geo.LatLon;
import rescue.dispatch.port.Accounts;
import rescue.dispatch.port.RoadRegister;
import rescue.dispatch.road.RoadKm;
import rescue.dispatch.road.UnlocatableRoad;
import rescue.dispatch.shell.gazetteer.MemoryGazetteer;
import rescue.dispatch.shell.gazetteer.NamedPlace;
import rescue.dispatch.shell.gazetteer.PlaceKind;
import rescue.dispatch.shell.phrases.Phrases;
import rescue.dispatch.shell.web.ApiRouter;
import rescue.dispatch.shell.web.KnownOrigins;
import rescue.dispatch.shell.web.Sessions;

/** Asking for places over real HTTP, without a login. */
class PlaceRoutesIT {

    private static final LatLon BINH_LU = new LatLon(22.318, 103.643);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-07-02T09:30:00Z"));

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void listen() {
        vertx = Vertx.vertx();
        var register = new OneRoad();
        var gazetteer = new MemoryGazetteer(
                List.of(
                        commune("Bình Lư", BINH_LU, "Tam Đường"),
                        commune("Phong Thổ", new LatLon(22.537, 103.281), "Phong Thổ"),
                        new NamedPlace("Bình Lư", List.of(), PlaceKind.HAMLET, BINH_LU, "Bình Lư", "Tam Đường")),
                register);
        var routes = new PlaceRoutes(
                gazetteer, register, new PlusCodes(() -> BINH_LU, town -> Optional.empty()), new TestClock());
        server = await(new ApiRouter(
                        vertx, List.of(routes), new Sessions(new Nobody()), new Phrases("problems"), KnownOrigins.NONE)
                .create()
                .compose(root -> vertx.createHttpServer().requestHandler(root).listen(0, "127.0.0.1")));
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    @BeforeEach
    void whoever_asked_before_has_had_a_rest() {
        NOW.updateAndGet(now -> now.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            binh lu             | COMMUNE Bình Lư, Tam Đường 22.318 103.643 / HAMLET Bình Lư, Tam Đường 22.318 103.643
            binh lu&limit=1     | COMMUNE Bình Lư, Tam Đường 22.318 103.643
            QL4D 76+650         | ROAD_KM QL4D Km76+650, Bình Lư 22.318 103.643
            22.318, 103.643     | COORDINATES 22.31800, 103.64300, Bình Lư 22.318 103.643
            7PJ59FJM+54         | PLUS_CODE 7PJ59FJM+54 22.380 103.483
            nowhere at all      | ''
            91.5, 103.643       | ''
            [a                  | ''
            {a                  | ''
            4                   | ''
            true                | ''
            null                | ''
            a&b=c#d             | ''
            <script>            | ''
            """)
    void finds(String typed, String expected) {
        String[] parts = typed.split("&");
        var answer = get("/places?q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
                + (parts.length > 1 ? "&" + parts[1] : ""));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(expected, drawn(new JsonArray(answer.body())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /places                         | /query/q
            /places?q=                      | /query/q
            /places?q=a&limit=0             | /query/limit
            /places?q=a&limit=21            | /query/limit
            /places/at?lat=22               | /query/lon
            /places/at?lat=91&lon=103       | /query/lat
            /places/at?lat=22&lon=181       | /query/lon
            /places/at?lat=NaN&lon=103      | /query/lat
            """)
    void refuses(String path, String pointer) {
        var answer = get(path);

        assertEquals(400, answer.statusCode(), answer.body());
        var problem = new JsonObject(answer.body());
        assertEquals("request-invalid", problem.getString("code"));
        assertEquals(pointer, problem.getJsonArray("errors").getJsonObject(0).getString("pointer"));
    }

    @Test
    void a_point_has_its_post_its_commune_and_the_district_that_people_still_say() {
        var at = new JsonObject(get("/places/at?lat=22.3181&lon=103.643").body());

        assertEquals("QL4D Km76+650, Bình Lư", at.getString("label"));
        assertEquals(
                new JsonObject().put("road", "QL4D").put("km", 76.65).put("offsetM", 11), at.getJsonObject("roadKm"));
        assertEquals("Bình Lư", at.getString("commune"));
        assertEquals("Tam Đường", at.getString("formerDistrict"));
    }

    @Test
    void a_point_in_the_sea_has_a_label_and_nothing_else() {
        var at = new JsonObject(get("/places/at?lat=0&lon=0").body());

        assertEquals(
                new JsonObject()
                        .putNull("roadKm")
                        .put("label", "0.00000, 0.00000")
                        .putNull("commune")
                        .putNull("formerDistrict"),
                at);
    }

    @Test
    void who_asks_without_end_is_asked_to_wait() {
        for (int i = 0; i < PlaceRoutes.BURST; i++) {
            assertEquals(200, get("/places?q=b").statusCode());
        }
        var answer = get("/places/at?lat=22&lon=103");

        assertEquals(429, answer.statusCode());
        assertEquals("asked-too-often", new JsonObject(answer.body()).getString("code"));
        assertTrue(answer.headers().firstValue("retry-after").isPresent());
        NOW.updateAndGet(now -> now.plusSeconds(1));
        assertEquals(200, get("/places?q=b").statusCode());
    }

    private static String drawn(JsonArray places) {
        return places.stream()
                .map(JsonObject.class::cast)
                .map(place -> "%s %s %.3f %.3f"
                        .formatted(
                                place.getString("kind"),
                                place.getString("label"),
                                place.getDouble("lat"),
                                place.getDouble("lon")))
                .collect(Collectors.joining(" / "));
    }

    private static HttpResponse<String> get(String path) {
        var uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1" + path);
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static NamedPlace commune(String name, LatLon seat, String district) {
        return new NamedPlace(name, List.of(), PlaceKind.COMMUNE, seat, name, district);
    }

    private static final class TestClock implements InstantSource {
        @Override
        public Instant instant() {
            return NOW.get();
        }
    }

    /** QL4D, all of whose posts stand in Bình Lư. */
    private static final class OneRoad implements RoadRegister {

        @Override
        public Located locate(RoadKm roadKm) {
            return roadKm.road().equals("QL4D")
                    ? new Located.At(BINH_LU, roadKm)
                    : new Located.Nowhere(
                            new UnlocatableRoad(UnlocatableRoad.Code.ROAD_UNKNOWN, roadKm.road(), 0, 0, List.of()));
        }

        @Override
        public Optional<NearestPost> nearest(LatLon point, double withinM) {
            return Optional.of(new NearestPost(new RoadKm("QL4D", 76.65), BINH_LU.distanceM(point)))
                    .filter(near -> near.offsetM() <= withinM);
        }

        @Override
        public List<RegisteredRoad> listRoads() {
            return List.of();
        }
    }

    /** Nobody has an account here, and nobody needs one. */
    private static final class Nobody implements Accounts {

        @Override
        public Future<Optional<Principal>> findByToken(String token) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<LoginOutcome> login(String user, String password, String address) {
            return Future.succeededFuture(new LoginOutcome.Wrong());
        }

        @Override
        public Future<Void> revoke(String token) {
            return Future.succeededFuture();
        }
    }
}
