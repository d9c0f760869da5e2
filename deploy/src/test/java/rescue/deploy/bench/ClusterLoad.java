package rescue.deploy.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import rescue.story.Scenes;
import rescue.story.ServerProcess;

/**
 * Alerts and positions at their intended times, at one node after another; latency counts from the intended time, so that
 * nothing that stalls can hide it. A refused alert (503) comes again with the same key. Everything here runs on one event loop.
 */
final class ClusterLoad {

    private static final long TICK_MS = 1;
    private static final long COMES_AGAIN_MS = 1_000;
    private static final Duration DRAIN = Duration.ofSeconds(60);

    /** Crews and their tokens, for positions. */
    record CrewLine(String unitId, String token) {}

    final Histogram acknowledge = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    final Histogram positions = new Histogram(TimeUnit.MINUTES.toMicros(2), 3);
    final Map<String, Integer> counts = new TreeMap<>();

    private final Vertx vertx;
    private final WebClient client;
    private final List<ServerProcess> nodes;
    private final Scenes scenes;
    private final ConsoleLines consoles;
    private final String token;
    private final List<CrewLine> crews;
    private final Promise<Void> done = Promise.promise();
    private final long[] begun = new long[2];
    private long underWay;
    private boolean allBegun;

    ClusterLoad(
            Vertx vertx,
            WebClient client,
            List<ServerProcess> nodes,
            Scenes scenes,
            ConsoleLines consoles,
            String token,
            List<CrewLine> crews) {
        this.vertx = vertx;
        this.client = client;
        this.nodes = nodes;
        this.scenes = scenes;
        this.consoles = consoles;
        this.token = token;
        this.crews = crews;
    }

    /** Completes when everything that was begun has been answered, and told. */
    Future<Void> run(int alertsPerSecond, int positionsPerSecond, Duration duration) {
        long started = System.nanoTime();
        vertx.setPeriodic(TICK_MS, tick -> {
            boolean alertsDone = due(0, started, alertsPerSecond, duration, this::alert);
            boolean positionsDone = due(1, started, positionsPerSecond, duration, this::position);
            if (alertsDone && positionsDone) {
                vertx.cancelTimer(tick);
                allBegun = true;
                ended();
            }
        });
        return done.future().timeout(duration.plus(DRAIN).toSeconds(), TimeUnit.SECONDS);
    }

    private interface Act {
        void at(long intended, int number);
    }

    private boolean due(int kind, long started, int perSecond, Duration duration, Act act) {
        if (perSecond == 0) {
            return true;
        }
        long all = duration.toSeconds() * perSecond;
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        while (begun[kind] < all && System.nanoTime() >= started + begun[kind] * gap) {
            underWay++;
            act.at(started + begun[kind] * gap, (int) begun[kind]);
            begun[kind]++;
        }
        return begun[kind] == all;
    }

    private void alert(long intended, int number) {
        send(intended, number % nodes.size(), UUID.randomUUID().toString(), scenes.next());
    }

    private void send(long intended, int node, String key, JsonObject alert) {
        client.postAbs(nodes.get(node).api("/alerts").toString())
                .putHeader("Idempotency-Key", key)
                .sendJsonObject(alert)
                .onComplete(answer -> {
                    int status = answer.succeeded() ? answer.result().statusCode() : 0;
                    count("alerts " + (status == 0 ? "unheard" : String.valueOf(status)));
                    if (status == 201 || status == 200 || status == 202) {
                        acknowledge.recordValue(micros(intended));
                        taken(intended, node, answer.result());
                        underWay--;
                        ended();
                    } else {
                        vertx.setTimer(COMES_AGAIN_MS, again -> send(intended, (node + 1) % nodes.size(), key, alert));
                    }
                });
    }

    /** It stands on every console then; closed, so that the queue stays as long as a queue is. */
    private void taken(long intended, int node, HttpResponse<Buffer> answer) {
        JsonObject body = answer.bodyAsJsonObject();
        String incident = body.getString("incidentId");
        if (incident == null || !consoles.expect(incident, intended, node)) {
            return;
        }
        underWay++;
        client.postAbs(nodes.get(node).api("/incidents/" + incident + "/close").toString())
                .bearerTokenAuthentication(token)
                .sendJsonObject(new JsonObject().put("disposition", "CANCELLED"))
                .onComplete(closed -> {
                    count("closed " + (closed.succeeded() ? closed.result().statusCode() : 0));
                    underWay--;
                    ended();
                });
    }

    private void position(long intended, int number) {
        CrewLine crew = crews.get(number % crews.size());
        var fix = new JsonObject()
                .put("lat", 22.39 + number / 1e6)
                .put("lon", 103.46)
                .put("at", Instant.now().toString());
        client.postAbs(nodes.get(number % nodes.size())
                        .api("/units/" + crew.unitId() + "/positions")
                        .toString())
                .bearerTokenAuthentication(crew.token())
                .sendJson(new JsonArray().add(fix))
                .onComplete(answer -> {
                    positions.recordValue(micros(intended));
                    count("positions " + (answer.succeeded() ? answer.result().statusCode() : 0));
                    underWay--;
                    ended();
                });
    }

    private void ended() {
        if (allBegun && underWay == 0) {
            done.tryComplete();
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static long micros(long since) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since);
    }
}
