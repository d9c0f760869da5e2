package rescue.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody who talks to the server over HTTP, with or without a name; every word of the stories is one of his calls. */
public class Caller {

    /** Far longer than any answer may take on a busy machine: a hanging call is a fault of its own. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ServerProcess server;
    private final String token;
    private final String language;

    Caller(ServerProcess server, String token, String language) {
        this.server = server;
        this.token = token;
        this.language = language;
    }

    /** Anybody on the road, without login. */
    public static Caller anybody(ServerProcess server) {
        return new Caller(server, "", "vi");
    }

    /** A demonstration account: its password is its name. */
    static String login(ServerProcess server, String user) {
        var account = new JsonObject().put("user", user).put("password", user);
        return anybody(server).post("/session", account).expect(200).getString("token");
    }

    /** The same person, asking in English. */
    public Caller inEnglish() {
        return new Caller(server, token, "en");
    }

    ServerProcess server() {
        return server;
    }

    public String token() {
        return token;
    }

    public Heard get(String path) {
        return send("GET", path, "");
    }

    public Heard post(String path, JsonObject body, String... headers) {
        return send("POST", path, body.encode(), headers);
    }

    public Heard put(String path, JsonObject body) {
        return send("PUT", path, body.encode());
    }

    public Heard patch(String path, JsonObject body, long version) {
        return send("PATCH", path, body.encode(), "If-Match", Long.toString(version));
    }

    public Heard delete(String path) {
        return send("DELETE", path, "");
    }

    /** Reports an emergency under a key of its own. */
    public Heard reports(JsonObject alert) {
        return post("/alerts", alert, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Whatever else: the method, the path below {@code /api/v1} or an absolute one after {@code //}, any body. */
    public Heard send(String method, String path, String body, String... headers) {
        URI uri = path.startsWith("//") ? server.api("/").resolve(path.substring(1)) : server.api(path);
        List<String> all = new ArrayList<>(List.of("Accept-Language", language));
        if (!body.isEmpty()) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        if (!token.isEmpty()) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_WITHIN)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers(all.toArray(String[]::new));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** Bytes of any type, to an absolute path. */
    Heard sendBytes(String path, byte[] body, String type) {
        return send(HttpRequest.newBuilder(server.api("/").resolve(path))
                .timeout(ANSWER_WITHIN)
                .headers("Content-Type", type, "Accept-Language", language)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static Heard send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Heard(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
