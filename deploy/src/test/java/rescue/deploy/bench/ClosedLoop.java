package rescue.deploy.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/** So many clients, each of which waits for its answer before it sends the next alert: how many are taken in a second at most. */
final class ClosedLoop {

    final Histogram acknowledge = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);

    private final WebClient client;
    private final List<ServerProcess> nodes;
    private final Scenes scenes;
    private long taken;
    private long refused;
    private int sent;
    private int busy;
    private Promise<Void> done = Promise.promise();

    ClosedLoop(WebClient client, List<ServerProcess> nodes, Scenes scenes) {
        this.client = client;
        this.nodes = nodes;
        this.scenes = scenes;
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
        client.postAbs(nodes.get(sent++ % nodes.size()).api("/alerts").toString())
                .putHeader("Idempotency-Key", UUID.randomUUID().toString())
                .sendJsonObject(scenes.next())
                .onComplete(answer -> {
                    if (answer.succeeded() && answer.result().statusCode() / 100 == 2) {
                        taken++;
                        acknowledge.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
                    } else {
                        refused++;
                    }
                    next(end);
                });
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
