package rescue.deploy.drill;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One player at the server's door: what he may do is what his account may do, and not a thing more. */
final class Voice {

    /** A server that has not answered by then is gone. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final URI api;
    private final String account;
    private String token = "";

    /**
     * Logs in when he first speaks.
     *
     * @param api ends with a slash
     * @param account empty for somebody without login
     */
    Voice(HttpClient http, URI api, String account) {
        this.http = http;
        this.api = api;
        this.account = account;
    }

    /** What the server said. */
    record Answer(int status, JsonObject body) {

        boolean isDone() {
            return status < 300;
        }

        /** Why not, for the log. */
        String why() {
            return status + " " + body.getString("code", "") + " " + body.getString("detail", "");
        }
    }

    Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    Answer post(String path, JsonObject body) {
        return send("POST", path, body.encode(), Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    /** Any call; the path below the API's. Logs in again once when the session is over. */
    Answer send(String method, String path, String body, Map<String, String> headers) {
        if (account.isEmpty()) {
            return ask(method, path, body, headers);
        }
        if (token.isEmpty()) {
            login();
        }
        Answer answer = ask(method, path, body, headers);
        if (answer.status == UNAUTHORIZED) {
            login();
            answer = ask(method, path, body, headers);
        }
        return answer;
    }

    /** A demonstration account's password is its name. */
    private void login() {
        token = "";
        var who = new JsonObject().put("user", account).put("password", account);
        token = ask("POST", "session", who.encode(), Map.of()).body.getString("token", "");
    }

    private Answer ask(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Accept-Language", "vi")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String text = answer.body();
            return new Answer(answer.statusCode(), text.startsWith("{") ? new JsonObject(text) : new JsonObject());
        } catch (IOException gone) {
            throw new ServerGone(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServerGone(stopped);
        }
    }

    /** The server does not answer: it is being stopped, or very busy. */
    static final class ServerGone extends RuntimeException {
        ServerGone(Exception why) {
            super(why);
        }
    }
}
