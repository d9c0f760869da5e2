package rescue.deploy.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/**
 * So many clients, each of which sends an alert, waits for the answer, closes the incident, waits for that and sends the next: how
 * many are taken in a second at most. Closed, so that the last alert meets as few open incidents as the first.
 */
final class ClosedLoop {

    final Histogram acknowledge = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);

    private final WebClient client;
    private final List<ServerProcess> nodes;
    private final Scenes scenes;
    private final String token;
    private long taken;
    private long refused;
    private int sent;
    private int busy;
    private Promise<Void> done = Promise.promise();

    ClosedLoop(WebClient client, List<ServerProcess> nodes, Scenes scenes, String token) {
        this.client = client;
        this.nodes = nodes;
        this.scenes = scenes;
        this.token = token;
    }

    Future<Void> run(int clients, Duration duration) {
        done = Promise.promise();
        busy = clients;
        long end = System.nanoTime() + duration.toNanos();
        for (int i = 0; i < clients; i++) {
            next(end);
        }
        return done.future();
    }

    private void next(long end) {
        long began = System.nanoTime();
        if (began >= end) {
            busy--;
            if (busy == 0) {
                done.complete();
            }
            return;
        }
        ServerProcess node = nodes.get(sent++ % nodes.size());
        client.postAbs(node.api("/alerts").toString())
                .putHeader("Idempotency-Key", UUID.randomUUID().toString())
                .sendJsonObject(scenes.next())
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result().statusCode() / 100 == 2) {
                        taken++;
                        acknowledge.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
                        close(node, answer.result().bodyAsJsonObject().getString("incidentId"), end);
                    } else {
                        refused++;
                        next(end);
                    }
                });
    }

    /** An alert that joined another's incident may find it closed already. */
    private void close(ServerProcess node, String incident, long end) {
        if (incident == null) {
            next(end);
            return;
        }
        client.postAbs(node.api("/incidents/" + incident + "/close").toString())
                .bearerTokenAuthentication(token)
                .sendJsonObject(new JsonObject().put("disposition", "CANCELLED"))
                .onComplete(closed -> next(end));
    }

    long taken() {
        return taken;
    }

    long refused() {
        return refused;
    }

    void forget() {
        taken = 0;
        refused = 0;
        acknowledge.reset();
    }
}
