package rescue.hospital.protocol.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import rescue.hospital.protocol.webhook.Webhooks.Due;

/** One delivery over the wire. Nothing of what the receiver answers is read but its status. */
final class WebhookPost {

    /** A receiver that needs longer has not put the message away first, as it should. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;

    WebhookPost(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) PATIENCE.toMillis())
                .setIdleTimeout((int) PATIENCE.toSeconds())
                .setKeepAlive(false));
    }

    /** The status it was answered with. */
    Future<Integer> send(Due due, JsonObject news, Instant now) {
        String body = news.encode();
        String id = due.id().toString() + "-" + due.seq(); // the same news tried again is the same message
        long seconds = now.getEpochSecond();
        RequestOptions to = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(due.webhook().url().toString())
                .setFollowRedirects(false)
                .setTimeout(PATIENCE.toMillis())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(WebhookSignature.ID, id)
                .putHeader(WebhookSignature.TIMESTAMP, Long.toString(seconds))
                .putHeader(
                        WebhookSignature.SIGNATURE,
                        WebhookSignature.of(due.webhook().secret(), id, seconds, body));
        return client.request(to).compose(request -> request.send(body)).map(WebhookPost::statusOnly);
    }

    private static int statusOnly(HttpClientResponse response) {
        int status = response.statusCode();
        response.exceptionHandler(end -> {}); // of our own making:
        response.request().reset(); // whatever else it has to say may have no end
        return status;
    }
}
