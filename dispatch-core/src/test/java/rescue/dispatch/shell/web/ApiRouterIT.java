package rescue.dispatch.shell.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rescue.dispatch.account.LoginOutcome;
import rescue.dispatch.account.Principal;
import rescue.dispatch.account.Role;
import rescue.dispatch.port.Accounts;
import rescue.dispatch.shell.phrases.Phrases;

/** The frame over real HTTP: what is refused, in which order and in which words, before any route of ours runs. */
class ApiRouterIT {

    private static final String ALERT = "{\"source\":\"PHONE\",\"kind\":\"FIRE\"}";

    private static Vertx vertx;
    private static HttpServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void listen() {
        vertx = Vertx.vertx();
        var router = new ApiRouter(
                vertx,
                List.of(new Probe()),
                new Sessions(new KnownTokens()),
                new Phrases("problems"),
                new KnownOrigins(List.of("http://b.example", "https://c.example:8443")));
        server = await(router.create()
                .compose(root -> vertx.createHttpServer().requestHandler(root).listen(0, "127.0.0.1")));
    }

    @AfterAll
    static void close() {
        await(vertx.close());
    }

    // spotless:off
    @ParameterizedTest(name = "{0}: {6} {7}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            taken from anybody              | POST   | /api/v1/alerts                        | -        | {"source":"PHONE","kind":"FIRE"} | - | 201 | -
            a dead token stops no alert     | POST   | /api/v1/alerts                        | stranger | {"source":"PHONE","kind":"FIRE"} | - | 201 | -
            a dead database neither         | POST   | /api/v1/alerts                        | away     | {"source":"PHONE","kind":"FIRE"} | - | 201 | -
            broken JSON                     | POST   | /api/v1/alerts                        | -        | {"source":                       | - | 400 | json-broken
            no body                         | POST   | /api/v1/alerts                        | -        | -                                | - | 400 | request-invalid
            a missing field                 | POST   | /api/v1/alerts                        | -        | {"source":"PHONE"}               | - | 400 | request-invalid
            nobody at all                   | GET    | /api/v1/incidents                     | -        | -                                | - | 401 | unauthenticated
            nobody is told before wrong     | PATCH  | /api/v1/incidents/1                   | -        | {"priority":"P9"}                | - | 401 | unauthenticated
            a token nobody gave out         | GET    | /api/v1/incidents                     | stranger | -                                | - | 401 | unauthenticated
            the wrong role                  | GET    | /api/v1/incidents                     | crew     | -                                | - | 403 | forbidden
            forbidden before invalid        | PATCH  | /api/v1/incidents/1                   | crew     | {"priority":"P9"}                | - | 403 | forbidden
            a database away is no stranger  | GET    | /api/v1/incidents                     | away     | -                                | - | 503 | database-away
            the right role                  | GET    | /api/v1/incidents                     | operator | -                                | - | 200 | -
            a parameter out of bounds       | GET    | /api/v1/incidents?limit=0             | operator | -                                | - | 400 | request-invalid
            a parameter of another kind     | GET    | /api/v1/incidents?state=burning       | operator | -                                | - | 400 | request-invalid
            no such address                 | GET    | /api/v1/nothing                       | operator | -                                | - | 404 | route-unknown
            no such page                    | GET    | /nothing.html                         | -        | -                                | - | 404 | route-unknown
            out of the folder               | GET    | /../openapi.yaml                      | -        | -                                | - | 404 | route-unknown
            another method                  | PUT    | /api/v1/alerts                        | operator | {}                               | - | 405 | method-not-allowed
            another method, id in the path  | DELETE | /api/v1/incidents/1                   | operator | -                                | - | 405 | method-not-allowed
            not served by this node         | GET    | /api/v1/units                         | operator | -                                | - | 501 | not-offered-here
            no version                      | PATCH  | /api/v1/incidents/1                   | operator | {"priority":"P1"}                | - | 428 | version-missing
            a version                       | PATCH  | /api/v1/incidents/1                   | operator | {"priority":"P1"}                | "7" | 200 | -
            an unknown status               | POST   | /api/v1/assignments/1/status          | crew     | {"status":"FLYING","deviceId":"a","seq":1,"at":"2026-07-02T09:30:00Z"} | - | 400 | status-unknown
            a handler that throws a refusal | GET    | /api/v1/incidents/unknown             | operator | -                                | - | 404 | incident-unknown
            a handler with a bug            | GET    | /api/v1/incidents/bug                 | operator | -                                | - | 500 | internal
            another crew's unit             | POST   | /api/v1/units/LC-02/positions         | crew     | [{"at":"x","lat":1,"lon":1}]     | - | 403 | forbidden
            its own unit                    | POST   | /api/v1/units/LC-01/positions         | crew     | [{"at":"x","lat":1,"lon":1}]     | - | 202 | -
            a wrong password                | POST   | /api/v1/session                       | -        | {"user":"a","password":"wrong"}  | - | 401 | credentials-wrong
            too many guesses                | POST   | /api/v1/session                       | -        | {"user":"a","password":"later"}  | - | 429 | login-throttled
            the right password              | POST   | /api/v1/session                       | -        | {"user":"a","password":"right"}  | - | 200 | -
            who am I                        | GET    | /api/v1/session                       | crew     | -                                | - | 200 | -
            log out                         | DELETE | /api/v1/session                       | crew     | -                                | - | 204 | -
            """)
    // spotless:on
    void answers(
            String story,
            String method,
            String path,
            String token,
            String body,
            String ifMatch,
            int status,
            String code) {
        HttpResponse<String> answer = send(method, path, token, body, ifMatch, "en");
        assertEquals(status, answer.statusCode(), answer.body());
        if (code != null) {
            JsonObject problem = new JsonObject(answer.body());
            assertEquals(code, problem.getString("code"));
            assertEquals(status, problem.getInteger("status"));
            assertEquals("application/problem+json", header(answer, "content-type"));
            assertFalse(answer.body().contains("Exception"), answer.body());
            assertFalse(answer.body().contains("rescue."), answer.body());
        }
    }

    /** A page whose node is gone asks another; a page of anybody else is not let near an answer. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            another node's page     | http://b.example       | http://b.example
            by another port         | https://c.example:8443 | https://c.example:8443
            the same, another port  | https://c.example      | -
            a page of another site  | http://evil.example    | -
            the name in a name      | http://b.example.evil  | -
            a sandboxed frame       | null                   | -
            no page at all          | -                      | -
            """)
    void pages_of_the_other_nodes_may_read_the_answer(String story, @Nullable String origin, @Nullable String allowed)
            throws Exception {
        for (String method : List.of("GET", "OPTIONS")) {
            String head = origin == null ? "" : "Origin: " + origin + "\r\n";
            String answer = raw(method + " /api/v1/incidents HTTP/1.1\r\nHost: localhost\r\n" + head
                    + "Authorization: Bearer operator\r\nAccess-Control-Request-Method: GET\r\n"
                    + "Access-Control-Request-Headers: authorization\r\nConnection: close\r\n\r\n");
            String lower = answer.toLowerCase(java.util.Locale.ROOT);
            assertEquals(allowed != null, lower.contains("access-control-allow-origin: " + allowed), answer);
            assertEquals(allowed == null, !lower.contains("access-control-allow-origin"), answer);
            if (method.equals("OPTIONS")) {
                assertEquals(allowed == null ? "405" : "204", answer.substring(9, 12));
                assertEquals(allowed != null, lower.contains("access-control-allow-headers: authorization,"), answer);
            }
            assertTrue(
                    lower.contains("connect-src 'self' http://b.example ws://b.example https://c.example:8443"
                            + " wss://c.example:8443"),
                    answer);
        }
    }

    private static String raw(String request) throws java.io.IOException {
        try (var socket = new java.net.Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_wrong_field_is_pointed_at_in_the_asked_language() {
        String body = "{\"source\":\"FAX\",\"kind\":\"FIRE\",\"injured\":-1}";
        JsonObject vi = new JsonObject(
                send("POST", "/api/v1/alerts", null, body, null, "vi-VN").body());
        assertEquals("Yêu cầu chưa đúng; hãy sửa những chỗ nêu dưới đây rồi gửi lại.", vi.getString("detail"));
        assertEquals("/source", vi.getJsonArray("errors").getJsonObject(0).getString("pointer"));
        assertEquals(
                "Phải từ 0 trở lên.", vi.getJsonArray("errors").getJsonObject(1).getString("detail"));
        HttpResponse<String> en = send("GET", "/api/v1/incidents?limit=0", "operator", null, null, "en");
        assertEquals("en", header(en, "content-language"));
        JsonObject error = new JsonObject(en.body()).getJsonArray("errors").getJsonObject(0);
        assertEquals("/query/limit", error.getString("pointer"));
        assertEquals("Must be 1 or more.", error.getString("detail"));
    }

    @Test
    void a_body_of_a_mebibyte_is_too_large_whether_announced_or_not() throws Exception {
        byte[] large = ("{\"source\":\"PHONE\",\"kind\":\"FIRE\",\"description\":\"" + "x".repeat(1 << 20) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(rawPost("Content-Length: " + large.length, large, 0).startsWith("HTTP/1.1 413 "));
        String chunked = rawPost("Transfer-Encoding: chunked", large, large.length);
        assertTrue(chunked.startsWith("HTTP/1.1 413 "), chunked);
        assertTrue(chunked.contains("\"code\":\"body-too-large\""), chunked);
    }

    @Test
    void a_sender_that_calls_its_json_something_else_is_heard() throws Exception {
        String longerThanAFormsField = ALERT + " ".repeat(20_000);
        for (String type : List.of(
                "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "nonsense")) {
            for (String body : List.of(ALERT, longerThanAFormsField)) {
                HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/alerts"))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
                assertEquals(201, CLIENT.send(request, BodyHandlers.ofString()).statusCode(), type);
            }
        }
    }

    @Test
    void who_may_wait_is_told_how_long_and_which_methods_there_are() {
        assertEquals("3", header(send("GET", "/api/v1/incidents", "away", null, null, "vi"), "retry-after"));
        String later = "{\"user\":\"a\",\"password\":\"later\"}";
        assertEquals("7", header(send("POST", "/api/v1/session", null, later, null, "vi"), "retry-after"));
        assertEquals("GET, PATCH", header(send("PUT", "/api/v1/incidents/1", "operator", "{}", null, "vi"), "allow"));
        assertEquals("Bearer", header(send("GET", "/api/v1/incidents", null, null, null, "vi"), "www-authenticate"));
    }

    @Test
    void nothing_may_be_loaded_from_outside_and_no_other_site_may_call() {
        HttpResponse<String> answer = send("GET", "/api/v1/openapi.yaml", null, null, null, "vi");
        String policy = header(answer, "content-security-policy");
        assertTrue(policy.startsWith("default-src 'self'; script-src 'self'; style-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", header(answer, "x-content-type-options"));
        assertEquals("", header(answer, "access-control-allow-origin"));
        assertTrue(answer.body().startsWith("openapi: 3.1.0"));
    }

    @Test
    void a_file_with_a_hash_is_kept_for_ever_and_every_other_is_asked_for_again() {
        HttpResponse<String> hashed = send("GET", "/assets/probe-0123abcd.js", null, null, null, "vi");
        assertEquals(200, hashed.statusCode());
        assertEquals("public, max-age=31536000, immutable", header(hashed, "cache-control"));
        assertEquals("no-cache", header(send("GET", "/probe.js", null, null, null, "vi"), "cache-control"));
        HttpResponse<String> missing = send("GET", "/assets/gone-0123abcd.js", null, null, null, "vi");
        assertEquals(404, missing.statusCode());
        assertEquals("no-store", header(missing, "cache-control"));
    }

    @Test
    void a_token_in_the_address_is_no_login_since_addresses_are_written_down_in_too_many_places() {
        WebSocketClient client = vertx.createWebSocketClient();
        Future<WebSocket> stranger = client.connect(server.actualPort(), "127.0.0.1", "/api/v1/live?token=slow");
        CompletionException refused = assertThrows(CompletionException.class, () -> await(stranger));
        assertEquals(401, ((UpgradeRejectedException) refused.getCause()).getStatus());
    }

    @Test
    void large_photos_wait_for_room_and_a_sender_who_hangs_up_leaves_his() throws Exception {
        String path = "/api/v1/track/code/photos";
        String photo = "{\"id\":\"photo-0001\",\"image\":\"" + "A".repeat(64) + "\"}";
        assertEquals(501, send("POST", path, null, photo, null, "en").statusCode(), "not served here, but read");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                slow.add(slowly(path));
            }
            HttpResponse<String> busy = send("POST", path, null, photo, null, "en");
            assertEquals(503, busy.statusCode());
            assertEquals("5", header(busy, "retry-after"));
            assertEquals("uploads-busy", new JsonObject(busy.body()).getString("code"));
            assertEquals(
                    201, send("POST", "/api/v1/alerts", null, ALERT, null, "en").statusCode(), "an alert is small");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        until(501, path, photo);
    }

    /** Announces the largest photo, is told to go on, and does not. */
    private static Socket slowly(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(10_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
                + BodySize.PHOTO_MAX_BYTES + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        byte[] goOn = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
        assertEquals("HTTP/1.1 100", new String(goOn, StandardCharsets.US_ASCII));
        return socket;
    }

    /** Asks until that is the answer: what another connection did is seen soon, not at once. */
    private static HttpResponse<String> until(int status, String path, String body) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            HttpResponse<String> answer = send("POST", path, null, body, null, "en");
            if (answer.statusCode() == status || System.nanoTime() > deadline) {
                assertEquals(status, answer.statusCode());
                return answer;
            }
            Thread.onSpinWait();
        }
    }

    /** Sends the head and {@code sent} bytes of the body as one chunk, and reads what comes back. */
    private static String rawPost(String length, byte[] body, int sent) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/alerts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            try {
                if (sent > 0) {
                    out.write((Integer.toHexString(sent) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(body, 0, sent);
                    out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The server may stop listening before we stop talking; what it said is still there to read.
            }
            byte[] answer = new byte[4096];
            StringBuilder text = new StringBuilder();
            int read;
            while (!text.toString().contains("body-too-large\",\"detail")
                    && (read = socket.getInputStream().read(answer)) > 0) {
                text.append(new String(answer, 0, read, StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }

    private static HttpResponse<String> send(
            String method, String path, String token, String body, String ifMatch, String language) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Accept-Language", language)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** A few handlers that do what routes do. */
    private static final class Probe implements ApiRoutes {

        @Override
        public void mount(RouterBuilder builder) {
            builder.getRoute("createAlert").addHandler(ctx -> Reply.json(ctx, 201, Ask.body(ctx)));
            builder.getRoute("listIncidents").addHandler(ctx -> Reply.json(ctx, 200, new JsonObject()));
            builder.getRoute("changeIncident")
                    .addHandler(ctx -> Reply.versioned(
                            ctx, 200, Ask.body(ctx), Ask.ifMatch(ctx).orElseThrow()));
            builder.getRoute("recordStatus").addHandler(ctx -> Reply.json(ctx, 200, Ask.body(ctx)));
            builder.getRoute("getIncident").addHandler(ctx -> {
                if (ctx.pathParam("incidentId").equals("bug")) {
                    throw new IllegalStateException("SELECT something");
                }
                Reply.json(
                        ctx,
                        200,
                        new JsonObject()
                                .put(
                                        "id",
                                        Ask.uuid(ctx, "incidentId", ProblemCode.INCIDENT_UNKNOWN)
                                                .toString()));
            });
            builder.getRoute("recordPositions").addHandler(ctx -> {
                Sessions.checkUnit(ctx, ctx.pathParam("unitId"));
                Reply.json(ctx, 202, Ask.list(ctx));
            });
        }
    }

    /** Tokens are the names of roles; {@code away} is asked of a database that is away. */
    private static final class KnownTokens implements Accounts {

        @Override
        public Future<Optional<Principal>> findByToken(String token) {
            return switch (token) {
                case "operator" -> known(new Principal("operator", Role.OPERATOR, null, null));
                case "crew" -> known(new Principal("crew-lc-01", Role.CREW, "LC-01", null));
                case "slow" -> vertx.timer(50, TimeUnit.MILLISECONDS).compose(done -> findByToken("crew"));
                case "away" -> Future.failedFuture(new ConnectException("Connection refused"));
                default -> Future.succeededFuture(Optional.empty());
            };
        }

        private static Future<Optional<Principal>> known(Principal principal) {
            return Future.succeededFuture(Optional.of(principal));
        }

        @Override
        public Future<LoginOutcome> login(String user, String password, String address) {
            return Future.succeededFuture(
                    switch (password) {
                        case "right" ->
                            new LoginOutcome.LoggedIn(
                                    "token", new Principal(user, Role.OPERATOR, null, null), Instant.EPOCH);
                        case "later" -> new LoginOutcome.Later(Duration.ofSeconds(7));
                        default -> new LoginOutcome.Wrong();
                    });
        }

        @Override
        public Future<Void> revoke(String token) {
            return Future.succeededFuture();
        }
    }
}
