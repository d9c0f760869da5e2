package rescue.story.fault;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How those outside ask: nobody waits for ever, and an answer that says that the server broke is kept as a fault of its own,
 * whatever it was about (I8: no 5xx but 503, which says when to come again).
 */
final class Requests {

    /** A caller's patience. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** The library's own time limit ends with the headers; a body that stops half way would be waited for. */
    private static final long WHOLE_WITHIN_S = 15;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final Journal journal;
    private volatile String token = "";

    Requests(Journal journal) {
        this.journal = journal;
    }

    /** Whatever was answered. */
    record Answer(int status, String body) {

        JsonObject json() {
            return new JsonObject(body);
        }
    }

    void logIn(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    CompletableFuture<Answer> post(URI uri, JsonObject body, String... headers) {
        return send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.encode())),
                headers);
    }

    CompletableFuture<Answer> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest built = request.timeout(ANSWER_WITHIN).build();
        return http.sendAsync(built, HttpResponse.BodyHandlers.ofString())
                .orTimeout(WHOLE_WITHIN_S, TimeUnit.SECONDS)
                .thenApply(answer -> judged(built, answer));
    }

    private Answer judged(HttpRequest request, HttpResponse<String> answer) {
        boolean saysWhen = answer.headers().firstValue("Retry-After").isPresent();
        if (answer.statusCode() >= 500 && !(answer.statusCode() == 503 && saysWhen)) {
            journal.add("BROKEN", "I8", request.method(), request.uri(), answer.statusCode(), answer.body());
        }
        return new Answer(answer.statusCode(), answer.body());
    }
}
